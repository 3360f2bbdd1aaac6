package org.stance4j.classifier.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.NetworkClassifier;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;

/**
 * A perceptron with one hidden layer, trained with Adam on the cross-entropy.
 *
 * <p>One training at a time: ND4J's random source is one for the process.
 *
 * @param settings shape and training
 */
public record MlpTrainer(MlpSettings settings) implements ClassifierTrainer {
  // its exponential is 0: the bias of a stance that the data lack
  private static final float NEVER = -10_000;
  private static final Object ONE_TRAINING = new Object();

  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    ClassifierTrainer.check(dataset, vectors);
    synchronized (ONE_TRAINING) {
      return classifier(fit(dataset, vectors, seed), dataset.stances());
    }
  }

  /** Deeplearning4j's own network: what the parity test compares with. */
  MultiLayerNetwork fit(Dataset dataset, List<FeatureVector> vectors, long seed) {
    Nd4j.getRandom().setSeed(seed);
    // after Nd4j has found its backend, not before
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    float[][] inputs = new float[vectors.size()][];
    float[][] targets = new float[vectors.size()][Stance.COUNT];
    for (int i = 0; i < inputs.length; i++) {
      if (!(vectors.get(i) instanceof DenseVector dense)) {
        throw new IllegalArgumentException(
            "a perceptron takes dense vectors; choose the features 'embedding'");
      }
      inputs[i] = dense.values();
      targets[i][dataset.examples().get(i).stance().ordinal()] = 1;
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(configuration(inputs[0].length, weights(dataset), seed));
    network.init();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      order.add(i);
    }
    Random random = new Random(seed);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      for (int start = 0; start < order.size(); start += settings.batch()) {
        List<Integer> rows = order.subList(start, Math.min(order.size(), start + settings.batch()));
        try (INDArray x = batch(inputs, rows);
            INDArray y = batch(targets, rows)) {
          network.fit(x, y);
        }
      }
    }
    return network;
  }

  private static INDArray batch(float[][] values, List<Integer> rows) {
    return Nd4j.createFromArray(rows.stream().map(row -> values[row]).toArray(float[][]::new));
  }

  private MultiLayerConfiguration configuration(int inputs, float[] weights, long seed) {
    double retain = 1 - settings.dropout();
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .weightInit(WeightInit.XAVIER)
        .updater(new Adam(settings.learningRate()))
        .weightDecay(settings.weightDecay())
        .list()
        .layer(
            new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(settings.hidden())
                .activation(Activation.RELU)
                .dropOut(retain)
                .build())
        .layer(
            new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(weights)))
                .nIn(settings.hidden())
                .nOut(Stance.COUNT)
                .activation(Activation.SOFTMAX)
                .dropOut(retain)
                .build())
        .build();
  }

  /** n / (3 · n_k) for each stance if balanced, else 1. */
  private float[] weights(Dataset dataset) {
    float[] weights = {1, 1, 1};
    if (settings.balanced()) {
      for (Stance stance : Stance.values()) {
        long count = dataset.stances().stream().filter(stance::equals).count();
        weights[stance.ordinal()] =
            count == 0 ? 0 : (float) dataset.size() / (Stance.COUNT * count);
      }
    }
    return weights;
  }

  private static NetworkClassifier classifier(MultiLayerNetwork network, List<Stance> learnt) {
    float[] outputBiases = rows(network.getParam("1_b"));
    for (Stance stance : Stance.values()) {
      if (!learnt.contains(stance)) {
        // a short training leaves it a chance
        outputBiases[stance.ordinal()] = NEVER;
      }
    }
    // Deeplearning4j keeps weights as [inputs][units]; ours are [units][inputs].
    return new NetworkClassifier(
        rows(network.getParam("0_W").transpose()),
        rows(network.getParam("0_b")),
        rows(network.getParam("1_W").transpose()),
        outputBiases);
  }

  private static float[] rows(INDArray array) {
    return array.dup('c').data().asFloat();
  }
}

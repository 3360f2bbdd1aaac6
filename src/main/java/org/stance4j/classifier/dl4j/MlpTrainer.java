package org.stance4j.classifier.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
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
 * <p>Where layers are mixed, a 1 × 1 convolution over the layers of a vector comes first: a
 * weighted sum whose weights start equal, sum to 1 and do not decay. In the trained classifier it
 * is part of the first weight matrix.
 *
 * <p>One training at a time: ND4J's random source is one for the process.
 *
 * @param settings shape and training
 */
public record MlpTrainer(MlpSettings settings) implements ClassifierTrainer {
  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    return classifier(fit(dataset, vectors, seed), dataset);
  }

  /** Deeplearning4j's own network: what the parity test compares with. */
  MultiLayerNetwork fit(Dataset dataset, List<FeatureVector> vectors, long seed) {
    ClassifierTrainer.check(dataset, vectors);
    float[][] inputs = inputs(vectors);
    float[][] targets = Engine.targets(dataset);
    return Engine.alone(
        seed,
        () -> {
          MultiLayerNetwork network =
              new MultiLayerNetwork(
                  configuration(
                      inputs[0].length, Engine.lossWeights(dataset, settings.balanced()), seed));
          network.init();
          List<Integer> order = new ArrayList<>(IntStream.range(0, inputs.length).boxed().toList());
          Random random = new Random(seed);
          for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (int start = 0; start < order.size(); start += settings.batch()) {
              List<Integer> rows =
                  order.subList(start, Math.min(order.size(), start + settings.batch()));
              try (INDArray x = batch(inputs, rows);
                  INDArray y = batch(targets, rows)) {
                network.fit(shaped(x), y);
              }
            }
          }
          return network;
        });
  }

  private float[][] inputs(List<FeatureVector> vectors) {
    float[][] inputs = new float[vectors.size()][];
    for (int i = 0; i < inputs.length; i++) {
      if (!(vectors.get(i) instanceof DenseVector dense)) {
        throw new IllegalArgumentException(
            "a perceptron takes dense vectors; choose the features 'embedding'");
      }
      inputs[i] = dense.values();
    }
    if (mixes() && inputs[0].length % settings.mixLayers() != 0) {
      throw new IllegalArgumentException(
          "vectors of "
              + inputs[0].length
              + " numbers are not "
              + settings.mixLayers()
              + " layers of one size; set mixLayers to the number of layers in the features, or to"
              + " 0 for no mix");
    }
    return inputs;
  }

  private boolean mixes() {
    return settings.mixLayers() > 0;
  }

  private static INDArray batch(float[][] values, List<Integer> rows) {
    return Nd4j.createFromArray(rows.stream().map(row -> values[row]).toArray(float[][]::new));
  }

  /** What the network takes for [rows][numbers]: the same, or [rows][layers][hidden size][1]. */
  INDArray shaped(INDArray rows) {
    return mixes() ? rows.reshape(rows.size(0), settings.mixLayers(), -1, 1) : rows;
  }

  private MultiLayerConfiguration configuration(int inputs, INDArray lossWeights, long seed) {
    double retain = 1 - settings.dropout();
    int mixed = mixes() ? inputs / settings.mixLayers() : inputs;
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(WeightInit.XAVIER)
            .updater(new Adam(settings.learningRate()))
            .weightDecay(settings.weightDecay())
            .list();
    if (mixes()) {
      layers
          .layer(
              new ConvolutionLayer.Builder(1, 1)
                  .nIn(settings.mixLayers())
                  .nOut(1)
                  .hasBias(false)
                  .activation(Activation.IDENTITY)
                  .weightInit(new WeightInitConstant(1.0 / settings.mixLayers()))
                  .weightDecay(0)
                  .build())
          .inputPreProcessor(1, new CnnToFeedForwardPreProcessor(mixed, 1, 1));
    }
    return layers
        .layer(
            new DenseLayer.Builder()
                .nIn(mixed)
                .nOut(settings.hidden())
                .activation(Activation.RELU)
                .dropOut(retain)
                .build())
        .layer(
            new OutputLayer.Builder(new LossMCXENT(lossWeights))
                .nIn(settings.hidden())
                .nOut(Stance.COUNT)
                .activation(Activation.SOFTMAX)
                .dropOut(retain)
                .build())
        .build();
  }

  private NetworkClassifier classifier(MultiLayerNetwork network, Dataset dataset) {
    // Deeplearning4j keeps weights as [inputs][units]; ours are [units][inputs].
    int dense = mixes() ? 1 : 0;
    float[] weights = Engine.numbers(network.getParam(dense + "_W").transpose());
    return new NetworkClassifier(
        mixes() ? unmixed(weights, Engine.numbers(network.getParam("0_W"))) : weights,
        Engine.numbers(network.getParam(dense + "_b")),
        Engine.numbers(network.getParam(dense + 1 + "_W").transpose()),
        Engine.outputBiases(network.getParam(dense + 1 + "_b"), dataset));
  }

  /**
   * The weights of the vector as it is, from those of the mixed one: w · Σ mₗxₗ is Σ (mₗw) · xₗ.
   *
   * @param weights [units][hidden size]
   * @param mix [layers]
   * @return [units][layers · hidden size]
   */
  private float[] unmixed(float[] weights, float[] mix) {
    int size = weights.length / settings.hidden();
    float[] result = new float[weights.length * mix.length];
    for (int i = 0; i < result.length; i++) {
      int unit = i / (mix.length * size);
      result[i] = mix[i / size % mix.length] * weights[unit * size + i % size];
    }
    return result;
  }
}

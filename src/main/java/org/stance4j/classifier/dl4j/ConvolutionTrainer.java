package org.stance4j.classifier.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.Convolution1DUtils;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.ConvolutionClassifier;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.TokenMatrix;

/**
 * A convolution over tokens with global max pooling, trained with Adam on the cross-entropy.
 *
 * <p>One training at a time: ND4J's random source is one for the process.
 *
 * @param settings shape and training
 */
public record ConvolutionTrainer(ConvolutionSettings settings) implements ClassifierTrainer {
  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    return classifier(fit(dataset, ClassifierTrainer.checkTokens(dataset, vectors), seed), dataset);
  }

  /** Deeplearning4j's own network: what the parity test compares with. */
  MultiLayerNetwork fit(Dataset dataset, List<TokenMatrix> sentences, long seed) {
    return Engine.alone(
        seed,
        () -> {
          MultiLayerNetwork network =
              network(
                  sentences.get(0).dimension(),
                  Engine.lossWeights(dataset, settings.balanced()),
                  seed);
          new TokenBatches(sentences, Engine.targets(dataset), settings.batch())
              .fit(network, settings.epochs(), seed);
          return network;
        });
  }

  private MultiLayerNetwork network(int columns, INDArray lossWeights, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(settings.learningRate()))
                .weightDecay(settings.weightDecay())
                .list()
                .layer(
                    new Convolution1DLayer.Builder(settings.width())
                        .nIn(columns)
                        .nOut(settings.filters())
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.RELU)
                        .build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build())
                .layer(
                    new OutputLayer.Builder(new LossMCXENT(lossWeights))
                        .nIn(settings.filters())
                        .nOut(Stance.COUNT)
                        .activation(Activation.SOFTMAX)
                        .dropOut(1 - settings.dropout())
                        .build())
                .setInputType(InputType.recurrent(columns))
                .build());
    network.init();
    return network;
  }

  private ConvolutionClassifier classifier(MultiLayerNetwork network, Dataset dataset) {
    // whatever the shape it shows, Deeplearning4j reads the numbers as [width][columns][filters]
    INDArray filters =
        Convolution1DUtils.reshapeWeightArrayOrGradientForFormat(
            network.getParam("0_W"), RNNFormat.NCW);
    return new ConvolutionClassifier(
        settings.width(),
        Engine.numbers(filters.permute(2, 0, 1)),
        Engine.numbers(network.getParam("0_b")),
        Engine.numbers(network.getParam("2_W").transpose()),
        Engine.outputBiases(network.getParam("2_b"), dataset));
  }
}

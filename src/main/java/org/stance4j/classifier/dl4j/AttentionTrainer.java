package org.stance4j.classifier.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.AttentionClassifier;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.TokenMatrix;

/**
 * Self-attention over tokens with masked mean pooling, trained with Adam on the cross-entropy.
 *
 * <p>One training at a time: ND4J's random source is one for the process.
 *
 * @param settings shape and training
 */
public record AttentionTrainer(AttentionSettings settings) implements ClassifierTrainer {
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
    int outputs = settings.project() ? settings.heads() * settings.headSize() : columns;
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(settings.learningRate()))
                .weightDecay(settings.weightDecay())
                .list()
                .layer(
                    new SelfAttentionLayer.Builder()
                        .nIn(columns)
                        .nOut(outputs)
                        .nHeads(settings.heads())
                        .headSize(settings.headSize())
                        .projectInput(settings.project())
                        .build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(
                    new OutputLayer.Builder(new LossMCXENT(lossWeights))
                        .nIn(outputs)
                        .nOut(Stance.COUNT)
                        .activation(Activation.SOFTMAX)
                        .dropOut(1 - settings.dropout())
                        .build())
                .setInputType(InputType.recurrent(columns))
                .build());
    network.init();
    return network;
  }

  private AttentionClassifier classifier(MultiLayerNetwork network, Dataset dataset) {
    INDArray output = network.getParam("2_W");
    float[] biases = Engine.outputBiases(network.getParam("2_b"), dataset);
    if (!settings.project()) {
      return AttentionClassifier.unprojected(Engine.numbers(output.transpose()), biases);
    }
    // two linear maps with only a mean between them are one: [heads · size][outputs] · [outputs][3]
    return AttentionClassifier.projected(
        settings.heads(),
        Engine.numbers(network.getParam("0_Wq")),
        Engine.numbers(network.getParam("0_Wk")),
        Engine.numbers(network.getParam("0_Wv")),
        Engine.numbers(network.getParam("0_Wo").mmul(output).transpose()),
        biases);
  }
}

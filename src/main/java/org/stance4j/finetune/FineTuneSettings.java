package org.stance4j.finetune;

/**
 * How the layers are trained.
 *
 * @param trainedLayers number of layers that learn, from the top; at least 1
 * @param epochs passes over the data, at least 1
 * @param batch sentences of a step, at least 1
 * @param learningRate highest rate, of the head and the top layer; above 0
 * @param layerDecay what the rate of a layer is multiplied by for the layer below it, in (0, 1]
 * @param warmUp share of the steps in which the rate rises, in [0, 1); after, it falls to 0
 * @param weightDecay decay of the matrices, at least 0
 * @param dropout share of the numbers behind each sublayer that a step leaves out, in [0, 1)
 * @param labelSmoothing share of a label that is spread over all stances, in [0, 1)
 * @param balanced whether every stance weighs the same
 */
public record FineTuneSettings(
    int trainedLayers,
    int epochs,
    int batch,
    double learningRate,
    double layerDecay,
    double warmUp,
    double weightDecay,
    double dropout,
    double labelSmoothing,
    boolean balanced) {
  public FineTuneSettings {
    if (trainedLayers < 1 || epochs < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "trainedLayers, epochs and batch must be at least 1, got "
              + trainedLayers
              + ", "
              + epochs
              + " and "
              + batch);
    }
    if (!(learningRate > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "learningRate must be above 0 and weightDecay at least 0, got "
              + learningRate
              + " and "
              + weightDecay);
    }
    share("warmUp", warmUp);
    share("dropout", dropout);
    share("labelSmoothing", labelSmoothing);
    if (!(layerDecay > 0 && layerDecay <= 1)) {
      throw new IllegalArgumentException("layerDecay must be in (0, 1], got " + layerDecay);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
    }
  }
}

package org.stance4j.finetune;

/**
 * How an encoder is trained.
 *
 * @param trainedLayers number of layers that learn, from the top; at least 1
 * @param epochs passes over the data, at least 1
 * @param batchTokens most tokens of a batch, at least 1
 * @param batchesPerStep whose gradients are added up before a step, at least 1
 * @param learningRate highest rate, of the head and the top layer; above 0
 * @param layerDecay what the rate of a layer is multiplied by for the layer below it, in (0, 1]
 * @param warmUp share of the steps in which the rate rises, in [0, 1); after, it falls to 0
 * @param weightDecay decay of the matrices, at least 0
 * @param dropout share of the numbers behind each sublayer that a step leaves out, in [0, 1)
 * @param labelSmoothing share of a label that is spread over all stances, in [0, 1)
 * @param balanced whether every stance weighs the same
 * @param stopShare share of the data, by group, that is not learnt from but tells which epoch was
 *     the best one, in [0, 0.5]; 0 to learn from all and keep the last
 */
public record FineTuneSettings(
    int trainedLayers,
    int epochs,
    int batchTokens,
    int batchesPerStep,
    double learningRate,
    double layerDecay,
    double warmUp,
    double weightDecay,
    double dropout,
    double labelSmoothing,
    boolean balanced,
    double stopShare) {
  /** Most that may be kept back to tell which epoch is best. */
  public static final double MOST_STOP_SHARE = 0.5;

  public FineTuneSettings {
    atLeast("trainedLayers", trainedLayers, 1);
    atLeast("epochs", epochs, 1);
    atLeast("batchTokens", batchTokens, 1);
    atLeast("batchesPerStep", batchesPerStep, 1);
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
    if (!(stopShare >= 0 && stopShare <= MOST_STOP_SHARE)) {
      throw new IllegalArgumentException(
          "stopShare must be in [0, " + MOST_STOP_SHARE + "], got " + stopShare);
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
    }
  }
}

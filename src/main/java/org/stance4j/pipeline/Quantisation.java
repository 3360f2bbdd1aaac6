package org.stance4j.pipeline;

import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.store.ModelRef;

/**
 * A model and its variant in eight bits on the same sentences.
 *
 * @param original figures of the model
 * @param variant figures of the variant
 * @param comparison of the two, the model first
 * @param largestMove largest difference of a probability, in [0, 1]
 * @param originalSize of the model's own files
 * @param variantSize of the variant's own files
 * @param published the variant in the store; {@code null} where it loses too much
 */
public record Quantisation(
    Evaluation original,
    Evaluation variant,
    ModelComparison comparison,
    double largestMove,
    Size originalSize,
    Size variantSize,
    @Nullable ModelRef published) {
  /** Most that the macro-F1 may fall. */
  public static final double MOST_LOSS = 0.005;

  /**
   * What a model costs.
   *
   * @param bytes of its files
   * @param sentencesPerSecond of one pass over all sentences, after the encoder was opened
   */
  public record Size(long bytes, double sentencesPerSecond) {}

  /** How far the macro-F1 falls; negative where it rises. */
  public double loss() {
    return original.macroF1() - variant.macroF1();
  }

  /** Whether the macro-F1 falls by {@value #MOST_LOSS} at most. */
  public boolean isGoodEnough() {
    return loss() <= MOST_LOSS;
  }

  /** The variant against the model. */
  public PairedDifference difference() {
    return comparison.differences().get(0);
  }

  /** Sentences on which they disagree. */
  public int changed() {
    return comparison.changes().size();
  }

  /** How many times faster the variant is. */
  public double speedUp() {
    return variantSize.sentencesPerSecond() / originalSize.sentencesPerSecond();
  }

  Quantisation published(ModelRef ref) {
    return new Quantisation(
        original, variant, comparison, largestMove, originalSize, variantSize, ref);
  }
}

package org.stance4j.evaluation;

/**
 * What a model of two classes said of one case.
 *
 * @param score finite; the higher, the more it speaks for the positive class
 * @param positive whether the case is of the positive class
 * @param group cases of one group are resampled together
 */
public record BinaryScore(double score, boolean positive, String group) {
  public BinaryScore {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("a score must be finite, got " + score);
    }
  }
}

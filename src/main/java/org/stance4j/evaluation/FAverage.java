package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * F-average: (F1 of {@link Stance#PRO} + F1 of {@link Stance#ANTI}) / 2.
 *
 * <p>The official figure of SemEval-2016 task 6 and of TweetEval's stance task: neutral has no term
 * of its own, but neutral sentences taken for a side lower the precision of that side. Range [0,
 * 1]; a side that is absent counts as 0; 0 for the empty matrix. Source: Mohammad et al.,
 * "SemEval-2016 Task 6: Detecting Stance in Tweets", 2016, section 4.
 *
 * <p>With several targets both pool: the counts of all targets are added up, then F1 is computed,
 * as it is here when the matrix holds all rows. The paper calls that F-microT; the mean of the
 * targets' own F-averages, F-macroT there, is another figure.
 */
public final class FAverage {
  private FAverage() {}

  /** The F-average of a confusion matrix. */
  public static double of(ConfusionMatrix matrix) {
    double pro = PrecisionRecallF1.of(matrix, Stance.PRO).f1();
    double anti = PrecisionRecallF1.of(matrix, Stance.ANTI).f1();
    return (pro + anti) / 2;
  }
}

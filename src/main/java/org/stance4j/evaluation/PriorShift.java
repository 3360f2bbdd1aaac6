package org.stance4j.evaluation;

import java.util.List;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/**
 * How common each stance is in a text without labels, and probabilities that go by that instead of
 * by the class shares of the training.
 *
 * <p>M. Saerens, P. Latinne and C. Decaestecker, "Adjusting the Outputs of a Classifier to New a
 * Priori Probabilities: A Simple Procedure", Neural Computation 14, 2002. Expectation: p'(k | x) ∝
 * p(k | x) · new(k) / training(k). Maximisation: new(k) is the mean of p'(k | x). It assumes that
 * sentences of one stance look as they did in training and that the model's probabilities are
 * calibrated: less sure than they should be, they overstate a shift, surer, they understate it.
 *
 * <p>A stance that the training did not have keeps the prior 0, whatever the text says. A sentence
 * whose whole probability lies on such stances tells nothing and stays as it is.
 *
 * @param training prior implied in the model's probabilities
 * @param estimated prior of the text
 * @param n number of sentences it was estimated from
 * @param iterations number of steps
 * @param converged whether the last step moved no share by more than {@value #TOLERANCE}
 * @param statistic twice the logarithm of the likelihood ratio of the two priors, at least 0
 * @param p chance of a statistic as large if the prior had not changed (χ² with one degree of
 *     freedom less than stances in training); it takes sentences for independent, which those of
 *     one document are not, so it is too small rather than too large
 */
public record PriorShift(
    StanceProbabilities training,
    StanceProbabilities estimated,
    int n,
    int iterations,
    boolean converged,
    double statistic,
    double p) {
  /** Largest move of a share that counts as none. */
  public static final double TOLERANCE = 1e-7;

  /** Most steps. */
  public static final int MOST_ITERATIONS = 5_000;

  /**
   * Fewest sentences that a prior is estimated from. In a simulation with calibrated probabilities
   * and an unchanged prior, adapting to 50 sentences costs 1 point of accuracy, to 20 sentences 4
   * and to 10 sentences 9; from 100 sentences on a moderate shift is a gain.
   */
  public static final int ENOUGH_SENTENCES = 50;

  /** Level of the claim that the prior has changed. */
  public static final double LEVEL = 0.05;

  /**
   * Estimates the prior of a text.
   *
   * @param unlabelled a model's probabilities, at least {@value #ENOUGH_SENTENCES}
   * @param training prior implied in them: the mean out-of-fold probability, for a calibrated model
   *     the class shares that it was trained on
   * @throws IllegalArgumentException if there are too few
   */
  public static PriorShift estimate(
      List<StanceProbabilities> unlabelled, StanceProbabilities training) {
    if (unlabelled.size() < ENOUGH_SENTENCES) {
      throw new IllegalArgumentException(
          "a prior is estimated from at least "
              + ENOUGH_SENTENCES
              + " sentences, got "
              + unlabelled.size()
              + "; give more text at once, or do not adapt the prior");
    }
    double[][] rows =
        unlabelled.stream().map(StanceProbabilities::toArray).toArray(double[][]::new);
    double[] old = training.toArray();
    double[] prior = old.clone();
    int iterations = 0;
    double moved = Double.POSITIVE_INFINITY;
    while (moved > TOLERANCE && iterations < MOST_ITERATIONS) {
      double[] next = step(rows, old, prior);
      moved = 0;
      for (int k = 0; k < next.length; k++) {
        moved = Math.max(moved, Math.abs(next[k] - prior[k]));
      }
      prior = next;
      iterations++;
    }
    double statistic = Math.max(0, 2 * logRatio(rows, old, prior));
    int present = 0;
    for (double share : old) {
      present += share > 0 ? 1 : 0;
    }
    return new PriorShift(
        training,
        StanceProbabilities.of(prior),
        rows.length,
        iterations,
        moved <= TOLERANCE,
        statistic,
        ChiSquared.survival(statistic, present - 1));
  }

  /** Mean of the re-weighted probabilities; the same prior where no sentence tells anything. */
  private static double[] step(double[][] rows, double[] old, double[] prior) {
    double[] sums = new double[Stance.COUNT];
    double telling = 0;
    for (double[] row : rows) {
      double total = weight(row, old, prior);
      if (total > 0) {
        telling++;
        for (int k = 0; k < sums.length; k++) {
          sums[k] += weight(row, old, prior, k) / total;
        }
      }
    }
    if (telling == 0) {
      return prior;
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= telling;
    }
    return sums;
  }

  private static double logRatio(double[][] rows, double[] old, double[] prior) {
    double sum = 0;
    for (double[] row : rows) {
      double before = weight(row, old, old);
      double after = weight(row, old, prior);
      sum += before > 0 && after > 0 ? Math.log(after / before) : 0;
    }
    return sum;
  }

  private static double weight(double[] row, double[] old, double[] prior, int k) {
    return old[k] == 0 ? 0 : row[k] * prior[k] / old[k];
  }

  private static double weight(double[] row, double[] old, double[] prior) {
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      sum += weight(row, old, prior, k);
    }
    return sum;
  }

  /** A sentence's probabilities under the estimated prior. */
  public StanceProbabilities apply(StanceProbabilities probabilities) {
    double[] row = probabilities.toArray();
    double[] old = training.toArray();
    double[] prior = estimated.toArray();
    double total = weight(row, old, prior);
    if (!(total > 0)) {
      return probabilities;
    }
    double[] adapted = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      adapted[k] = weight(row, old, prior, k) / total;
    }
    return StanceProbabilities.of(adapted);
  }

  /** Whether the text shows, at the level {@value #LEVEL}, that its prior is another. */
  public boolean changed() {
    return p <= LEVEL;
  }
}

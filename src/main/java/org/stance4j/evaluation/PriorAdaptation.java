package org.stance4j.evaluation;

import java.util.List;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/**
 * What it brings to adapt a model to the prior of a text: estimated without labels, judged with
 * them.
 *
 * @param shift the estimate, from the probabilities alone
 * @param gold shares of the gold stances, which the estimate did not see
 * @param before the model as it was trained
 * @param after the same with the estimated prior
 * @param difference after against before, on the same sentences
 */
public record PriorAdaptation(
    PriorShift shift,
    StanceProbabilities gold,
    Evaluation before,
    Evaluation after,
    PairedDifference difference) {
  /** What the data say about the adaptation's effect on macro-F1. */
  public enum Verdict {
    /** Macro-F1 is higher, and the data carry the claim. */
    HELPED,
    /** Macro-F1 is lower, and the data carry the claim. */
    HURT,
    /** The data do not show a difference. */
    CANNOT_TELL
  }

  /**
   * Estimates the prior of scored examples, applies it and measures the difference.
   *
   * @param model name of the model
   * @param data name of the data
   * @param scored at least {@value PriorShift#ENOUGH_SENTENCES}; their labels play no part in the
   *     estimate
   * @param training prior implied in the probabilities
   * @param slicers what parts get figures of their own
   * @param resamples at least 1
   * @param seed source of resamples and permutations
   * @throws IllegalArgumentException if there are too few examples
   */
  public static PriorAdaptation of(
      String model,
      String data,
      List<ScoredExample> scored,
      StanceProbabilities training,
      List<Slicer> slicers,
      int resamples,
      long seed) {
    PriorShift shift =
        PriorShift.estimate(scored.stream().map(ScoredExample::probabilities).toList(), training);
    List<ScoredExample> adapted =
        scored.stream()
            .map(
                example ->
                    new ScoredExample(example.example(), shift.apply(example.probabilities())))
            .toList();
    String name = model + ", prior adapted";
    ModelComparison comparison =
        ModelComparison.of(
            data,
            List.of(new ScoredModel(model, scored), new ScoredModel(name, adapted)),
            slicers,
            resamples,
            seed);
    return new PriorAdaptation(
        shift,
        shares(scored),
        comparison.evaluation(model),
        comparison.evaluation(name),
        comparison.differences().get(0));
  }

  private static StanceProbabilities shares(List<ScoredExample> scored) {
    ConfusionMatrix matrix = ConfusionMatrix.of(scored);
    double n = matrix.total();
    return new StanceProbabilities(
        matrix.gold(Stance.PRO) / n, matrix.gold(Stance.ANTI) / n, matrix.gold(Stance.NEUTRAL) / n);
  }

  /** Whether the adaptation helped; see {@link MetricDifference#claim}. */
  public Verdict verdict() {
    MetricDifference macroF1 = difference.of(Metric.MACRO_F1);
    if (!macroF1.claim()) {
      return Verdict.CANNOT_TELL;
    }
    return macroF1.difference() > 0 ? Verdict.HELPED : Verdict.HURT;
  }
}

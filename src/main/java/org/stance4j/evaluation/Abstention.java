package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;

/**
 * What a model gains by leaving the sentences unanswered of which it is not sure.
 *
 * @param curve risk against coverage
 * @param thresholds for each of {@link #PRECISIONS}, over all answers
 * @param thresholdsByStance the same over the answers of one stance; in declaration order,
 *     unmodifiable
 * @param sets what the label sets that the model holds achieve at each of {@link #COVERAGES}; empty
 *     where it holds none
 */
public record Abstention(
    RiskCoverageCurve curve,
    List<PrecisionThreshold> thresholds,
    Map<Stance, List<PrecisionThreshold>> thresholdsByStance,
    List<SetCoverage> sets) {
  /** Precisions for which thresholds are told. */
  public static final List<Double> PRECISIONS = List.of(0.8, 0.9, 0.95);

  /** Coverages at which label sets are measured. */
  public static final List<Double> COVERAGES = List.of(0.8, 0.9, 0.95);

  public Abstention {
    thresholds = List.copyOf(thresholds);
    Map<Stance, List<PrecisionThreshold>> copy = new EnumMap<>(Stance.class);
    thresholdsByStance.forEach((stance, list) -> copy.put(stance, List.copyOf(list)));
    thresholdsByStance = Collections.unmodifiableMap(copy);
    sets = List.copyOf(sets);
  }

  /**
   * Measures abstention with {@link ClusterBootstrap#RESAMPLES} resamples.
   *
   * @param scored at least one scored example, none of which the calibration rests on
   * @param calibration what the model's label sets are made from; {@code null} where it holds none
   * @param seed source of the resamples
   * @throws IllegalArgumentException if there are no examples
   */
  public static Abstention of(
      List<ScoredExample> scored, @Nullable ConformalCalibration calibration, long seed) {
    return of(scored, calibration, ClusterBootstrap.RESAMPLES, seed);
  }

  /** The same with that many resamples. */
  public static Abstention of(
      List<ScoredExample> scored,
      @Nullable ConformalCalibration calibration,
      int resamples,
      long seed) {
    Map<Stance, List<PrecisionThreshold>> byStance = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      byStance.put(
          stance, thresholds(scored.stream().filter(one -> one.predicted() == stance).toList()));
    }
    return new Abstention(
        RiskCoverageCurve.of(scored),
        thresholds(scored),
        byStance,
        calibration == null
            ? List.of()
            : COVERAGES.stream()
                .map(
                    coverage -> SetCoverage.of(scored, calibration.sets(coverage), resamples, seed))
                .toList());
  }

  private static List<PrecisionThreshold> thresholds(List<ScoredExample> scored) {
    return PRECISIONS.stream().map(wanted -> PrecisionThreshold.of(scored, wanted)).toList();
  }
}

package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.stance4j.Stance;

/**
 * A figure of two classes, for each stance against the other two, its probability being the score.
 *
 * <p>A stance that no example has, or every one, cannot be told from the rest: it has no figure.
 *
 * @param byStance the figure of each stance that has one, in declaration order; unmodifiable
 * @param mean their unweighted mean, as with scikit-learn's {@code average="macro"}; what guessing
 *     scores where no stance has one: 0.5 for {@link RocAuc}, 0 for {@link AveragePrecision}
 */
public record OneVersusRest(Map<Stance, Double> byStance, double mean) {
  /** {@link RocAuc} where there is nothing to rank. */
  static final double NO_ROC_AUC = 0.5;

  public OneVersusRest {
    Map<Stance, Double> copy = new EnumMap<>(Stance.class);
    copy.putAll(byStance);
    byStance = Collections.unmodifiableMap(copy);
  }

  /** {@link RocAuc} of each stance. */
  public static OneVersusRest rocAuc(List<ScoredExample> scored) {
    return of(scored, RocAuc::of, NO_ROC_AUC);
  }

  /** {@link AveragePrecision} of each stance. */
  public static OneVersusRest averagePrecision(List<ScoredExample> scored) {
    return of(scored, AveragePrecision::of, 0);
  }

  private static OneVersusRest of(
      List<ScoredExample> scored, ToDoubleFunction<List<BinaryScore>> figure, double none) {
    Map<Stance, Double> byStance = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      long gold = scored.stream().filter(example -> example.gold() == stance).count();
      if (gold > 0 && gold < scored.size()) {
        byStance.put(stance, figure.applyAsDouble(cases(scored, stance)));
      }
    }
    return new OneVersusRest(
        byStance,
        byStance.values().stream().mapToDouble(Double::doubleValue).average().orElse(none));
  }

  /** The probability of one stance as a score, and whether it is the gold one. */
  static List<BinaryScore> cases(List<ScoredExample> scored, Stance stance) {
    return scored.stream()
        .map(
            example ->
                new BinaryScore(
                    example.probabilities().of(stance),
                    example.gold() == stance,
                    example.example().group()))
        .toList();
  }
}

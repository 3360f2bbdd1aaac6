package org.stance4j.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;

/**
 * What label sets of any coverage are made from: the probabilities that a model gave to the gold
 * stances of sentences that it had not learnt from, stance by stance.
 *
 * <p>Split-conformal prediction, Mondrian by class: V. Vovk, A. Gammerman and G. Shafer,
 * Algorithmic Learning in a Random World, 2005, section 4.5; A. N. Angelopoulos and S. Bates, "A
 * gentle introduction to conformal prediction and distribution-free uncertainty quantification",
 * 2021. The nonconformity score is 1 − P(stance), that of M. Sadinle, J. Lei and L. Wasserman,
 * "Least ambiguous set-valued classifiers with bounded error levels", Journal of the American
 * Statistical Association 114, 2019. With n sentences of a stance and coverage c = 1 − α, the
 * threshold of the stance is the ⌈(n + 1)c⌉-th largest of their probabilities, that is the ⌈(n +
 * 1)(1 − α)⌉/n quantile of the scores.
 *
 * <p>A new sentence of a stance then has this stance in its set with a probability of at least c,
 * and at most c + 1/(n + 1) where no two probabilities are equal, <em>if</em> it and the n
 * sentences are exchangeable. Because it holds for each stance alone, other shares of the stances
 * do not break it; other ways of writing do.
 *
 * <p>Here the n probabilities come from cross-validation, each from a model that did not see the
 * sentence's group, and the sets are made with one more model that was trained on all of them. So
 * the guarantee is that of cross-conformal prediction (V. Vovk, "Cross-conformal predictors",
 * Annals of Mathematics and Artificial Intelligence 74, 2015): close to c where the models of the
 * folds and the last one are alike, but not exact.
 *
 * <p>Immutable and thread-safe.
 */
public final class ConformalCalibration {
  private final Map<Stance, float[]> descending;

  private ConformalCalibration(Map<Stance, float[]> probabilities) {
    this.descending = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      float[] values = probabilities.getOrDefault(stance, new float[0]).clone();
      for (float value : values) {
        if (!(value >= 0 && value <= 1)) {
          throw new IllegalArgumentException(
              "probabilities of "
                  + stance.label()
                  + " must lie in [0, 1], but one of them is "
                  + value);
        }
      }
      Arrays.sort(values);
      for (int i = 0; i < values.length / 2; i++) {
        float small = values[i];
        values[i] = values[values.length - 1 - i];
        values[values.length - 1 - i] = small;
      }
      descending.put(stance, values);
    }
  }

  /**
   * The calibration by scored examples.
   *
   * <p>Probabilities are rounded down to single precision, in which they are stored: a lower one
   * makes a set larger, never smaller.
   *
   * @param scored out of fold: none by a model that learnt from it
   */
  public static ConformalCalibration of(List<ScoredExample> scored) {
    Map<Stance, float[]> probabilities = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      double[] gold =
          scored.stream()
              .filter(example -> example.gold() == stance)
              .mapToDouble(example -> example.probabilities().of(stance))
              .toArray();
      float[] rounded = new float[gold.length];
      for (int i = 0; i < gold.length; i++) {
        float nearest = (float) gold[i];
        rounded[i] = nearest > gold[i] ? Math.nextDown(nearest) : nearest;
      }
      probabilities.put(stance, rounded);
    }
    return new ConformalCalibration(probabilities);
  }

  /**
   * The calibration by probabilities of gold stances.
   *
   * @param probabilities by stance, in any order, each in [0, 1]; copied
   * @throws IllegalArgumentException if one is out of range
   */
  public static ConformalCalibration ofProbabilities(Map<Stance, float[]> probabilities) {
    return new ConformalCalibration(probabilities);
  }

  /** The probabilities of the sentences with that stance, descending; a copy. */
  public float[] probabilities(Stance stance) {
    return descending(stance).clone();
  }

  /** Number of sentences with that stance. */
  public int n(Stance stance) {
    return descending(stance).length;
  }

  private float[] descending(Stance stance) {
    return descending.getOrDefault(stance, new float[0]);
  }

  /** Number of sentences. */
  public int n() {
    return Arrays.stream(Stance.values()).mapToInt(this::n).sum();
  }

  /** The stance with the fewest sentences, of those that have any; of equal ones, the first. */
  public Stance rarest() {
    return Arrays.stream(Stance.values())
        .filter(stance -> n(stance) > 0)
        .min((first, second) -> Integer.compare(n(first), n(second)))
        .orElseThrow(() -> new IllegalStateException("there is no sentence to calibrate with"));
  }

  /**
   * Whether each stance has enough sentences for that coverage, ⌈(n + 1)c⌉ ≤ n; if not, the stance
   * is in every set.
   */
  public boolean carries(double coverage) {
    return Arrays.stream(Stance.values())
        .filter(stance -> n(stance) > 0)
        .allMatch(stance -> rank(n(stance), coverage) <= n(stance));
  }

  /**
   * The label sets at a coverage. A stance that no sentence has is in none of them.
   *
   * @param coverage in (0, 1)
   * @throws IllegalArgumentException if it is out of range
   */
  public ConformalSets sets(double coverage) {
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException(
          "a coverage must lie between 0 and 1, both excluded, got " + coverage);
    }
    Map<Stance, Double> thresholds = new EnumMap<>(Stance.class);
    descending.forEach(
        (stance, values) -> {
          int rank = rank(values.length, coverage);
          if (values.length > 0) {
            thresholds.put(stance, rank > values.length ? 0.0 : values[rank - 1]);
          }
        });
    return new ConformalSets(coverage, thresholds);
  }

  /** ⌈(n + 1)c⌉, in decimals, since 0.9 in binary is a little more than 0.9. */
  private static int rank(int n, double coverage) {
    return BigDecimal.valueOf(coverage)
        .multiply(BigDecimal.valueOf(n + 1L))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }
}

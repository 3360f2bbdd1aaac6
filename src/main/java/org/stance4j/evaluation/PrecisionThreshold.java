package org.stance4j.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From which probability on a model's answers are as precise as wanted, found on labelled data.
 *
 * <p>Looked at are {@value #LOOKS} thresholds, those that keep 5 %, 10 %, … 100 % of the sentences.
 * Choosing the best of them flatters it; so the {@link ClopperPearson} bound of each is taken at a
 * level of 0.05 / {@value #LOOKS}, and with 95 % confidence all of them hold at once (Bonferroni).
 * Y. Geifman and R. El-Yaniv, "Selective classification for deep neural networks", NIPS 2017,
 * search such a threshold by halving, which looks at fewer of them but at ones that depend on the
 * labels seen before. The bounds take sentences for independent, which those of one document are
 * not: then they are too high.
 *
 * @param wanted share of the answers that is to be right, in (0, 1]
 * @param n number of sentences looked at
 * @param reached keeps most sentences of those thresholds at which the share is as wanted in these
 *     data; {@code null} where there is none
 * @param assured keeps most sentences of those whose bound is as wanted; {@code null} where there
 *     is none
 * @param best the most precise of all, of equally precise ones that which keeps most; {@code null}
 *     without a sentence
 */
public record PrecisionThreshold(
    double wanted,
    int n,
    @Nullable OperatingPoint reached,
    @Nullable OperatingPoint assured,
    @Nullable OperatingPoint best) {
  /** Number of thresholds looked at. */
  public static final int LOOKS = 20;

  /** Probability with which all bounds hold. */
  public static final double CONFIDENCE = 0.95;

  /** How far a precision is there. */
  public enum Verdict {
    /** The bound is as wanted. */
    ASSURED,
    /** The share is as wanted, but so few sentences carry it that it may be chance. */
    TOO_FEW_SENTENCES,
    /** At no threshold is the share as wanted. */
    NOT_REACHED,
    /** There is no sentence to look at. */
    NO_SENTENCES
  }

  public PrecisionThreshold {
    if (!(wanted > 0 && wanted <= 1)) {
      throw new IllegalArgumentException("a precision must lie in (0, 1], got " + wanted);
    }
  }

  /** The threshold for a precision of all answers, or of those given as {@code scored}. */
  public static PrecisionThreshold of(List<ScoredExample> scored, double wanted) {
    OperatingPoint reached = null;
    OperatingPoint assured = null;
    OperatingPoint best = null;
    for (OperatingPoint point : looks(scored)) {
      reached = point.precision() >= wanted ? point : reached;
      assured = bound(point) >= wanted ? point : assured;
      best = best == null || point.precision() >= best.precision() ? point : best;
    }
    return new PrecisionThreshold(wanted, scored.size(), reached, assured, best);
  }

  /** Those that keep few sentences first. */
  private static List<OperatingPoint> looks(List<ScoredExample> scored) {
    if (scored.isEmpty()) {
      return List.of();
    }
    RiskCoverageCurve curve = RiskCoverageCurve.of(scored);
    Map<Integer, OperatingPoint> looks = new TreeMap<>();
    for (int look = 1; look <= LOOKS; look++) {
      OperatingPoint point = curve.at((double) look / LOOKS);
      looks.put(point.kept(), point);
    }
    return looks.values().stream().collect(Collectors.toUnmodifiableList());
  }

  /**
   * Lower bound of the share of right answers beyond such a threshold, with {@value #CONFIDENCE}
   * for all thresholds at once.
   */
  public static double bound(OperatingPoint point) {
    return ClopperPearson.lower(point.right(), point.kept(), (1 - CONFIDENCE) / LOOKS);
  }

  /** Whether there is such a threshold, and if not, why. */
  public Verdict verdict() {
    if (n == 0) {
      return Verdict.NO_SENTENCES;
    }
    if (assured != null) {
      return Verdict.ASSURED;
    }
    return reached == null ? Verdict.NOT_REACHED : Verdict.TOO_FEW_SENTENCES;
  }

  /** The threshold to use: the assured one, else the one reached, else none. */
  public @Nullable OperatingPoint chosen() {
    return assured == null ? reached : assured;
  }
}

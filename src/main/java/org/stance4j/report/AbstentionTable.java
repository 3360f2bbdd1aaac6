package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.OperatingPoint;
import org.stance4j.evaluation.PrecisionThreshold;
import org.stance4j.evaluation.RiskCoverageCurve;
import org.stance4j.evaluation.SetCoverage;
import org.stance4j.evaluation.SetFigures;

/**
 * A table of what abstention brings, as readers see it.
 *
 * @param title what it shows
 * @param lead how to read it, a sentence or more
 * @param columns names of the columns
 * @param rows cells, as many as columns
 */
public record AbstentionTable(
    String title, String lead, List<String> columns, List<List<String>> rows) {
  /** Shares of the sentences at which the curve is told in figures. */
  private static final List<Double> SHARES = List.of(0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0);

  private static final String ALL = "all";
  private static final String NONE = "–";

  public AbstentionTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The tables: the curve, thresholds, and label sets where the model holds some. */
  public static List<AbstentionTable> of(Abstention abstention) {
    List<AbstentionTable> tables = new ArrayList<>();
    tables.add(curve(abstention.curve()));
    tables.add(thresholds(abstention));
    if (!abstention.sets().isEmpty()) {
      tables.add(sets(abstention.sets()));
    }
    return List.copyOf(tables);
  }

  private static AbstentionTable curve(RiskCoverageCurve curve) {
    return new AbstentionTable(
        "Risk and coverage",
        "What is wrong when only the surest sentences are answered. Area under the curve "
            + Figures.figure(curve.aurc())
            + ", of which "
            + Figures.figure(curve.excessAurc())
            + " would go if every wrong answer were less sure than every right one.",
        List.of("coverage", "from probability", "answered", "share right", "share wrong"),
        SHARES.stream()
            .map(curve::at)
            .distinct()
            .map(
                point ->
                    List.of(
                        Figures.percent(point.coverage()),
                        Figures.figure(point.threshold()),
                        Figures.count(point.kept()),
                        Figures.figure(point.precision()),
                        Figures.figure(point.risk())))
            .toList());
  }

  private static AbstentionTable thresholds(Abstention abstention) {
    List<List<String>> rows = new ArrayList<>();
    abstention.thresholds().forEach(threshold -> rows.add(row(ALL, threshold)));
    abstention
        .thresholdsByStance()
        .forEach(
            (stance, thresholds) ->
                thresholds.forEach(threshold -> rows.add(row(stance.label(), threshold))));
    return new AbstentionTable(
        "Thresholds for a wanted precision",
        "Of "
            + PrecisionThreshold.LOOKS
            + " thresholds, the one that answers most. 'At least' is a lower bound of the share"
            + " right that with 95\u00a0% confidence holds for all of these thresholds at once, for"
            + " independent sentences; those of one document are not, so it is too high for few"
            + " documents.",
        List.of(
            "answers",
            "wanted",
            "from probability",
            "answered",
            "share right",
            "at least",
            "how sure"),
        rows);
  }

  private static List<String> row(String answers, PrecisionThreshold threshold) {
    OperatingPoint point = threshold.chosen();
    return Stream.concat(
            Stream.of(answers, Figures.percent(threshold.wanted())),
            Stream.concat(cells(point), Stream.of(words(threshold))))
        .toList();
  }

  private static Stream<String> cells(@Nullable OperatingPoint point) {
    return point == null
        ? Stream.of(NONE, NONE, NONE, NONE)
        : Stream.of(
            Figures.figure(point.threshold()),
            Figures.count(point.kept()) + " of " + Figures.count(point.n()),
            Figures.figure(point.precision()),
            Figures.figure(PrecisionThreshold.bound(point)));
  }

  /** Whether a precision is there, and if not, why. */
  static String words(PrecisionThreshold threshold) {
    OperatingPoint best = threshold.best();
    return switch (threshold.verdict()) {
      case ASSURED -> "shown by these data";
      case TOO_FEW_SENTENCES -> "reached here; too few sentences to show it";
      case NOT_REACHED ->
          best == null
              ? "not reached"
              : "not reached; the highest is " + Figures.figure(best.precision());
      case NO_SENTENCES -> "no such answer";
    };
  }

  private static AbstentionTable sets(List<SetCoverage> sets) {
    List<List<String>> rows = new ArrayList<>();
    for (SetCoverage set : sets) {
      rows.add(row(set.coverage(), ALL, set.all(), Figures.interval(set.interval())));
      for (Map.Entry<Stance, SetFigures> entry : set.byStance().entrySet()) {
        Interval interval = set.intervals().get(entry.getKey());
        rows.add(
            row(
                set.coverage(),
                entry.getKey().label(),
                entry.getValue(),
                interval == null ? NONE : Figures.interval(interval)));
      }
    }
    return new AbstentionTable(
        "Label sets",
        AbstentionWords.CAVEAT,
        List.of(
            "made for",
            "gold stance",
            "sentences",
            "coverage here",
            "95\u00a0% interval",
            "stances a set",
            "empty sets",
            "answered",
            "right of these"),
        rows);
  }

  private static List<String> row(
      double coverage, String gold, SetFigures figures, String interval) {
    boolean none = figures.n() == 0;
    return List.of(
        Figures.percent(coverage),
        gold,
        Figures.count(figures.n()),
        none ? NONE : Figures.figure(figures.coverage()),
        interval,
        none ? NONE : String.format(Locale.ROOT, "%.2f", figures.meanSize()),
        Figures.count(figures.empty()),
        none ? NONE : Figures.percent(figures.answeredShare()),
        figures.answered() == 0 ? NONE : Figures.percent(figures.precision()));
  }
}

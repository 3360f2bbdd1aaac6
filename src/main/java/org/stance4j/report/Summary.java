package org.stance4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.PairedPermutationTest;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.PriorShift;
import org.stance4j.evaluation.SliceDifference;

/** Says in plain words what a report holds. */
final class Summary {
  private Summary() {}

  static List<String> of(EvaluationReport report) {
    Evaluation evaluation = report.evaluation();
    PriorAdaptation adaptation = report.adaptation();
    List<String> lines = new ArrayList<>(gates(report.gates()));
    lines.add(
        evaluation.model()
            + " was tested on "
            + sentences(evaluation.n())
            + " of "
            + groups(evaluation.clusters())
            + " ("
            + evaluation.data()
            + ") and gets "
            + Figures.percent(evaluation.accuracy())
            + " of them right.");
    lines.add(
        "Its macro-F1, which counts "
            + (evaluation.warnings().contains(EvaluationWarning.UNUSED_CLASS)
                ? "the stances that occur"
                : "the three stances")
            + " alike, is "
            + macroF1(evaluation)
            + ".");
    targets(evaluation).ifPresent(lines::add);
    lines.add(
        "It gives its most probable stance "
            + Figures.percent(evaluation.probabilities().reliability().confidence())
            + " on average; the calibration error is "
            + Figures.figure(evaluation.probabilities().calibrationError())
            + ".");
    Abstention abstention = evaluation.abstention();
    if (abstention != null) {
      lines.addAll(AbstentionWords.of(abstention));
    }
    weakest(evaluation).ifPresent(lines::add);
    if (adaptation != null) {
      lines.addAll(of(adaptation));
    }
    for (EvaluationWarning warning : evaluation.warnings()) {
      lines.add(warning(warning, evaluation.clusters()));
    }
    return List.copyOf(lines);
  }

  /** The gates that fail, or that all pass; nothing where there is none. */
  private static List<String> gates(List<GateResult> gates) {
    List<String> failed =
        gates.stream()
            .filter(GateResult::failed)
            .map(gate -> "Failed: " + GateWords.line(gate) + ".")
            .toList();
    return gates.isEmpty() || !failed.isEmpty()
        ? failed
        : List.of("Every gate passes (" + Figures.count(gates.size()) + " checked).");
  }

  private static Optional<String> weakest(Evaluation evaluation) {
    long ranked = evaluation.slices().stream().filter(slice -> slice.rank() > 0).count();
    return evaluation.slices().stream()
        .filter(slice -> slice.rank() == 1 && ranked > 1)
        .findFirst()
        .map(
            slice ->
                "Of "
                    + Figures.count((int) ranked)
                    + " parts that are large enough to be ranked, it is weakest on "
                    + slice.attribute()
                    + " "
                    + slice.value()
                    + ": balanced accuracy "
                    + Figures.figure(slice.scores().of(EvaluationSlice.RANKED_BY))
                    + ", "
                    + sentences(slice.n())
                    + " of "
                    + groups(slice.clusters())
                    + ".");
  }

  private static List<String> of(PriorAdaptation adaptation) {
    PriorShift shift = adaptation.shift();
    List<String> lines = new ArrayList<>();
    lines.add(
        "From "
            + sentences(shift.n())
            + " without their labels the shares are estimated as "
            + shares(shift.estimated())
            + "; in truth they are "
            + shares(adaptation.gold())
            + ", in training "
            + shares(shift.training())
            + ".");
    lines.add(verdict(adaptation));
    if (!shift.converged()) {
      lines.add("Beware: the estimate of the shares did not settle.");
    }
    return lines;
  }

  /** Whether adapting the prior helped, as a sentence. */
  static String verdict(PriorAdaptation adaptation) {
    MetricDifference difference = adaptation.difference().of(Metric.MACRO_F1);
    String verdict =
        switch (adaptation.verdict()) {
          case HELPED -> "Adapting the prior helped";
          case HURT -> "Adapting the prior hurt";
          case CANNOT_TELL -> "Whether adapting the prior helped cannot be told from these data";
        };
    return verdict + figures(difference) + " " + evidence(adaptation.shift());
  }

  private static String evidence(PriorShift shift) {
    return (shift.changed()
            ? "The text shows that its shares differ from the training's"
            : "The text does not show that its shares differ from the training's")
        + " (likelihood ratio, "
        + p(shift.p())
        + ").";
  }

  private static String shares(StanceProbabilities shares) {
    return Arrays.stream(Stance.values())
        .map(stance -> stance.label() + " " + Figures.percent(shares.of(stance)))
        .collect(Collectors.joining(", "));
  }

  static List<String> of(TrainingReport report) {
    ModelEntry chosen = report.chosen();
    List<String> lines = new ArrayList<>();
    lines.add("The best model is " + chosen.name() + ". " + report.reason());
    StringBuilder figures = new StringBuilder("On groups of sentences that it has not seen, ");
    figures.append(chosen.name()).append(" reaches a macro-F1 of ");
    figures.append(macroF1(chosen.crossValidated()));
    for (ModelEntry model : report.models()) {
      if (model.reference() && !report.isBest(model)) {
        figures.append("; ").append(model.name()).append(" has ");
        figures.append(Figures.figure(model.crossValidated().macroF1()));
      }
    }
    lines.add(figures.append('.').toString());
    targets(chosen.crossValidated()).ifPresent(lines::add);
    chosen
        .heldOut()
        .forEach(
            (part, evaluation) -> {
              lines.add(
                  "On the "
                      + part.title()
                      + " ("
                      + sentences(evaluation.n())
                      + " of "
                      + groups(evaluation.clusters())
                      + ") it is "
                      + macroF1(evaluation)
                      + ".");
              targets(evaluation).ifPresent(lines::add);
              Optional.ofNullable(evaluation.abstention())
                  .flatMap(AbstentionWords::sets)
                  .ifPresent(
                      told -> lines.add("On the " + part.title() + " its label sets, " + told));
              for (EvaluationWarning warning : evaluation.warnings()) {
                lines.add(
                    warning.opening() + ", on the " + part.title() + ": " + warning.text() + ".");
              }
            });
    for (EvaluationWarning warning : chosen.crossValidated().warnings()) {
      lines.add(warning.opening() + ", in cross-validation: " + warning.text() + ".");
    }
    return List.copyOf(lines);
  }

  static List<String> of(ComparisonReport report) {
    ModelComparison comparison = report.comparison();
    List<String> lines = new ArrayList<>(gates(report.gates()));
    for (PairedDifference pair : comparison.differences()) {
      lines.add(
          claim(pair)
              + " It fixes "
              + sentences(pair.fixed())
              + " and breaks "
              + Figures.count(pair.broken())
              + parts(pair)
              + ".");
    }
    lines.add(
        "All figures are of the same "
            + sentences(comparison.n())
            + " of "
            + groups(comparison.clusters())
            + ".");
    for (EvaluationWarning warning : comparison.warnings()) {
      lines.add(warning(warning, comparison.clusters()));
    }
    return List.copyOf(lines);
  }

  private static String warning(EvaluationWarning warning, int clusters) {
    boolean few = warning == EvaluationWarning.TOO_FEW_CLUSTERS;
    return warning.opening() + ": " + warning.text() + (few ? floor(clusters) : "") + ".";
  }

  /** The floor of the paired test, which few groups make a high one. */
  private static String floor(int clusters) {
    return String.format(
        Locale.ROOT,
        "; with %s no two-sided paired test can go below p = %s",
        groups(clusters),
        BigDecimal.valueOf(PairedPermutationTest.floor(clusters))
            .setScale(4, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString());
  }

  /** Parts in which the second model is better or worse beyond doubt. */
  private static String parts(PairedDifference pair) {
    List<SliceDifference> claims =
        pair.rankedSlices().stream().filter(SliceDifference::claim).toList();
    String worse = parts(claims.stream().filter(slice -> slice.difference() < 0).toList());
    return worse.isEmpty() ? "" : "; it is worse on " + worse;
  }

  private static String parts(List<SliceDifference> slices) {
    return slices.stream()
        .map(slice -> slice.attribute() + " " + slice.value())
        .collect(Collectors.joining(", "));
  }

  private static String claim(PairedDifference pair) {
    MetricDifference difference = pair.of(Metric.MACRO_F1);
    String figures = figures(difference);
    if (!difference.claim()) {
      return "The data do not show that "
          + pair.second()
          + " and "
          + pair.first()
          + " differ"
          + figures;
    }
    String direction = difference.difference() > 0 ? " is better than " : " is worse than ";
    return pair.second() + direction + pair.first() + figures;
  }

  private static String figures(MetricDifference difference) {
    return " (macro-F1 "
        + Figures.signed(difference.difference())
        + ", 95\u00a0% interval "
        + Figures.signedInterval(difference.interval())
        + ", "
        + p(difference.holm())
        + ").";
  }

  /** The figure of SemEval-2016 task 6, where there are several targets. */
  private static Optional<String> targets(Evaluation evaluation) {
    List<EvaluationSlice> targets = evaluation.slices(Example.TARGET);
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    double mean =
        targets.stream()
            .mapToDouble(target -> target.scores().of(Metric.F_AVERAGE))
            .average()
            .orElseThrow();
    return Optional.of(
        "Over its "
            + Figures.count(targets.size())
            + " targets pooled, the F-average of pro and anti is "
            + Figures.figure(evaluation.fAvg())
            + " (95\u00a0% interval "
            + Figures.interval(evaluation.interval(Metric.F_AVERAGE))
            + "); the mean of the targets' own is "
            + Figures.figure(mean)
            + ".");
  }

  /** {@code p = 0.031} or {@code p < 0.001}. */
  private static String p(double p) {
    return p < 0.001 ? "p\u00a0" + Figures.p(p) : "p\u00a0=\u00a0" + Figures.p(p);
  }

  static String macroF1(Evaluation evaluation) {
    return Figures.figure(evaluation.macroF1())
        + " (95\u00a0% interval "
        + Figures.interval(evaluation.interval(Metric.MACRO_F1))
        + ")";
  }

  static String sentences(int n) {
    return Figures.count(n) + (n == 1 ? " sentence" : " sentences");
  }

  static String groups(int n) {
    return Figures.count(n) + (n == 1 ? " group" : " groups");
  }
}

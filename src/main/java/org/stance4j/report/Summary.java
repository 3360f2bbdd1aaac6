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
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.Interval;
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
  /** Most parts that a sentence names. */
  private static final int MOST_PARTS = 3;

  private Summary() {}

  static List<String> of(EvaluationReport report) {
    Evaluation evaluation = report.evaluation();
    PriorAdaptation adaptation = report.adaptation();
    List<String> lines = new ArrayList<>(failed(report.gates()));
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
    commonestError(evaluation).ifPresent(lines::add);
    Abstention abstention = evaluation.abstention();
    if (abstention != null) {
      lines.addAll(AbstentionWords.of(abstention));
    }
    weakest(evaluation, "it").ifPresent(lines::add);
    if (adaptation != null) {
      lines.addAll(of(adaptation));
    }
    lines.addAll(passed(report.gates()));
    for (EvaluationWarning warning : evaluation.warnings()) {
      lines.add(warning(warning, evaluation.clusters()));
    }
    return List.copyOf(lines);
  }

  /** The gates that fail, which a reader must know first. */
  private static List<String> failed(List<GateResult> gates) {
    return gates.stream()
        .filter(GateResult::failed)
        .map(gate -> "Failed: " + GateWords.line(gate) + ".")
        .toList();
  }

  /** That all gates pass; nothing where one fails or there is none. */
  private static List<String> passed(List<GateResult> gates) {
    return gates.isEmpty() || !failed(gates).isEmpty()
        ? List.of()
        : List.of("Every gate passes (" + Figures.count(gates.size()) + " checked).");
  }

  /** The cell of the confusion matrix off its diagonal that holds most. */
  private static Optional<String> commonestError(Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.confusion();
    int most = 0;
    String words = "";
    for (Stance gold : Stance.values()) {
      for (Stance predicted : Stance.values()) {
        int count = matrix.count(gold, predicted);
        if (gold != predicted && count > most) {
          most = count;
          words = gold.label() + " for " + predicted.label();
        }
      }
    }
    int errors = matrix.total() - matrix.correct();
    return errors == 0
        ? Optional.empty()
        : Optional.of(
            "It takes "
                + words
                + " more often than any other stance for another: "
                + Figures.count(most)
                + " of its "
                + Figures.count(errors)
                + (errors == 1 ? " error." : " errors."));
  }

  private static Optional<String> weakest(Evaluation evaluation, String model) {
    long ranked = evaluation.slices().stream().filter(slice -> slice.rank() > 0).count();
    return evaluation.slices().stream()
        .filter(slice -> slice.rank() == 1 && ranked > 1)
        .findFirst()
        .map(
            slice ->
                "Of "
                    + Figures.count((int) ranked)
                    + " parts that are large enough to be ranked, "
                    + model
                    + " is weakest on "
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
    List<String> lines = new ArrayList<>(failed(report.gates()));
    for (PairedDifference pair : comparison.differences()) {
      lines.add(
          claim(pair, comparison)
              + parts(pair)
              + ". "
              + pair.second()
              + " fixes "
              + sentences(pair.fixed())
              + " and breaks "
              + Figures.count(pair.broken())
              + ".");
    }
    Evaluation best = best(comparison.evaluations());
    weakest(best, best.model()).ifPresent(lines::add);
    lines.addAll(passed(report.gates()));
    for (EvaluationWarning warning : comparison.warnings()) {
      lines.add(warning(warning, comparison.clusters()));
    }
    return List.copyOf(lines);
  }

  /** The highest macro-F1; of equal ones the first. */
  private static Evaluation best(List<Evaluation> evaluations) {
    Evaluation best = evaluations.get(0);
    for (Evaluation evaluation : evaluations) {
      if (evaluation.macroF1() > best.macroF1()) {
        best = evaluation;
      }
    }
    return best;
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

  /** Parts in which the models differ beyond doubt, against the difference of the whole. */
  private static String parts(PairedDifference pair) {
    boolean worse = isWorse(pair.of(Metric.MACRO_F1));
    List<SliceDifference> others =
        pair.rankedSlices().stream()
            .filter(slice -> slice.claim() && slice.difference() > 0 == worse)
            .toList();
    if (others.isEmpty()) {
      return "";
    }
    String named =
        others.stream()
            .limit(MOST_PARTS)
            .map(slice -> slice.attribute() + " " + slice.value())
            .collect(Collectors.joining(", "));
    int left = others.size() - MOST_PARTS;
    return (worse ? "; better on " : "; worse on ")
        + named
        + (left > 0 ? " and " + Figures.count(left) + " more" : "");
  }

  private static boolean isWorse(MetricDifference difference) {
    return difference.claim() && difference.difference() < 0;
  }

  private static String claim(PairedDifference pair, ModelComparison comparison) {
    MetricDifference difference = pair.of(Metric.MACRO_F1);
    boolean worse = isWorse(difference);
    Interval interval = difference.interval();
    String evidence =
        " (95\u00a0% interval "
            + Figures.points(worse ? -interval.high() : interval.low())
            + " to "
            + Figures.points(worse ? -interval.low() : interval.high())
            + ", "
            + p(difference.holm())
            + ") on "
            + sentences(comparison.n())
            + " of "
            + groups(comparison.clusters());
    if (difference.claim()) {
      return pair.second()
          + (worse ? " is worse than " : " is better than ")
          + pair.first()
          + " by "
          + Figures.points(Math.abs(difference.difference()))
          + " points of macro-F1"
          + evidence;
    }
    return "The data do not show that "
        + pair.second()
        + " and "
        + pair.first()
        + " differ: "
        + Figures.points(difference.difference())
        + " points of macro-F1"
        + evidence;
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

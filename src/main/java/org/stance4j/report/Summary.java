package org.stance4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.PriorShift;

/** Says in plain words what a report holds. */
final class Summary {
  private Summary() {}

  static List<String> of(Evaluation evaluation, @Nullable PriorAdaptation adaptation) {
    List<String> lines = new ArrayList<>();
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
    if (adaptation != null) {
      lines.addAll(of(adaptation));
    }
    for (EvaluationWarning warning : evaluation.warnings()) {
      lines.add(warning.opening() + ": " + warning.text() + ".");
    }
    return List.copyOf(lines);
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

  static List<String> of(ModelComparison comparison) {
    List<String> lines = new ArrayList<>();
    for (PairedDifference pair : comparison.differences()) {
      lines.add(
          claim(pair)
              + " It fixes "
              + sentences(pair.fixed())
              + " and breaks "
              + pair.broken()
              + ".");
    }
    for (EvaluationWarning warning : comparison.warnings()) {
      lines.add("Beware: " + warning.text() + ".");
    }
    return List.copyOf(lines);
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
        targets.stream().mapToDouble(target -> target.scores().fAvg()).average().orElseThrow();
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

  private static String macroF1(Evaluation evaluation) {
    return Figures.figure(evaluation.macroF1())
        + " (95\u00a0% interval "
        + Figures.interval(evaluation.interval(Metric.MACRO_F1))
        + ")";
  }

  private static String sentences(int n) {
    return Figures.count(n) + (n == 1 ? " sentence" : " sentences");
  }

  private static String groups(int n) {
    return Figures.count(n) + (n == 1 ? " group" : " groups");
  }
}

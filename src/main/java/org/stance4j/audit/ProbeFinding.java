package org.stance4j.audit;

import java.util.List;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.Metric;

/** A probe of the stances with its figures against chance. */
final class ProbeFinding {
  private ProbeFinding() {}

  /** The note where no probe can be run, or nothing where it can. */
  static List<Finding> impossible(AuditCheck check, AuditContext context) {
    boolean oneLabel = context.grouped().stances().stream().distinct().count() < 2;
    return context.folds().isEmpty() || oneLabel
        ? List.of(
            Finding.of(
                check, Level.NOTE, "not checked: it takes at least two groups and two labels"))
        : List.of();
  }

  /** Cross-validates a probe. */
  static Evaluation evaluate(
      String name, AuditContext context, List<Map<String, List<String>>> values) {
    return Evaluator.evaluate(
        name,
        context.grouped().name(),
        Probe.stances(context.grouped(), values, context.folds()),
        AuditThresholds.RESAMPLES,
        context.seed());
  }

  /** The finding, at a level that the caller has judged. */
  static Finding of(
      AuditCheck check, Level level, String subject, Evaluation evaluation, Dataset dataset) {
    double majority = Probe.majority(dataset);
    double stratified = Probe.stratified(dataset);
    return Finding.of(
        check,
        level,
        Wording.format(
            "%s reach an accuracy of %s, macro-F1 %s; chance is %s (commonest label) or %s (at the labels' rates)",
            subject,
            Wording.score(evaluation.accuracy(), evaluation.interval(Metric.ACCURACY)),
            Wording.score(evaluation.macroF1(), evaluation.interval(Metric.MACRO_F1)),
            Wording.score(majority),
            Wording.score(stratified)),
        Figure.score("accuracy", evaluation.accuracy()),
        Figure.score("accuracyLow", evaluation.interval(Metric.ACCURACY).low()),
        Figure.score("accuracyHigh", evaluation.interval(Metric.ACCURACY).high()),
        Figure.score("macroF1", evaluation.macroF1()),
        Figure.score("macroF1Low", evaluation.interval(Metric.MACRO_F1).low()),
        Figure.score("macroF1High", evaluation.interval(Metric.MACRO_F1).high()),
        Figure.score("majority", majority),
        Figure.score("stratified", stratified),
        Figure.count("groups", evaluation.clusters()));
  }
}

package org.stance4j.report;

import java.util.Arrays;
import java.util.stream.Stream;
import org.stance4j.Stance;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.ProbabilityMetric;
import org.stance4j.evaluation.ReliabilityBin;
import org.stance4j.evaluation.ReliabilityCurve;

/** The parts of a Markdown page that judge probabilities. */
final class ProbabilityMarkdown {
  private ProbabilityMarkdown() {}

  static void scores(MarkdownRenderer.Page page, Evaluation evaluation) {
    page.line("");
    page.header(
        Stream.concat(
            Stream.of("probabilities"),
            Arrays.stream(ProbabilityMetric.values()).map(ProbabilityMetric::title)));
    for (ProbabilityRow row : ProbabilityRow.of(evaluation)) {
      page.row(
          Stream.concat(
              Stream.of(row.name()),
              Arrays.stream(ProbabilityMetric.values())
                  .map(metric -> Figures.figure(row.scores().of(metric)))));
    }
    page.line("");
    page.header("stance against the rest", "ROC AUC", "PR AUC", "share of gold");
    for (Stance stance : Stance.values()) {
      page.row(
          stance.label(),
          Figures.area(evaluation.probabilities().rocAuc(), stance),
          Figures.area(evaluation.probabilities().prAuc(), stance),
          Figures.figure((double) evaluation.confusion().gold(stance) / evaluation.n()));
    }
  }

  static void reliability(MarkdownRenderer.Page page, ReliabilityCurve curve) {
    page.heading(2, "Reliability");
    page.line("Sentences by the probability of their most probable stance.");
    page.line("");
    page.header("above, up to", "sentences", "mean probability", "share right");
    for (ReliabilityBin bin : curve.filled()) {
      page.row(
          Figures.range(bin),
          Figures.count(bin.n()),
          Figures.figure(bin.confidence()),
          Figures.figure(bin.accuracy()));
    }
  }

  static void adaptation(MarkdownRenderer.Page page, PriorAdaptation adaptation) {
    page.heading(2, "Prior adapted");
    page.header("figure", "as trained", "prior adapted", "difference");
    for (AdaptationRow row : AdaptationRow.of(adaptation)) {
      page.row(
          row.name(),
          Figures.figure(row.before()),
          Figures.figure(row.after()),
          Figures.signed(row.after() - row.before()));
    }
    page.line("");
    page.header("stance", "share in training", "estimated share", "gold share");
    for (Stance stance : Stance.values()) {
      page.row(
          stance.label(),
          Figures.figure(adaptation.shift().training().of(stance)),
          Figures.figure(adaptation.shift().estimated().of(stance)),
          Figures.figure(adaptation.gold().of(stance)));
    }
  }
}

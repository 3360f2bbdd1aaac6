package org.stance4j.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stance4j.Example;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.ExplainedExample;

/** The Markdown of an error analysis. */
final class ErrorMarkdown {
  /** Neighbours of which the text is told; the others are counted. */
  private static final int TOLD = 2;

  private ErrorMarkdown() {}

  static void add(MarkdownRenderer.Page page, ErrorAnalysis analysis) {
    page.heading(2, "Errors");
    page.line(MarkdownRenderer.escape(ExplanationWords.errors(analysis)));
    page.line("");
    page.line(MarkdownRenderer.escape(ExplanationWords.method(analysis)));
    explained(page, "Most confident errors", analysis.confident());
    if (!analysis.uncertain().isEmpty()) {
      page.heading(3, "Most uncertain sentences");
      page.header("sentence", "document", "gold", "said", "margin");
      analysis.uncertain().forEach(one -> uncertain(page, one));
    }
    if (!analysis.suspects().isEmpty()) {
      page.heading(3, "Labels that may be wrong");
      page.line(MarkdownRenderer.escape(ExplanationWords.suspects(analysis)));
      page.line("");
      page.header("sentence", "document", "label", "said", "neighbours");
      for (ExplainedExample one : analysis.suspects()) {
        Example example = one.scored().example();
        page.row(
            example.sentence().text(),
            ExplanationWords.document(example),
            one.scored().gold().label(),
            Figures.answer(one.scored().probabilities()),
            ExplanationWords.tally(one));
      }
    }
  }

  private static void explained(
      MarkdownRenderer.Page page, String heading, List<ExplainedExample> examples) {
    if (examples.isEmpty()) {
      return;
    }
    page.heading(3, heading);
    page.header(
        "sentence",
        "document",
        "gold",
        "said",
        "words towards what it said",
        "words towards gold",
        "neighbours");
    for (ExplainedExample one : examples) {
      ScoredExample scored = one.scored();
      page.row(
          scored.example().sentence().text(),
          ExplanationWords.document(scored.example()),
          scored.gold().label(),
          Figures.answer(scored.probabilities()),
          ExplanationWords.words(one.explanation(), scored.predicted()),
          ExplanationWords.words(one.explanation(), scored.gold()),
          neighbours(one));
    }
  }

  private static String neighbours(ExplainedExample one) {
    return one.neighbours().isEmpty()
        ? "–"
        : ExplanationWords.tally(one)
            + one.neighbours().stream()
                .limit(TOLD)
                .map(
                    neighbour ->
                        ExplanationWords.label(neighbour)
                            + " “"
                            + neighbour.example().sentence().text()
                            + "”")
                .collect(Collectors.joining("; ", ": ", ""));
  }

  private static void uncertain(MarkdownRenderer.Page page, ScoredExample scored) {
    page.row(
        scored.example().sentence().text(),
        ExplanationWords.document(scored.example()),
        scored.gold().label(),
        Figures.answer(scored.probabilities()),
        Figures.figure(ErrorAnalysis.margin(scored)));
  }
}

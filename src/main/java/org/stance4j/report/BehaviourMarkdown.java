package org.stance4j.report;

import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.BehaviourTest;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.TestOutcome;

/** The Markdown of a run of a behavioural suite. */
final class BehaviourMarkdown {
  private BehaviourMarkdown() {}

  /** The rates, then the tests that failed by capability. */
  static void add(MarkdownRenderer.Page page, BehaviourRun run) {
    rates(page, "Failure rates", run);
    for (CapabilityResult result : run.capabilities()) {
      List<TestOutcome> failures = result.failures();
      if (!failures.isEmpty()) {
        page.heading(2, result.capability());
        page.header("test", "sentence", "edit", "expected", "said");
        failures.forEach(outcome -> row(page, outcome));
      }
    }
  }

  /** The table of rates. */
  static void rates(MarkdownRenderer.Page page, String heading, BehaviourRun run) {
    page.heading(2, heading);
    page.line(
        "Suite "
            + MarkdownRenderer.escape(run.suite())
            + "; MFT = minimum functionality, INV = invariance, DIR = directional.");
    page.line("");
    page.header("capability", "kind", "tests", "failures", "failure rate", "95 % interval");
    for (BehaviourRow row : BehaviourRow.of(run)) {
      page.row(
          row.name(),
          row.kinds(),
          Figures.count(row.rate().tests()),
          Figures.count(row.rate().failures()),
          row.percent(),
          Figures.interval(row.rate().interval()));
    }
  }

  private static void row(MarkdownRenderer.Page page, TestOutcome outcome) {
    BehaviourTest test = outcome.test();
    Sentence edit = test.edit();
    page.row(
        test.id(),
        inContext(test.text()),
        edit == null ? "" : edit.text(),
        test.expectation().words(),
        outcome.words()
            + " ("
            + probabilities(outcome.text())
            + (edit == null ? "" : "; " + probabilities(outcome.edit()))
            + ")");
  }

  /** The sentence between its neighbours, which stand in brackets. */
  private static String inContext(Sentence sentence) {
    return (sentence.previous() == null ? "" : "[" + sentence.previous() + "] ")
        + sentence.text()
        + (sentence.next() == null ? "" : " [" + sentence.next() + "]");
  }

  private static String probabilities(StanceProbabilities probabilities) {
    return "pro "
        + Figures.figure(probabilities.pro())
        + ", anti "
        + Figures.figure(probabilities.anti())
        + ", neutral "
        + Figures.figure(probabilities.neutral());
  }
}

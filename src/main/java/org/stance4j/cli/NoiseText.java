package org.stance4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.noise.ConfidentJoint;
import org.stance4j.noise.LabelIssue;
import org.stance4j.noise.NoiseEstimate;
import org.stance4j.pipeline.NoiseOutcome;
import org.stance4j.pipeline.NoiseRequest;
import org.stance4j.report.Figures;

/** Labels that are likely wrong, as text for the console. */
final class NoiseText {
  private final PrintWriter out;

  NoiseText(PrintWriter out) {
    this.out = out;
  }

  void write(NoiseRequest request, NoiseOutcome outcome, List<LabelIssue> shown) {
    NoiseEstimate estimate = outcome.estimate();
    Evaluation evaluation = outcome.crossValidated();
    line(
        "%s: %d sentences in %d groups, %s on %d folds",
        request.dataset().name(),
        evaluation.n(),
        evaluation.clusters(),
        request.recipe().name(),
        request.folds());
    line(
        "the models agree with %.1f %% of the labels, macro-F1 %.3f (%s)",
        100 * evaluation.accuracy(),
        evaluation.macroF1(),
        Figures.interval(evaluation.interval(Metric.MACRO_F1)));
    Interval interval = estimate.wrongShare();
    line(
        "%nestimated share of wrong labels: %.1f %% (95 %% interval %.1f to %.1f %%)",
        100 * estimate.joint().wrongShare(), 100 * interval.low(), 100 * interval.high());
    out.println("an estimate, not a count: where the models are weak, right labels look wrong");
    if (interval.tooFewClusters()) {
      line(
          "beware: fewer than %d groups, so the interval is narrower than it should be",
          Interval.ENOUGH_CLUSTERS);
    }
    joint(estimate.joint());
    line(
        "%nlabels that are likely wrong: %d%s",
        estimate.issues().size(),
        shown.size() < estimate.issues().size()
            ? "; the " + shown.size() + " most suspicious, --top shows more"
            : "");
    shown.forEach(this::issue);
  }

  private void joint(ConfidentJoint joint) {
    line("%nrows = given label, columns = likely label: share of all sentences (confident ones)");
    line("%-10s %16s %16s %16s %10s", "", "pro", "anti", "neutral", "threshold");
    for (Stance given : Stance.values()) {
      StringBuilder cells = new StringBuilder(String.format(Locale.ROOT, "%-10s", given.label()));
      for (Stance likely : Stance.values()) {
        cells.append(
            String.format(
                Locale.ROOT,
                " %7.2f %% (%d)",
                100 * joint.share(given, likely),
                joint.count(given, likely)));
        int width = 10 + 17 * (likely.ordinal() + 1);
        cells.append(" ".repeat(Math.max(0, width - cells.length())));
      }
      line("%s %10s", cells, joint.threshold(given).map(Figures::figure).orElse("–"));
    }
  }

  private void issue(LabelIssue issue) {
    Sentence sentence = issue.scored().example().sentence();
    StanceProbabilities probabilities = issue.scored().probabilities();
    boolean alone = sentence.documentId().equals(issue.scored().example().id());
    line(
        "%n%s%s: labelled %s, likely %s",
        issue.scored().example().id(),
        alone ? "" : " (" + sentence.documentId() + ")",
        issue.given().label(),
        issue.suggested().label());
    if (sentence.previous() != null) {
      line("    … %s", sentence.previous());
    }
    line("  > %s", sentence.text());
    if (sentence.next() != null) {
      line("    … %s", sentence.next());
    }
    line(
        "    margin %s; pro %.2f, anti %.2f, neutral %.2f",
        Figures.signed(issue.margin()),
        probabilities.pro(),
        probabilities.anti(),
        probabilities.neutral());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}

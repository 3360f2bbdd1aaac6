package org.stance4j.report;

import java.util.List;
import java.util.stream.Stream;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.ProbabilityDifference;
import org.stance4j.evaluation.SeedSpread;
import org.stance4j.evaluation.SliceDifference;

/** The parts of a Markdown page that set models side by side. */
final class ComparisonMarkdown {
  /** Most changed sentences of one model in a comment on a pull request. */
  private static final int MOST_FOLDED = 20;

  private ComparisonMarkdown() {}

  /** Adds everything; folded, gates and headlines stand above already. */
  static void add(MarkdownRenderer.Page page, ComparisonReport report, boolean folded) {
    if (!folded) {
      gates(page, report.gates());
    }
    MarkdownRenderer.overview(page, report.evaluations());
    List<PairedDifference> pairs = report.comparison().differences();
    differences(page, pairs);
    probabilities(page, pairs);
    seeds(page, report.comparison().seeds());
    pairs.forEach(pair -> slices(page, pair));
    report.versions().forEach(version -> version(page, version));
    changes(page, report, folded);
    report.evaluations().forEach(evaluation -> MarkdownRenderer.details(page, evaluation, !folded));
  }

  /** Model by model, macro-F1 and accuracy, and how far from the first. */
  static void headlines(MarkdownRenderer.Page page, ComparisonReport report) {
    page.line("");
    page.header("model", "macro-F1 (95 % interval)", "accuracy", "points", "p", "verdict");
    List<Evaluation> evaluations = report.evaluations();
    for (int i = 0; i < evaluations.size(); i++) {
      Evaluation evaluation = evaluations.get(i);
      Stream<String> figures =
          Stream.of(
              evaluation.model(),
              MarkdownRenderer.withInterval(evaluation),
              Figures.figure(evaluation.accuracy()));
      page.row(
          Stream.concat(
              figures,
              i == 0
                  ? Stream.of("–", "–", "–")
                  : headline(report.comparison().differences().get(i - 1).of(Metric.MACRO_F1))));
    }
  }

  private static Stream<String> headline(MetricDifference difference) {
    String points = Figures.points(difference.difference());
    return Stream.of(
        difference.difference() > 0 ? "+" + points : points,
        Figures.p(difference.holm()),
        difference.claim() ? (difference.difference() > 0 ? "better" : "worse") : "no claim");
  }

  static void gates(MarkdownRenderer.Page page, List<GateResult> gates) {
    if (gates.isEmpty()) {
      return;
    }
    page.heading(2, "Gates");
    page.line("A gate fails where its condition holds.");
    page.line("");
    page.header("gate", "model", "outcome", "verdict");
    for (GateResult gate : gates) {
      page.row(
          gate.gate(), gate.model(), GateWords.outcome(gate), gate.failed() ? "fails" : "passes");
    }
  }

  private static void differences(MarkdownRenderer.Page page, List<PairedDifference> pairs) {
    page.heading(2, "Differences");
    page.line("Second model minus first; p is two-sided, by group, after Holm's correction.");
    page.line("");
    page.header(
        "second", "first", "metric", "difference", "95 % interval", "p", "smallest p", "claim");
    for (PairedDifference pair : pairs) {
      for (MetricDifference difference : pair.metrics()) {
        page.row(
            pair.second(),
            pair.first(),
            difference.metric().title(),
            Figures.signed(difference.difference()),
            Figures.signedInterval(difference.interval()),
            Figures.p(difference.holm()),
            Figures.p(difference.test().floor()),
            difference.claim() ? "yes" : "no");
      }
    }
    page.line("");
    page.line(
        "McNemar's exact test takes sentences for independent, so its p is too small where those of"
            + " one group go together; claims rest on the test by group above.");
    page.line("");
    page.header("second", "first", "fixed", "broken", "changed, still wrong", "McNemar's p");
    for (PairedDifference pair : pairs) {
      page.row(
          pair.second(),
          pair.first(),
          Figures.count(pair.fixed()),
          Figures.count(pair.broken()),
          Figures.count(pair.stillWrong()),
          Figures.p(pair.mcNemar().p()));
    }
  }

  private static void probabilities(MarkdownRenderer.Page page, List<PairedDifference> pairs) {
    page.heading(2, "Probabilities");
    page.line("Second model minus first; of losses and errors less is better.");
    page.line("");
    page.header(
        "second", "first", "metric", "from", "to", "difference", "95 % interval", "verdict");
    for (PairedDifference pair : pairs) {
      for (ProbabilityDifference difference : pair.probabilities()) {
        page.row(
            pair.second(),
            pair.first(),
            difference.metric().title(),
            Figures.figure(difference.first()),
            Figures.figure(difference.second()),
            Figures.signed(difference.difference()),
            Figures.signedInterval(difference.interval()),
            Figures.verdict(difference));
      }
    }
  }

  private static void seeds(MarkdownRenderer.Page page, List<SeedSpread> seeds) {
    if (seeds.isEmpty()) {
      return;
    }
    page.heading(2, "Seeds");
    page.line(
        "Models that differ in nothing but the seed of their training; the interval is that of the"
            + " mean, over groups and seeds.");
    page.line("");
    page.header("models", "metric", "values", "mean", "standard deviation", "95 % interval");
    for (SeedSpread spread : seeds) {
      page.row(
          String.join(", ", spread.models()),
          spread.metric().title(),
          Figures.list(spread.values()),
          Figures.figure(spread.mean()),
          Figures.figure(spread.deviation()),
          Figures.interval(spread.interval()));
    }
  }

  private static void slices(MarkdownRenderer.Page page, PairedDifference pair) {
    if (pair.slices().isEmpty()) {
      return;
    }
    page.heading(2, "Parts of the data: " + pair.second() + " minus " + pair.first());
    page.line(
        "Balanced accuracy, from where the second model falls behind most; p is corrected over the"
            + " ranked parts. Parts of few rows or groups come last and are not ranked.");
    page.line("");
    page.header(
        "rank",
        "part",
        "value",
        "sentences",
        "groups",
        "from",
        "to",
        "difference",
        "95 % interval",
        "p",
        "fixed",
        "broken");
    Stream.concat(
            pair.rankedSlices().stream(), pair.slices().stream().filter(slice -> slice.rank() == 0))
        .forEach(slice -> slice(page, slice));
  }

  private static void slice(MarkdownRenderer.Page page, SliceDifference slice) {
    Interval interval = slice.interval();
    page.row(
        slice.rank() > 0 ? Figures.count(slice.rank()) : "–",
        slice.attribute(),
        slice.value(),
        Figures.count(slice.n()),
        Figures.count(slice.clusters()),
        Figures.figure(slice.first()),
        Figures.figure(slice.second()),
        Figures.signed(slice.difference()),
        interval == null ? "–" : Figures.signedInterval(interval),
        slice.rank() > 0 ? Figures.p(slice.holm()) : "–",
        Figures.count(slice.fixed()),
        Figures.count(slice.broken()));
  }

  private static void version(MarkdownRenderer.Page page, VersionDiff diff) {
    page.heading(2, "Versions: " + diff.first() + " and " + diff.second());
    page.header(Stream.of("what", diff.first(), diff.second()).map(MarkdownRenderer::escape));
    page.row("size on disk", Figures.bytes(diff.firstBytes()), Figures.bytes(diff.secondBytes()));
    if (diff.hasRates()) {
      page.row(
          "sentences a second, in this run",
          Figures.rate(diff.firstRate()),
          Figures.rate(diff.secondRate()));
    }
    page.row(
        "training texts of its own",
        Figures.count(diff.onlyFirstTexts()),
        Figures.count(diff.onlySecondTexts()));
    page.row(
        "training texts of both",
        Figures.count(diff.sharedTexts()),
        Figures.count(diff.sharedTexts()));
    diff.data().forEach(value -> page.row("data: " + value.key(), value.first(), value.second()));
    diff.recipe()
        .forEach(value -> page.row("recipe: " + value.key(), value.first(), value.second()));
  }

  private static void changes(MarkdownRenderer.Page page, ComparisonReport report, boolean folded) {
    page.heading(2, "Changed sentences");
    List<ChangedSentence> changes = report.comparison().changes();
    if (changes.isEmpty()) {
      page.line("None: the models agree on every sentence.");
      return;
    }
    if (folded) {
      changes =
          report.changes().stream()
              .flatMap(list -> list.rows().stream().limit(MOST_FOLDED))
              .map(ChangeList.Row::change)
              .toList();
      page.line(
          Figures.count(changes.size())
              + " of "
              + Figures.count(report.comparison().changes().size())
              + ", of each model those whose gold stance lost or won most probability; the page"
              + " lists more, the JSON all.");
      page.line("");
    }
    boolean told = !report.moved().isEmpty();
    if (told) {
      page.line(
          MarkdownRenderer.escape(
              ExplanationWords.explained(report.moved(), report.comparison().changes())));
      page.line("");
    }
    Stream<String> titles = Stream.of("change", "sentence", "document", "gold", "first", "second");
    page.header(told ? Stream.concat(titles, Stream.of("words that moved")) : titles);
    for (ChangedSentence change : changes) {
      Stream<String> cells =
          Stream.of(
              change.kind().label(),
              change.example().sentence().text(),
              change.example().group(),
              change.example().stance().label(),
              change.first() + ": " + Figures.answer(change.before()),
              change.second() + ": " + Figures.answer(change.after()));
      String moved = report.moved(change).map(ExplanationWords::moved).orElse("");
      page.row(told ? Stream.concat(cells, Stream.of(moved)) : cells);
    }
  }
}

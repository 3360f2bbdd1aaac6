package org.stance4j.report;

import java.util.Optional;
import java.util.stream.Stream;
import org.stance4j.Stance;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.ProbabilityScores;

/** The Markdown of a comparison of recipes. */
final class RecipesMarkdown {
  private RecipesMarkdown() {}

  static void add(MarkdownRenderer.Page page, RecipesReport report) {
    MarkdownRenderer.data(page, report.data());
    if (report.best().isPresent()) {
      recipes(page, report);
      differences(page, report);
      figures(page, report);
      uses(page, report);
    }
    if (!report.failed().isEmpty()) {
      page.heading(2, "Failed");
      page.header("recipe", "why");
      report.failed().forEach(recipe -> page.row(recipe.name(), recipe.reason()));
    }
    MarkdownRenderer.rows(page, "Machine", report.machine());
  }

  private static void recipes(MarkdownRenderer.Page page, RecipesReport report) {
    page.heading(2, "Recipes");
    page.line("Macro-F1 with its 95 % interval, by group. " + RecipesWords.TIMES);
    page.line("");
    page.header(
        Stream.of(
                Stream.of("recipe", "validation split"),
                report.hasDocuments() ? Stream.of("real documents") : Stream.<String>empty(),
                Stream.of("training", "encoding", "size", "sentences a second"))
            .flatMap(cells -> cells));
    for (RecipeEntry recipe : report.recipes()) {
      page.row(
          Stream.of(
                  Stream.of(
                      recipe.name() + (report.isBest(recipe) ? " (best)" : ""),
                      MarkdownRenderer.withInterval(recipe.validation())),
                  report.hasDocuments()
                      ? Stream.of(MarkdownRenderer.withInterval(recipe.documents()))
                      : Stream.<String>empty(),
                  Stream.of(
                      Figures.seconds(recipe.timing().trainingSeconds()),
                      RecipesWords.encoding(recipe),
                      Figures.bytes(recipe.bytes()),
                      Figures.rate(recipe.timing().sentencesPerSecond())))
              .flatMap(cells -> cells));
    }
  }

  private static void differences(MarkdownRenderer.Page page, RecipesReport report) {
    if (report.differences().isEmpty()) {
      return;
    }
    page.heading(2, "Differences");
    page.line(
        "Macro-F1 on the validation split, the recipe minus the best; p is two-sided, by group,"
            + " after Holm's correction.");
    page.line("");
    page.header("recipe", "difference", "95 % interval", "p", "smallest p", "verdict");
    for (PairedDifference pair : report.differences()) {
      MetricDifference difference = pair.of(Metric.MACRO_F1);
      page.row(
          pair.second(),
          Figures.signed(difference.difference()),
          Figures.signedInterval(difference.interval()),
          Figures.p(difference.holm()),
          Figures.p(difference.test().floor()),
          RecipesWords.verdict(difference));
    }
  }

  private static void figures(MarkdownRenderer.Page page, RecipesReport report) {
    page.heading(2, "Figures");
    page.header(
        Stream.concat(
            Stream.of("recipe", "data", "accuracy", "F-average", "Brier", "calibration error"),
            Stream.of(Stance.values()).map(stance -> "F1 " + stance.label())));
    for (RecipeEntry recipe : report.recipes()) {
      row(page, recipe.name(), "validation split", recipe.validation());
      Optional.ofNullable(recipe.documents())
          .ifPresent(documents -> row(page, recipe.name(), "real documents", documents));
    }
  }

  private static void row(
      MarkdownRenderer.Page page, String recipe, String data, Evaluation evaluation) {
    ProbabilityScores scores = evaluation.probabilities();
    ProbabilityScores before = evaluation.beforeCalibration();
    page.row(
        Stream.concat(
            Stream.of(
                recipe,
                data,
                Figures.figure(evaluation.accuracy()),
                Figures.figure(evaluation.fAvg())
                    + " ("
                    + Figures.interval(evaluation.interval(Metric.F_AVERAGE))
                    + ")",
                Figures.figure(scores.brier())
                    + (before == null ? "" : RecipesWords.before(before.brier())),
                Figures.figure(scores.calibrationError())
                    + (before == null ? "" : RecipesWords.before(before.calibrationError()))),
            evaluation.perClass().values().stream().map(figures -> Figures.figure(figures.f1()))));
  }

  private static void uses(MarkdownRenderer.Page page, RecipesReport report) {
    page.heading(2, "When to use which");
    page.header("recipe", "features", "classifier", "when to use it");
    for (RecipeEntry recipe : report.recipes()) {
      page.row(recipe.name(), recipe.features(), recipe.classifier(), recipe.description());
    }
  }
}

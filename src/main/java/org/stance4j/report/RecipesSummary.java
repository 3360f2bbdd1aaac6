package org.stance4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PairedDifference;

/** Says in plain words what a comparison of recipes holds; no times, which change with each run. */
final class RecipesSummary {
  private RecipesSummary() {}

  static List<String> of(RecipesReport report) {
    List<String> lines = new ArrayList<>();
    report.best().ifPresent(best -> trained(report, best, lines));
    if (report.recipes().isEmpty()) {
      lines.add("No recipe could be trained.");
    }
    if (!report.failed().isEmpty()) {
      lines.add("Failed: " + join(report.failed().stream().map(FailedRecipe::name).toList()) + ".");
    }
    return List.copyOf(lines);
  }

  private static void trained(RecipesReport report, RecipeEntry best, List<String> lines) {
    int recipes = report.recipes().size();
    lines.add(
        recipes == 1
            ? best.name()
                + " reaches a macro-F1 of "
                + Summary.macroF1(best.validation())
                + " on the validation split."
            : "Of "
                + recipes
                + " recipes "
                + best.name()
                + " has the highest macro-F1 on the validation split, "
                + Summary.macroF1(best.validation())
                + ". It was picked by that figure, so expect a little less on other data.");
    Map<Boolean, List<String>> others =
        report.differences().stream()
            .collect(
                Collectors.partitioningBy(
                    pair -> pair.of(Metric.MACRO_F1).claim(),
                    Collectors.mapping(PairedDifference::second, Collectors.toList())));
    List<String> behind = Objects.requireNonNull(others.get(true));
    List<String> level = Objects.requireNonNull(others.get(false));
    if (!behind.isEmpty()) {
      lines.add("Behind it, and hardly by chance: " + join(behind) + ".");
    }
    if (!level.isEmpty()) {
      lines.add("The data do not show that it is better than " + join(level) + ".");
    }
    beware("on the validation split", best.validation(), lines);
    documents(report, best, lines);
  }

  private static void documents(RecipesReport report, RecipeEntry best, List<String> lines) {
    RecipeEntry first =
        report.recipes().stream()
            .filter(recipe -> recipe.documents() != null)
            .max(
                Comparator.comparingDouble(
                    recipe -> Objects.requireNonNull(recipe.documents()).macroF1()))
            .orElse(null);
    Evaluation ofBest = best.documents();
    if (first == null || first.documents() == null || ofBest == null) {
      return;
    }
    String data =
        "On the real documents ("
            + Summary.sentences(ofBest.n())
            + " of "
            + Summary.groups(ofBest.clusters())
            + ", which choose nothing) ";
    lines.add(
        first.documents().macroF1() > ofBest.macroF1()
            ? data
                + best.name()
                + " has "
                + Summary.macroF1(ofBest)
                + "; the highest is "
                + first.name()
                + " with "
                + Summary.macroF1(first.documents())
                + "."
            : data
                + best.name()
                + " has "
                + Summary.macroF1(ofBest)
                + (report.recipes().size() == 1 ? "." : ", and none has more."));
    beware("on the real documents", ofBest, lines);
  }

  private static void beware(String where, Evaluation evaluation, List<String> lines) {
    for (EvaluationWarning warning : evaluation.warnings()) {
      lines.add(warning.opening() + ", " + where + ": " + warning.text() + ".");
    }
  }

  private static String join(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}

package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stance4j.evaluation.Evaluation;

/**
 * The JSON of a comparison of recipes, format {@value #FORMAT}. Its keys, in this order:
 *
 * <ul>
 *   <li>{@code format}, {@code title}; {@code summary}: list of sentences
 *   <li>{@code data}: list of {@code {name, n, groups, counts}}, the train split first
 *   <li>{@code best}: name of the recipe with the highest macro-F1 on the validation split; {@code
 *       null} if none could be trained
 *   <li>{@code recipes}: list, the best first, of {@code {name, description, features, classifier,
 *       bytes, validation: figures, documents: figures}}, {@code documents} being {@code null}
 *       where there were none. Figures have the keys of an evaluation from {@code data} to {@code
 *       warnings}, without {@code slices}
 *   <li>{@code differences}: on the validation split, the best against each other recipe, as in a
 *       comparison
 *   <li>{@code failed}: list of {@code {name, description, reason}}
 *   <li>{@code measured}: what a clock told, and all that differs when the same is run again:
 *       {@code machine}: object of text; {@code recipes}: list of {@code {name, encodingSeconds,
 *       trainingSeconds, sentencesPerSecond}}
 *   <li>{@code settings}, {@code provenance}: objects of text
 * </ul>
 */
final class RecipesJson {
  /** Format of a comparison of recipes. */
  static final String FORMAT = "stance4j.recipes/1";

  private RecipesJson() {}

  /** Adds what stands between the summary and the settings. */
  static void add(ObjectNode node, RecipesReport report) {
    node.set("data", JsonRenderer.data(report.data()));
    node.put("best", report.best().map(RecipeEntry::name).orElse(null));
    ArrayNode recipes = node.putArray("recipes");
    report.recipes().forEach(recipe -> recipe(recipes.addObject(), recipe));
    ArrayNode differences = node.putArray("differences");
    report.differences().forEach(pair -> differences.add(ComparisonJson.difference(pair)));
    ArrayNode failed = node.putArray("failed");
    for (FailedRecipe recipe : report.failed()) {
      failed
          .addObject()
          .put("name", recipe.name())
          .put("description", recipe.description())
          .put("reason", recipe.reason());
    }
    measured(node.putObject("measured"), report);
  }

  private static void recipe(ObjectNode node, RecipeEntry recipe) {
    node.put("name", recipe.name())
        .put("description", recipe.description())
        .put("features", recipe.features())
        .put("classifier", recipe.classifier())
        .put("bytes", recipe.bytes());
    node.set("validation", figures(recipe.validation()));
    Evaluation documents = recipe.documents();
    if (documents == null) {
      node.putNull("documents");
    } else {
      node.set("documents", figures(documents));
    }
  }

  private static ObjectNode figures(Evaluation evaluation) {
    ObjectNode node = JsonRenderer.evaluation(evaluation);
    node.remove(List.of("model", "slices", "seed"));
    return node;
  }

  private static void measured(ObjectNode node, RecipesReport report) {
    ObjectNode machine = node.putObject("machine");
    report.machine().forEach(row -> machine.put(row.name(), row.value()));
    ArrayNode recipes = node.putArray("recipes");
    for (RecipeEntry recipe : report.recipes()) {
      ObjectNode entry = recipes.addObject().put("name", recipe.name());
      entry.set("encodingSeconds", JsonRenderer.number(recipe.timing().encodingSeconds()));
      entry.set("trainingSeconds", JsonRenderer.number(recipe.timing().trainingSeconds()));
      entry.set("sentencesPerSecond", JsonRenderer.number(recipe.timing().sentencesPerSecond()));
    }
  }
}

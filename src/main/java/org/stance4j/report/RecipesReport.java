package org.stance4j.report;

import java.util.List;
import java.util.Optional;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.PairedDifference;

/**
 * Several recipes trained on the same train split and measured on the same validation split.
 *
 * @param title headline
 * @param data what was learnt from and measured on
 * @param recipes those that could be trained, the highest macro-F1 on the validation split first
 * @param differences on the validation split, the first recipe against each of the others, in their
 *     order
 * @param failed those that could not
 * @param machine what the times were measured on
 * @param settings how the figures were made
 * @param provenance what they were made from and with
 */
public record RecipesReport(
    String title,
    List<DataRow> data,
    List<RecipeEntry> recipes,
    List<PairedDifference> differences,
    List<FailedRecipe> failed,
    List<ReportRow> machine,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  public RecipesReport {
    data = List.copyOf(data);
    recipes = List.copyOf(recipes);
    differences = List.copyOf(differences);
    failed = List.copyOf(failed);
    machine = ReportRow.copy(machine);
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
    List<String> others = recipes.stream().skip(1).map(RecipeEntry::name).toList();
    List<String> compared = differences.stream().map(PairedDifference::second).toList();
    if (!others.equals(compared)) {
      throw new IllegalArgumentException(
          "differences of " + compared + " do not fit the recipes after the first, " + others);
    }
  }

  /**
   * The recipe with the highest macro-F1 on the validation split; empty if none could be trained.
   */
  public Optional<RecipeEntry> best() {
    return recipes.stream().findFirst();
  }

  /** Whether that recipe is the best. */
  public boolean isBest(RecipeEntry recipe) {
    return best().filter(recipe::equals).isPresent();
  }

  /** The figures of the best on the validation split, or nothing. */
  public List<Evaluation> bestFigures() {
    return best().map(RecipeEntry::validation).stream().toList();
  }

  /** The figures on the validation split, in the order of the recipes. */
  public List<Evaluation> onValidation() {
    return recipes.stream().map(RecipeEntry::validation).toList();
  }

  /** The figures on the real documents, in the order of the recipes; none if there were none. */
  public List<Evaluation> onDocuments() {
    return recipes.stream()
        .flatMap(recipe -> Optional.ofNullable(recipe.documents()).stream())
        .toList();
  }

  /** Whether the recipes were measured on the real documents too. */
  public boolean hasDocuments() {
    return !onDocuments().isEmpty();
  }

  @Override
  public List<String> summary() {
    return RecipesSummary.of(this);
  }
}

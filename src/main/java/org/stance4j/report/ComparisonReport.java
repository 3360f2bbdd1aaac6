package org.stance4j.report;

import java.util.List;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.ModelComparison;

/**
 * Several models on the same sentences, each against the first.
 *
 * @param title headline
 * @param comparison differences, tests and changed sentences
 * @param evaluations figures of each model, in the order of the comparison
 * @param settings how they were made
 * @param provenance what they were made from and with
 */
public record ComparisonReport(
    String title,
    ModelComparison comparison,
    List<Evaluation> evaluations,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  public ComparisonReport {
    evaluations = List.copyOf(evaluations);
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
    List<String> names = evaluations.stream().map(Evaluation::model).toList();
    if (!names.equals(comparison.models())) {
      throw new IllegalArgumentException(
          "evaluations of " + names + " do not fit the comparison of " + comparison.models());
    }
  }

  /** The sentences that changed in that way between the first model and the named one. */
  public List<ChangedSentence> changes(String second, ChangedSentence.Kind kind) {
    return comparison.changes().stream()
        .filter(change -> change.second().equals(second) && change.kind() == kind)
        .toList();
  }

  @Override
  public List<String> summary() {
    return Summary.of(comparison);
  }
}

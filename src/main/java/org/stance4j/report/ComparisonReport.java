package org.stance4j.report;

import java.util.List;
import java.util.Optional;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.explain.MovedWords;

/**
 * Several models on the same sentences, each against the first.
 *
 * @param title headline
 * @param comparison figures, differences, tests and changed sentences
 * @param versions what the models themselves differ in, one per further model; empty where not told
 * @param moved words that moved in some of the sentences fixed or broken; empty where not told
 * @param gates what was demanded of the models; empty where nothing was
 * @param settings how the figures were made
 * @param provenance what they were made from and with
 */
public record ComparisonReport(
    String title,
    ModelComparison comparison,
    List<VersionDiff> versions,
    List<MovedWords> moved,
    List<GateResult> gates,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  public ComparisonReport {
    versions = List.copyOf(versions);
    moved = List.copyOf(moved);
    gates = List.copyOf(gates);
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  /** A report without the words that moved. */
  public ComparisonReport(
      String title,
      ModelComparison comparison,
      List<VersionDiff> versions,
      List<GateResult> gates,
      List<ReportRow> settings,
      List<ReportRow> provenance) {
    this(title, comparison, versions, List.of(), gates, settings, provenance);
  }

  /** The same report with words that moved. */
  public ComparisonReport withMoved(List<MovedWords> words) {
    return new ComparisonReport(title, comparison, versions, words, gates, settings, provenance);
  }

  /** The words that moved in a sentence; empty where they are not told. */
  public Optional<MovedWords> moved(ChangedSentence change) {
    return moved.stream().filter(words -> words.change().equals(change)).findFirst();
  }

  /** Figures of each model, in the order of the comparison. */
  public List<Evaluation> evaluations() {
    return comparison.evaluations();
  }

  /** The sentences that changed in that way between the first model and the named one. */
  public List<ChangedSentence> changes(String second, ChangedSentence.Kind kind) {
    return comparison.changes().stream()
        .filter(change -> change.second().equals(second) && change.kind() == kind)
        .toList();
  }

  @Override
  public List<String> summary() {
    return Summary.of(this);
  }
}

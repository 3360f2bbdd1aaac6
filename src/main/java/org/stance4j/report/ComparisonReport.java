package org.stance4j.report;

import java.util.List;
import java.util.Optional;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.Slicer;
import org.stance4j.explain.MovedWords;

/**
 * Several models on the same sentences, each against the first.
 *
 * @param title headline
 * @param comparison figures, differences, tests and changed sentences
 * @param versions what the models themselves differ in, one per further model; empty where not told
 * @param moved words that moved in some of the sentences fixed or broken; empty where not told
 * @param gates what was demanded of the models; empty where nothing was
 * @param slicers what the data were divided by, so that the page can find the sentences of a part;
 *     empty where it need not
 * @param settings how the figures were made
 * @param provenance what they were made from and with
 */
public record ComparisonReport(
    String title,
    ModelComparison comparison,
    List<VersionDiff> versions,
    List<MovedWords> moved,
    List<GateResult> gates,
    List<Slicer> slicers,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  /** Most changed sentences of a page, so that it stays at a few hundred kilobytes. */
  public static final int MOST_CHANGES = 250;

  public ComparisonReport {
    versions = List.copyOf(versions);
    moved = List.copyOf(moved);
    gates = List.copyOf(gates);
    slicers = List.copyOf(slicers);
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  /** A report without the words that moved. */
  public ComparisonReport(
      String title,
      ModelComparison comparison,
      List<VersionDiff> versions,
      List<GateResult> gates,
      List<Slicer> slicers,
      List<ReportRow> settings,
      List<ReportRow> provenance) {
    this(title, comparison, versions, List.of(), gates, slicers, settings, provenance);
  }

  /** The same report with words that moved. */
  public ComparisonReport withMoved(List<MovedWords> words) {
    return new ComparisonReport(
        title, comparison, versions, words, gates, slicers, settings, provenance);
  }

  /** The words that moved in a sentence; empty where they are not told. */
  public Optional<MovedWords> moved(ChangedSentence change) {
    return moved.stream().filter(words -> words.change().equals(change)).findFirst();
  }

  /** Figures of each model, in the order of the comparison. */
  public List<Evaluation> evaluations() {
    return comparison.evaluations();
  }

  /** What to list of the changed sentences, pair by pair; all pairs share one page's rows. */
  public List<ChangeList> changes() {
    int most = MOST_CHANGES / comparison.differences().size();
    return comparison.differences().stream()
        .map(pair -> ChangeList.of(comparison, pair, slicers, most))
        .toList();
  }

  @Override
  public List<String> summary() {
    return Summary.of(this);
  }
}

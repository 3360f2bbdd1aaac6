package org.stance4j.report;

import java.util.List;
import org.stance4j.evaluation.Evaluation;

/**
 * One model on one set of data.
 *
 * @param title headline
 * @param evaluation the figures
 * @param settings how they were made
 * @param provenance what they were made from and with
 */
public record EvaluationReport(
    String title, Evaluation evaluation, List<ReportRow> settings, List<ReportRow> provenance)
    implements Report {
  public EvaluationReport {
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  @Override
  public List<String> summary() {
    return Summary.of(evaluation);
  }
}

package org.stance4j.report;

import java.util.List;
import org.stance4j.behaviour.BehaviourRun;

/**
 * What one model did in one behavioural suite.
 *
 * @param title headline
 * @param run the outcomes
 * @param settings how they were made
 * @param provenance what they were made from and with
 */
public record BehaviourReport(
    String title, BehaviourRun run, List<ReportRow> settings, List<ReportRow> provenance)
    implements Report {
  public BehaviourReport {
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  @Override
  public List<String> summary() {
    return BehaviourSummary.of(run);
  }
}

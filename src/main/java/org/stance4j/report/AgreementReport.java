package org.stance4j.report;

import java.util.List;
import org.stance4j.agreement.AgreementStudy;

/**
 * How far two annotators agree.
 *
 * @param title headline
 * @param study the figures
 * @param settings how they were made
 * @param provenance what they were made from and with
 */
public record AgreementReport(
    String title, AgreementStudy study, List<ReportRow> settings, List<ReportRow> provenance)
    implements Report {
  public AgreementReport {
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  @Override
  public List<String> summary() {
    return AgreementSummary.of(study);
  }
}

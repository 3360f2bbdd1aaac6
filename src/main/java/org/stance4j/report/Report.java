package org.stance4j.report;

import java.util.List;

/** The content of a report, every figure and sentence of it, before it takes a form. */
public sealed interface Report
    permits TrainingReport,
        ComparisonReport,
        EvaluationReport,
        AuditReport,
        AgreementReport,
        BehaviourReport,
        RecipesReport,
        StatsReport {
  /** Headline. */
  String title();

  /** What the report says in plain words, a sentence or two per entry; the first matters most. */
  List<String> summary();

  /** How the result was made; empty where not told. */
  List<ReportRow> settings();

  /** What it was made from and with: hashes, versions, machine; empty where not told. */
  List<ReportRow> provenance();
}

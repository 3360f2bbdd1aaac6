package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.explain.ErrorAnalysis;

/**
 * One model on one set of data.
 *
 * @param title headline
 * @param evaluation the figures
 * @param adaptation what adapting the prior to the data brings; {@code null} where that was not
 *     asked
 * @param behaviour how it did in a behavioural suite; {@code null} where none was run
 * @param errors where it errs; {@code null} where that was not asked
 * @param gates what was demanded of the model; empty where nothing was
 * @param sentences what the page lists of the sentences; {@link SentenceList#NONE} where it lists
 *     none
 * @param settings how they were made
 * @param provenance what they were made from and with
 */
public record EvaluationReport(
    String title,
    Evaluation evaluation,
    @Nullable PriorAdaptation adaptation,
    @Nullable BehaviourRun behaviour,
    @Nullable ErrorAnalysis errors,
    List<GateResult> gates,
    SentenceList sentences,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  public EvaluationReport {
    gates = List.copyOf(gates);
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  @Override
  public List<String> summary() {
    List<String> lines = new ArrayList<>(Summary.of(this));
    if (behaviour != null) {
      lines.addAll(BehaviourSummary.of(behaviour));
    }
    if (errors != null) {
      lines.add(ExplanationWords.summary(errors));
    }
    return List.copyOf(lines);
  }
}

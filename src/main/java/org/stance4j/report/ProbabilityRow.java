package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.ProbabilityScores;

/**
 * A row of the table that judges probabilities.
 *
 * @param name what the probabilities are
 * @param scores how far they can be taken at their word
 */
public record ProbabilityRow(String name, ProbabilityScores scores) {
  /** The probabilities of an evaluation; those from before calibration first, if there are any. */
  public static List<ProbabilityRow> of(Evaluation evaluation) {
    List<ProbabilityRow> rows = new ArrayList<>();
    ProbabilityScores before = evaluation.beforeCalibration();
    if (before != null) {
      rows.add(new ProbabilityRow("before calibration", before));
    }
    rows.add(
        new ProbabilityRow(
            before == null ? "as the model gives them" : "calibrated", evaluation.probabilities()));
    return rows;
  }
}

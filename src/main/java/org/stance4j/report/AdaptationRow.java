package org.stance4j.report;

import java.util.List;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PriorAdaptation;

/**
 * A figure before and after adapting the prior.
 *
 * @param name of the figure
 * @param before with the prior of the training
 * @param after with the estimated prior
 */
public record AdaptationRow(String name, double before, double after) {
  /** The rows of the table, in its order. */
  public static List<AdaptationRow> of(PriorAdaptation adaptation) {
    Evaluation before = adaptation.before();
    Evaluation after = adaptation.after();
    return List.of(
        new AdaptationRow(Metric.MACRO_F1.title(), before.macroF1(), after.macroF1()),
        new AdaptationRow(Metric.ACCURACY.title(), before.accuracy(), after.accuracy()),
        new AdaptationRow(
            "Log loss", before.probabilities().logLoss(), after.probabilities().logLoss()),
        new AdaptationRow(
            "Brier score", before.probabilities().brier(), after.probabilities().brier()),
        new AdaptationRow(
            "Calibration error",
            before.probabilities().calibrationError(),
            after.probabilities().calibrationError()));
  }
}

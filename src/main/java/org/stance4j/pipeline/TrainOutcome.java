package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.report.TrainingReport;
import org.stance4j.store.ModelRef;

/**
 * What a training made.
 *
 * @param models baselines first, then the models in the order of their recipes
 * @param best the published model with the highest cross-validated macro-F1
 * @param report all figures
 * @param reportFile the report as a page, in the folder of the best model
 */
public record TrainOutcome(
    List<TrainedModel> models, ModelRef best, TrainingReport report, Path reportFile) {
  public TrainOutcome {
    models = List.copyOf(models);
  }

  /** The data on which the models were tested that they learnt nothing from. */
  public List<HeldOut> heldOut() {
    return report.heldOut();
  }
}

package org.stance4j.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.stance4j.Example;
import org.stance4j.evaluation.HeldOut;

/**
 * Several models trained and cross-validated on the same data, one of them chosen.
 *
 * @param title headline
 * @param data what was learnt from and tested on
 * @param models at least one, the references among them
 * @param best name of the chosen model, one of {@code models}
 * @param reason why it was chosen, a full sentence
 * @param settings how the models were made
 * @param provenance what they were made from and with
 */
public record TrainingReport(
    String title,
    List<DataRow> data,
    List<ModelEntry> models,
    String best,
    String reason,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  public TrainingReport {
    data = List.copyOf(data);
    models = List.copyOf(models);
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
    List<String> names = models.stream().map(ModelEntry::name).toList();
    if (!names.contains(best)) {
      throw new IllegalArgumentException("best model '" + best + "' is not one of " + names);
    }
  }

  /** Whether that model is the chosen one. */
  public boolean isBest(ModelEntry model) {
    return model.name().equals(best);
  }

  /** The data on which any model was tested that learnt nothing from it. */
  public List<HeldOut> heldOut() {
    return Arrays.stream(HeldOut.values())
        .filter(part -> models.stream().anyMatch(model -> model.heldOut().containsKey(part)))
        .toList();
  }

  /** Whether those data are on several targets, so that figures of the field pool them. */
  public boolean hasTargets(HeldOut part) {
    return models.stream()
        .flatMap(model -> Stream.ofNullable(model.heldOut().get(part)))
        .anyMatch(evaluation -> !evaluation.slices(Example.TARGET).isEmpty());
  }

  /** The entry of the chosen model. */
  public ModelEntry chosen() {
    return models.stream().filter(this::isBest).findFirst().orElseThrow();
  }

  @Override
  public List<String> summary() {
    return Summary.of(this);
  }
}

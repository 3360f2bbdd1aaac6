package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Dataset;

/**
 * Trains one model for each target that the data name.
 *
 * @param trainer trains each of them
 */
public record PerTargetTrainer(ModelTrainer trainer) implements ModelTrainer {
  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a target has nothing to learn from, with its name
   */
  @Override
  public FittedModel train(Dataset dataset, long seed) {
    SortedMap<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < dataset.size(); row++) {
      String target = dataset.examples().get(row).sentence().target();
      if (target.isEmpty() || target.contains("\n")) {
        throw new IllegalArgumentException(
            "dataset "
                + dataset.name()
                + ": example "
                + dataset.examples().get(row).id()
                + " names no target in one line; fill the column 'target' or set perTarget: false");
      }
      rows.computeIfAbsent(target, name -> new ArrayList<>()).add(row);
    }
    SortedMap<String, FittedModel> models = new TreeMap<>();
    rows.forEach(
        (target, places) ->
            models.put(
                target,
                trainer.train(dataset.select(places).named(dataset.name() + ", " + target), seed)));
    return new PerTargetModel(models);
  }
}

package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.text.TextNormalizer;

/**
 * Trains one model for each target that the data name. Targets that differ in typography or white
 * space alone are one.
 *
 * @param trainer trains each of them
 */
public record PerTargetTrainer(ModelTrainer trainer) implements ModelTrainer {
  @Override
  public ModelTrainer telling(TrainingProgress progress) {
    return new PerTargetTrainer(trainer.telling(progress));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a target has nothing to learn from, with its name
   */
  @Override
  public FittedModel train(Dataset dataset, long seed) {
    SortedMap<String, List<Integer>> rows = rows(dataset);
    SortedMap<String, FittedModel> models = new TreeMap<>();
    rows.forEach(
        (target, places) ->
            models.put(
                target,
                trainer.train(dataset.select(places).named(dataset.name() + ", " + target), seed)));
    return new PerTargetModel(models);
  }

  /**
   * The targets that the data name, in their normal form.
   *
   * @throws IllegalArgumentException if an example names none
   */
  public static SortedSet<String> targets(Dataset dataset) {
    return new TreeSet<>(rows(dataset).keySet());
  }

  private static SortedMap<String, List<Integer>> rows(Dataset dataset) {
    SortedMap<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < dataset.size(); row++) {
      Example example = dataset.examples().get(row);
      String target = TextNormalizer.normalize(example.sentence().target());
      if (target.isEmpty()) {
        throw new IllegalArgumentException(
            "dataset "
                + dataset.name()
                + ": example "
                + example.id()
                + " names no target; fill the column 'target' or set perTarget: false");
      }
      rows.computeIfAbsent(target, name -> new ArrayList<>()).add(row);
    }
    return rows;
  }
}

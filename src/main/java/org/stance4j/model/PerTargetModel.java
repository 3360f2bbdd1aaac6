package org.stance4j.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.TextEmbedder;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.text.TextNormalizer;

/** One model for each target; a sentence is scored by the model of its own. */
public final class PerTargetModel implements FittedModel {
  static final String TYPE = "per-target";

  private final SortedMap<String, FittedModel> models;

  PerTargetModel(SortedMap<String, FittedModel> models) {
    this.models = new TreeMap<>(models);
  }

  /** The targets in the order of the parts, from a saved state. */
  static List<String> targets(TensorBundle state) {
    return List.of(state.tensor("targets").text().split("\n", -1));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a sentence's target is none that the model was trained on
   */
  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      String target = TextNormalizer.normalize(sentences.get(i).target());
      rows.computeIfAbsent(target, name -> new ArrayList<>()).add(i);
    }
    StanceProbabilities[] answers = new StanceProbabilities[sentences.size()];
    rows.forEach(
        (target, places) -> {
          List<StanceProbabilities> part =
              model(target).predict(places.stream().map(sentences::get).toList());
          for (int i = 0; i < part.size(); i++) {
            answers[places.get(i)] = part.get(i);
          }
        });
    return List.of(answers);
  }

  @Override
  public Set<String> targets() {
    return Collections.unmodifiableSet(models.keySet());
  }

  @Override
  public boolean usesTarget() {
    return true;
  }

  @Override
  public Optional<TextEmbedder> embedder() {
    return models.values().stream().flatMap(model -> model.embedder().stream()).findFirst();
  }

  @Override
  public FittedModel uncalibrated() {
    SortedMap<String, FittedModel> others = new TreeMap<>();
    models.forEach((target, model) -> others.put(target, model.uncalibrated()));
    return new PerTargetModel(others);
  }

  private FittedModel model(String target) {
    FittedModel model = models.get(target);
    if (model == null) {
      throw new IllegalArgumentException(
          (target.isEmpty() ? "a sentence names no target" : "unknown target '" + target + "'")
              + "; this model was trained on "
              + String.join(", ", models.keySet())
              + "; give tables a column 'target' with one of these");
    }
    return model;
  }

  @Override
  public SortedMap<String, byte[]> files(String prefix) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(
        prefix + ModelFiles.COMPOSITE_FILE,
        SafeTensors.write(
            TensorBundle.of(
                Map.of("type", TYPE),
                Map.of("targets", Tensor.ofText(String.join("\n", models.keySet()))))));
    int number = 0;
    for (FittedModel model : models.values()) {
      files.putAll(model.files(prefix + targetPrefix(number++)));
    }
    return files;
  }

  /** What the files of a target's model begin with, counted from 0 here and from 1 in names. */
  static String targetPrefix(int number) {
    return "target-" + (number + 1) + ".";
  }

  @Override
  public void close() {
    models.values().forEach(FittedModel::close);
  }
}

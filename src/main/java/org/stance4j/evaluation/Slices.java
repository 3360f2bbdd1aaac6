package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.stance4j.Example;

/** Divides scored examples and works out the figures of the parts. */
final class Slices {
  private Slices() {}

  /**
   * The rows of each part.
   *
   * <p>An attribute with more than {@value Evaluator#MOST_VALUES} values is left out, and so is one
   * with a single value, which would repeat the whole.
   *
   * @param examples in the order of the data
   * @param part makes what is wanted of a part from its name and its row numbers, ascending
   * @return attribute by attribute, the values of each in alphabetical order
   */
  static <T> List<T> of(
      List<Example> examples, List<Slicer> slicers, BiFunction<Name, List<Integer>, T> part) {
    Map<Name, List<Integer>> parts = new LinkedHashMap<>();
    for (Slicer slicer : slicers) {
      Map<String, List<Integer>> byValue = new TreeMap<>();
      for (int row = 0; row < examples.size(); row++) {
        String value = slicer.value().apply(examples.get(row));
        byValue.computeIfAbsent(value, name -> new ArrayList<>()).add(row);
      }
      if (byValue.size() > 1 && byValue.size() <= Evaluator.MOST_VALUES) {
        byValue.forEach(
            (value, rows) ->
                parts.put(
                    new Name(
                        slicer.attribute(), value.isBlank() ? EvaluationSlice.NO_VALUE : value),
                    rows));
      }
    }
    return parts.entrySet().stream()
        .map(entry -> part.apply(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The figures of each part, ranked. */
  static List<EvaluationSlice> evaluate(
      List<ScoredExample> scored, List<Slicer> slicers, int resamples, long seed) {
    List<EvaluationSlice> slices =
        of(
            scored.stream().map(ScoredExample::example).toList(),
            slicers,
            (name, rows) -> slice(name, select(scored, rows), resamples, seed));
    return rank(slices);
  }

  /** The examples of those rows. */
  static List<ScoredExample> select(List<ScoredExample> scored, List<Integer> rows) {
    return rows.stream().map(scored::get).toList();
  }

  private static EvaluationSlice slice(
      Name name, List<ScoredExample> part, int resamples, long seed) {
    List<ConfusionMatrix> clusters = Clusters.matrices(part);
    return new EvaluationSlice(
        name.attribute(),
        name.value(),
        clusters.size(),
        Scores.of(ConfusionMatrix.of(part)),
        clusters.size() < 2
            ? null
            : ClusterBootstrap.ofClusters(
                    clusters, List.of(EvaluationSlice.RANKED_BY), resamples, seed)
                .get(0),
        0);
  }

  private static List<EvaluationSlice> rank(List<EvaluationSlice> slices) {
    List<EvaluationSlice> ranked = new ArrayList<>(slices);
    List<Integer> ascending =
        IntStream.range(0, slices.size())
            .boxed()
            .filter(i -> !slices.get(i).fewRows() && !slices.get(i).fewGroups())
            .sorted(
                Comparator.comparingDouble(
                    i -> slices.get(i).scores().of(EvaluationSlice.RANKED_BY)))
            .toList();
    for (int place = 0; place < ascending.size(); place++) {
      int index = ascending.get(place);
      ranked.set(index, slices.get(index).ranked(place + 1));
    }
    return List.copyOf(ranked);
  }

  /**
   * Which part it is.
   *
   * @param attribute what the parts differ in
   * @param value what these examples share; {@link EvaluationSlice#NO_VALUE} for none
   */
  record Name(String attribute, String value) {}
}

package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Example;
import org.stance4j.Stance;

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
            (name, rows) -> {
              List<ScoredExample> part = select(scored, rows);
              return slice(name, part, sample(part, resamples, seed));
            });
    return rank(slices);
  }

  /** The resamples of {@link EvaluationSlice#RANKED_BY}; the same draws for each model. */
  static double[] sample(List<ScoredExample> part, int resamples, long seed) {
    List<ConfusionMatrix> clusters = Clusters.matrices(part);
    int[] cells = new int[Stance.COUNT * Stance.COUNT];
    return ClusterBootstrap.samples(
        clusters.size(),
        drawn -> {
          Arrays.fill(cells, 0);
          for (int cluster : drawn) {
            clusters.get(cluster).addTo(cells);
          }
          return new double[] {
            EvaluationSlice.RANKED_BY.applyAsDouble(ConfusionMatrix.ofCells(cells))
          };
        },
        resamples,
        seed)[0];
  }

  /** The interval of a sample; {@code null} where a single group leaves nothing to resample. */
  static @Nullable Interval interval(double[] sample, int clusters) {
    return clusters < 2 ? null : ClusterBootstrap.interval(sample, clusters);
  }

  /** The examples of those rows. */
  static List<ScoredExample> select(List<ScoredExample> scored, List<Integer> rows) {
    return rows.stream().map(scored::get).toList();
  }

  /** The figures of a part, not yet ranked. */
  static EvaluationSlice slice(Name name, List<ScoredExample> part, double[] sample) {
    int clusters = Clusters.byGroup(part).size();
    return new EvaluationSlice(
        name.attribute(),
        name.value(),
        clusters,
        Scores.of(ConfusionMatrix.of(part)),
        interval(sample, clusters),
        0);
  }

  /** The same parts with their places. */
  static List<EvaluationSlice> rank(List<EvaluationSlice> slices) {
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

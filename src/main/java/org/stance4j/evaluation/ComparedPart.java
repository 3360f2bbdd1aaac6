package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Example;

/**
 * The answers of several models on one part of the data, resampled by the same draws.
 *
 * @param name which part it is
 * @param answers per model the same examples in the same order
 * @param samples per model {@link EvaluationSlice#RANKED_BY} in each resample
 */
record ComparedPart(Slices.Name name, List<List<ScoredExample>> answers, List<double[]> samples) {
  /** The parts of the data, attribute by attribute. */
  static List<ComparedPart> of(
      List<ScoredModel> models, List<Slicer> slicers, int resamples, long seed) {
    List<Example> examples = models.get(0).examples().stream().map(ScoredExample::example).toList();
    return Slices.of(
        examples,
        slicers,
        (name, rows) -> {
          List<List<ScoredExample>> answers =
              models.stream().map(model -> Slices.select(model.examples(), rows)).toList();
          return new ComparedPart(
              name,
              answers,
              answers.stream().map(part -> Slices.sample(part, resamples, seed)).toList());
        });
  }

  /** The figures of one model on each part, ranked. */
  static List<EvaluationSlice> slices(List<ComparedPart> parts, int model) {
    return Slices.rank(
        parts.stream()
            .map(part -> Slices.slice(part.name, part.answers.get(model), part.samples.get(model)))
            .toList());
  }

  /** One model against the first on each part, ranked, p corrected over those that are. */
  static List<SliceDifference> differences(List<ComparedPart> parts, int model, long seed) {
    List<SliceDifference> slices =
        parts.stream().map(part -> part.difference(model, seed)).toList();
    List<Integer> ascending =
        IntStream.range(0, slices.size())
            .boxed()
            .filter(i -> slices.get(i).isRankable())
            .sorted(Comparator.comparingDouble(i -> slices.get(i).difference()))
            .toList();
    List<Double> corrected =
        HolmCorrection.adjust(ascending.stream().map(i -> slices.get(i).test().p()).toList());
    List<SliceDifference> ranked = new ArrayList<>(slices);
    for (int place = 0; place < ascending.size(); place++) {
      int index = ascending.get(place);
      ranked.set(index, slices.get(index).ranked(place + 1, corrected.get(place)));
    }
    return List.copyOf(ranked);
  }

  private SliceDifference difference(int model, long seed) {
    List<ScoredExample> first = answers.get(0);
    List<ScoredExample> second = answers.get(model);
    Metric metric = EvaluationSlice.RANKED_BY;
    PermutationResult test = PairedPermutationTest.of(first, second, metric, seed);
    McNemar.Result changed = McNemar.of(first, second);
    return new SliceDifference(
        name.attribute(),
        name.value(),
        first.size(),
        test.clusters(),
        metric.applyAsDouble(ConfusionMatrix.of(first)),
        metric.applyAsDouble(ConfusionMatrix.of(second)),
        interval(model, test.clusters()),
        test,
        1,
        changed.onlySecond(),
        changed.onlyFirst(),
        0);
  }

  private @Nullable Interval interval(int model, int clusters) {
    double[] difference = samples.get(model).clone();
    for (int resample = 0; resample < difference.length; resample++) {
      difference[resample] -= samples.get(0)[resample];
    }
    return Slices.interval(difference, clusters);
  }
}

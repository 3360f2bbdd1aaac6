package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.stance4j.Example;

/**
 * Makes a {@link ModelComparison}.
 *
 * @param data name of the data
 * @param slicers what parts get figures of their own
 * @param resamples at least 1
 * @param seed source of resamples and permutations
 */
@SuppressWarnings("EnumOrdinal") // lists of differences are in the declaration order of Metric
record Comparer(String data, List<Slicer> slicers, int resamples, long seed) {
  private static final List<Metric> METRICS = List.of(Metric.values());

  ModelComparison compare(List<ScoredModel> models) {
    requireNames(models);
    ScoredModel first = models.get(0);
    List<ResampledFigures> resampled =
        models.stream()
            .map(model -> ResampledFigures.of(model.examples(), resamples, seed))
            .toList();
    List<Evaluation> evaluations =
        IntStream.range(0, models.size())
            .mapToObj(i -> evaluate(models.get(i), resampled.get(i)))
            .toList();
    List<PairedDifference> raw = new ArrayList<>();
    List<ChangedSentence> changes = new ArrayList<>();
    for (int i = 1; i < models.size(); i++) {
      Clusters.requireSameExamples(first.examples(), models.get(i).examples());
      List<ChangedSentence> changed = changes(first, models.get(i));
      raw.add(
          pair(
              first,
              models.get(i),
              resampled.get(i).minus(resampled.get(0)),
              evaluations,
              changed));
      changes.addAll(changed);
    }
    return new ModelComparison(
        data,
        evaluations,
        holm(raw),
        seeds(models, evaluations, resampled),
        changes,
        resampled.get(0).clusters() < Interval.ENOUGH_CLUSTERS
            ? List.of(EvaluationWarning.TOO_FEW_CLUSTERS)
            : List.of(),
        seed);
  }

  private List<SeedSpread> seeds(
      List<ScoredModel> models, List<Evaluation> evaluations, List<ResampledFigures> resampled) {
    Map<String, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < models.size(); i++) {
      families.computeIfAbsent(models.get(i).family(), name -> new ArrayList<>()).add(i);
    }
    List<SeedSpread> spreads = new ArrayList<>();
    for (List<Integer> family : families.values()) {
      if (family.size() > 1) {
        Map<Metric, Interval> intervals =
            ResampledFigures.meanOverSeeds(family.stream().map(resampled::get).toList(), seed)
                .intervals();
        intervals.forEach(
            (metric, interval) -> {
              if (Metric.HEADLINES.contains(metric)) {
                spreads.add(
                    new SeedSpread(
                        family.stream().map(i -> models.get(i).name()).toList(),
                        metric,
                        family.stream().map(i -> evaluations.get(i).scores().of(metric)).toList(),
                        interval));
              }
            });
      }
    }
    return spreads;
  }

  private static void requireNames(List<ScoredModel> models) {
    List<String> names = models.stream().map(ScoredModel::name).toList();
    Set<String> distinct = new HashSet<>(names);
    if (names.size() < 2 || distinct.size() < names.size()) {
      throw new IllegalArgumentException(
          "a comparison needs at least two models of different names, got " + names);
    }
  }

  private Evaluation evaluate(ScoredModel model, ResampledFigures resampled) {
    return Evaluator.evaluate(
        model.name(),
        data,
        model.examples(),
        Slices.evaluate(model.examples(), slicers, resamples, seed),
        resampled,
        seed);
  }

  /** The difference of two models, before any correction for further models. */
  private PairedDifference pair(
      ScoredModel first,
      ScoredModel second,
      ResampledFigures resampled,
      List<Evaluation> evaluations,
      List<ChangedSentence> changes) {
    Evaluation one = evaluations.get(0);
    Evaluation other =
        evaluations.stream()
            .filter(evaluation -> evaluation.model().equals(second.name()))
            .findFirst()
            .orElseThrow();
    int[] kinds = new int[ChangedSentence.Kind.values().length];
    changes.forEach(change -> kinds[change.kind().ordinal()]++);
    return new PairedDifference(
        first.name(),
        second.name(),
        metrics(one, other, resampled, first, second),
        probabilities(one, other, resampled),
        McNemar.of(first.examples(), second.examples()),
        slices(first.examples(), second.examples()),
        kinds[0],
        kinds[1],
        kinds[2]);
  }

  private List<MetricDifference> metrics(
      Evaluation one,
      Evaluation other,
      ResampledFigures resampled,
      ScoredModel first,
      ScoredModel second) {
    Map<Metric, Interval> intervals = resampled.intervals();
    List<PermutationResult> tests =
        PairedPermutationTest.of(first.examples(), second.examples(), METRICS, seed);
    List<MetricDifference> differences = new ArrayList<>();
    intervals.forEach(
        (metric, interval) -> {
          PermutationResult test = tests.get(metric.ordinal());
          differences.add(
              new MetricDifference(
                  metric,
                  one.scores().of(metric),
                  other.scores().of(metric),
                  interval,
                  test,
                  test.p()));
        });
    return differences;
  }

  private static List<ProbabilityDifference> probabilities(
      Evaluation one, Evaluation other, ResampledFigures resampled) {
    List<ProbabilityDifference> differences = new ArrayList<>();
    resampled
        .probabilityIntervals()
        .forEach(
            (metric, interval) ->
                differences.add(
                    new ProbabilityDifference(
                        metric,
                        one.probabilities().of(metric),
                        other.probabilities().of(metric),
                        interval)));
    return differences;
  }

  private List<SliceDifference> slices(List<ScoredExample> first, List<ScoredExample> second) {
    List<Example> examples = first.stream().map(ScoredExample::example).toList();
    return rank(
        Slices.of(
            examples,
            slicers,
            (name, rows) -> slice(name, Slices.select(first, rows), Slices.select(second, rows))));
  }

  private SliceDifference slice(
      Slices.Name name, List<ScoredExample> first, List<ScoredExample> second) {
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
        test.clusters() < 2
            ? null
            : PairedBootstrap.differences(first, second, List.of(metric), resamples, seed).get(0),
        test,
        1,
        changed.onlySecond(),
        changed.onlyFirst(),
        0);
  }

  private static List<SliceDifference> rank(List<SliceDifference> slices) {
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
    return ranked;
  }

  /** Corrects metric by metric over the pairs. */
  private static List<PairedDifference> holm(List<PairedDifference> pairs) {
    List<List<MetricDifference>> corrected = new ArrayList<>();
    pairs.forEach(pair -> corrected.add(new ArrayList<>()));
    for (Metric metric : METRICS) {
      List<Double> adjusted =
          HolmCorrection.adjust(pairs.stream().map(pair -> pair.of(metric).test().p()).toList());
      for (int i = 0; i < pairs.size(); i++) {
        corrected.get(i).add(pairs.get(i).of(metric).corrected(adjusted.get(i)));
      }
    }
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> pairs.get(i).withMetrics(corrected.get(i)))
        .toList();
  }

  private static List<ChangedSentence> changes(ScoredModel first, ScoredModel second) {
    List<ChangedSentence> changes = new ArrayList<>();
    for (int i = 0; i < first.examples().size(); i++) {
      ScoredExample one = first.examples().get(i);
      ScoredExample other = second.examples().get(i);
      if (one.predicted() != other.predicted()) {
        changes.add(
            new ChangedSentence(
                one.example(),
                first.name(),
                one.probabilities(),
                second.name(),
                other.probabilities()));
      }
    }
    return changes;
  }
}

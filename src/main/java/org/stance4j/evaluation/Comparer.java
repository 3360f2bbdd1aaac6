package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
    requireComparable(models);
    List<ResampledFigures> resampled =
        models.stream()
            .map(model -> ResampledFigures.of(model.examples(), resamples, seed))
            .toList();
    List<ComparedPart> parts = ComparedPart.of(models, slicers, resamples, seed);
    List<Evaluation> evaluations = new ArrayList<>();
    List<PairedDifference> raw = new ArrayList<>();
    List<ChangedSentence> changes = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      evaluations.add(
          Evaluator.evaluate(
              models.get(i).name(),
              data,
              models.get(i).examples(),
              ComparedPart.slices(parts, i),
              resampled.get(i),
              seed));
      if (i > 0) {
        List<ChangedSentence> changed = changes(models.get(0), models.get(i));
        ResampledFigures differences = resampled.get(i).minus(resampled.get(0));
        raw.add(
            new PairedDifference(
                models.get(0).name(),
                models.get(i).name(),
                metrics(models.get(0), models.get(i), differences),
                probabilities(evaluations.get(0), evaluations.get(i), differences),
                McNemar.of(models.get(0).examples(), models.get(i).examples()),
                ComparedPart.differences(parts, i, seed),
                count(changed, ChangedSentence.Kind.FIXED),
                count(changed, ChangedSentence.Kind.BROKEN),
                count(changed, ChangedSentence.Kind.STILL_WRONG)));
        changes.addAll(changed);
      }
    }
    return new ModelComparison(
        data,
        evaluations,
        holm(raw),
        SeedSpread.of(models, resampled, seed),
        changes,
        EvaluationWarning.ofClusters(resampled.get(0).clusters()).stream().toList(),
        seed);
  }

  private static void requireComparable(List<ScoredModel> models) {
    List<String> names = models.stream().map(ScoredModel::name).toList();
    Set<String> distinct = new HashSet<>(names);
    if (names.size() < 2 || distinct.size() < names.size()) {
      throw new IllegalArgumentException(
          "a comparison needs at least two models of different names, got " + names);
    }
    for (ScoredModel model : models) {
      Clusters.requireSameExamples(models.get(0).examples(), model.examples());
    }
  }

  /** The differences of two models, before any correction for further models. */
  private List<MetricDifference> metrics(
      ScoredModel first, ScoredModel second, ResampledFigures resampled) {
    Map<Metric, Interval> intervals = resampled.intervals();
    List<PermutationResult> tests =
        PairedPermutationTest.of(first.examples(), second.examples(), METRICS, seed);
    ConfusionMatrix one = ConfusionMatrix.of(first.examples());
    ConfusionMatrix other = ConfusionMatrix.of(second.examples());
    List<MetricDifference> differences = new ArrayList<>();
    intervals.forEach(
        (metric, interval) -> {
          PermutationResult test = tests.get(metric.ordinal());
          differences.add(
              new MetricDifference(
                  metric,
                  metric.applyAsDouble(one),
                  metric.applyAsDouble(other),
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

  private static int count(List<ChangedSentence> changes, ChangedSentence.Kind kind) {
    return (int) changes.stream().filter(change -> change.kind() == kind).count();
  }
}

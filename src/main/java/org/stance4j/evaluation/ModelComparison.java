package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Any number of models on the same examples, each against the first.
 *
 * @param data name of the data
 * @param models names, the first being what the others are compared with
 * @param n number of examples
 * @param clusters number of groups, the unit of intervals and tests
 * @param differences one per further model, in their order
 * @param changes sentences that changed side, model by model, in the order of the data
 * @param warnings what a reader must know first
 * @param seed source of resamples and permutations
 */
@SuppressWarnings("EnumOrdinal") // lists of differences are in the declaration order of Metric
public record ModelComparison(
    String data,
    List<String> models,
    int n,
    int clusters,
    List<PairedDifference> differences,
    List<ChangedSentence> changes,
    List<EvaluationWarning> warnings,
    long seed) {
  public ModelComparison {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  /**
   * Compares with {@link ClusterBootstrap#RESAMPLES} resamples.
   *
   * @param data name of the data
   * @param models at least two with different names, all on the same examples in the same order
   * @param seed source of resamples and permutations
   * @throws IllegalArgumentException if there are fewer than two models, names clash or the
   *     examples differ
   */
  public static ModelComparison of(String data, List<ScoredModel> models, long seed) {
    return of(data, models, ClusterBootstrap.RESAMPLES, seed);
  }

  /** Compares with that many resamples. */
  public static ModelComparison of(
      String data, List<ScoredModel> models, int resamples, long seed) {
    List<String> names = names(models);
    ScoredModel first = models.get(0);
    List<ScoredModel> others = models.subList(1, models.size());
    List<List<MetricDifference>> raw = new ArrayList<>();
    List<ChangedSentence> changes = new ArrayList<>();
    for (ScoredModel other : others) {
      raw.add(metricDifferences(first, other, resamples, seed));
      changes.addAll(changes(first, other));
    }
    List<List<MetricDifference>> corrected = holm(raw);
    List<PairedDifference> differences = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      differences.add(pair(first.name(), others.get(i).name(), corrected.get(i), changes));
    }
    int clusters = Clusters.matrices(first.examples()).size();
    return new ModelComparison(
        data,
        names,
        first.examples().size(),
        clusters,
        differences,
        changes,
        clusters < Interval.ENOUGH_CLUSTERS
            ? List.of(EvaluationWarning.TOO_FEW_CLUSTERS)
            : List.of(),
        seed);
  }

  private static List<String> names(List<ScoredModel> models) {
    List<String> names = models.stream().map(ScoredModel::name).toList();
    Set<String> distinct = new HashSet<>(names);
    if (names.size() < 2 || distinct.size() < names.size()) {
      throw new IllegalArgumentException(
          "a comparison needs at least two models of different names, got " + names);
    }
    return names;
  }

  private static List<MetricDifference> metricDifferences(
      ScoredModel first, ScoredModel second, int resamples, long seed) {
    List<Metric> metrics = List.of(Metric.values());
    List<Interval> intervals =
        PairedBootstrap.differences(first.examples(), second.examples(), metrics, resamples, seed);
    ConfusionMatrix one = ConfusionMatrix.of(first.examples());
    ConfusionMatrix other = ConfusionMatrix.of(second.examples());
    List<MetricDifference> differences = new ArrayList<>();
    for (Metric metric : metrics) {
      PermutationResult test =
          PairedPermutationTest.of(first.examples(), second.examples(), metric, seed);
      differences.add(
          new MetricDifference(
              metric,
              metric.applyAsDouble(one),
              metric.applyAsDouble(other),
              intervals.get(metric.ordinal()),
              test,
              test.p()));
    }
    return differences;
  }

  /** Corrects metric by metric over the pairs. */
  private static List<List<MetricDifference>> holm(List<List<MetricDifference>> pairs) {
    List<List<MetricDifference>> corrected = new ArrayList<>();
    pairs.forEach(pair -> corrected.add(new ArrayList<>()));
    for (Metric metric : Metric.values()) {
      List<Double> adjusted =
          HolmCorrection.adjust(
              pairs.stream().map(pair -> pair.get(metric.ordinal()).test().p()).toList());
      for (int i = 0; i < pairs.size(); i++) {
        MetricDifference raw = pairs.get(i).get(metric.ordinal());
        corrected
            .get(i)
            .add(
                new MetricDifference(
                    metric,
                    raw.first(),
                    raw.second(),
                    raw.interval(),
                    raw.test(),
                    adjusted.get(i)));
      }
    }
    return corrected;
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

  private static PairedDifference pair(
      String first, String second, List<MetricDifference> metrics, List<ChangedSentence> changes) {
    int[] kinds = new int[ChangedSentence.Kind.values().length];
    for (ChangedSentence change : changes) {
      if (change.second().equals(second)) {
        kinds[change.kind().ordinal()]++;
      }
    }
    return new PairedDifference(first, second, metrics, kinds[0], kinds[1], kinds[2]);
  }
}

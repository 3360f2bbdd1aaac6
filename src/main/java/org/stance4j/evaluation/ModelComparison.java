package org.stance4j.evaluation;

import java.util.List;

/**
 * Any number of models on the same examples, each against the first.
 *
 * @param data name of the data
 * @param evaluations figures of each model, the first being what the others are compared with
 * @param differences one per further model, in their order
 * @param seeds how far the seed alone moves each of {@link Metric#HEADLINES}, where several models
 *     differ in nothing else
 * @param changes sentences that changed side, model by model, in the order of the data
 * @param warnings what a reader must know first
 * @param seed source of resamples and permutations
 */
public record ModelComparison(
    String data,
    List<Evaluation> evaluations,
    List<PairedDifference> differences,
    List<SeedSpread> seeds,
    List<ChangedSentence> changes,
    List<EvaluationWarning> warnings,
    long seed) {
  public ModelComparison {
    evaluations = List.copyOf(evaluations);
    differences = List.copyOf(differences);
    seeds = List.copyOf(seeds);
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  /**
   * Compares with {@link ClusterBootstrap#RESAMPLES} resamples; the parts are those of {@link
   * Evaluator#SLICERS}.
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
    return of(data, models, Evaluator.SLICERS, resamples, seed);
  }

  /** Compares with that many resamples the whole and the parts that are asked for. */
  public static ModelComparison of(
      String data, List<ScoredModel> models, List<Slicer> slicers, int resamples, long seed) {
    return new Comparer(data, slicers, resamples, seed).compare(models);
  }

  /** Names of the models, the first being what the others are compared with. */
  public List<String> models() {
    return evaluations.stream().map(Evaluation::model).toList();
  }

  /** Number of examples. */
  public int n() {
    return evaluations.get(0).n();
  }

  /** Number of groups, the unit of intervals and tests. */
  public int clusters() {
    return evaluations.get(0).clusters();
  }

  /** The figures of one model. */
  public Evaluation evaluation(String model) {
    return evaluations.stream()
        .filter(evaluation -> evaluation.model().equals(model))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model '" + model + "' in the comparison of " + models()));
  }
}

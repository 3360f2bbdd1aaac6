package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.stance4j.Stance;

/**
 * What every {@link Metric} and {@link ProbabilityMetric} of a model is read from, cluster by
 * cluster, so that a resample is a matter of adding up.
 *
 * <p>Immutable and thread-safe.
 */
final class ClusterFigures implements ClusterBootstrap.Resampled {
  private static final List<Metric> METRICS = List.of(Metric.values());
  private static final int LOG_LOSS = 1;
  private static final int BRIER = 2;
  private static final int BINS = 3;

  private final List<ConfusionMatrix> matrices = new ArrayList<>();

  /** Per cluster: examples, log losses, Brier scores, and confidence − right of each bin. */
  private final List<double[]> sums = new ArrayList<>();

  private final List<Ranking> rankings;

  /**
   * The figures of scored examples, their groups being the clusters.
   *
   * @throws IllegalArgumentException if there are none
   */
  ClusterFigures(List<ScoredExample> scored) {
    SortedMap<String, List<ScoredExample>> groups = Clusters.byGroup(scored);
    Map<String, Integer> numbers = new HashMap<>();
    groups.forEach(
        (name, examples) -> {
          numbers.put(name, numbers.size());
          matrices.add(ConfusionMatrix.of(examples));
          sums.add(sums(examples));
        });
    rankings =
        Arrays.stream(Stance.values())
            .map(stance -> Ranking.of(OneVersusRest.cases(scored, stance), numbers))
            .toList();
  }

  private static double[] sums(List<ScoredExample> examples) {
    int n = examples.size();
    double[] sums = new double[BINS + ReliabilityCurve.BINS];
    sums[0] = n;
    sums[LOG_LOSS] = n * LogLoss.of(examples);
    sums[BRIER] = n * BrierScore.of(examples);
    List<ReliabilityBin> bins = ReliabilityCurve.of(examples).bins();
    for (int bin = 0; bin < bins.size(); bin++) {
      sums[BINS + bin] = bins.get(bin).n() * bins.get(bin).gap();
    }
    return sums;
  }

  /** Number of clusters. */
  int clusters() {
    return matrices.size();
  }

  /** The metrics in declaration order, then those of the probabilities in theirs. */
  @Override
  public double[] of(int[] drawn) {
    double[] figures = new double[METRICS.size() + ProbabilityMetric.values().length];
    int[] cells = new int[Stance.COUNT * Stance.COUNT];
    double[] sum = new double[BINS + ReliabilityCurve.BINS];
    for (int cluster : drawn) {
      matrices.get(cluster).addTo(cells);
      double[] add = sums.get(cluster);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += add[i];
      }
    }
    ConfusionMatrix matrix = ConfusionMatrix.ofCells(cells);
    int next = 0;
    for (Metric metric : METRICS) {
      figures[next++] = metric.applyAsDouble(matrix);
    }
    double gaps = 0;
    for (int bin = BINS; bin < sum.length; bin++) {
      gaps += Math.abs(sum[bin]);
    }
    figures[next++] = sum[LOG_LOSS] / sum[0];
    figures[next++] = sum[BRIER] / sum[0];
    figures[next++] = gaps / sum[0];
    areas(figures, next, ClusterBootstrap.weights(drawn));
    return figures;
  }

  /** Puts the means of the areas under both curves at two places. */
  private void areas(double[] figures, int at, int... weights) {
    double rocAuc = 0;
    double prAuc = 0;
    int defined = 0;
    for (Ranking ranking : rankings) {
      Ranking.Areas areas = ranking.areas(weights);
      if (areas.isDefined()) {
        rocAuc += areas.rocAuc();
        prAuc += areas.averagePrecision();
        defined++;
      }
    }
    figures[at] = defined == 0 ? OneVersusRest.NO_ROC_AUC : rocAuc / defined;
    figures[at + 1] = defined == 0 ? 0 : prAuc / defined;
  }
}

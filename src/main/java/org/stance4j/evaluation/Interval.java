package org.stance4j.evaluation;

/**
 * A 95 % interval from resampled clusters.
 *
 * @param low lower bound, at most {@code high}
 * @param high upper bound
 * @param clusters number of clusters that were resampled
 * @param resamples number of resamples
 */
public record Interval(double low, double high, int clusters, int resamples) {
  /** Fewest clusters that carry a claim; below, percentile intervals are clearly too narrow. */
  public static final int ENOUGH_CLUSTERS = 10;

  public Interval {
    if (!(low <= high) || clusters < 1 || resamples < 1) {
      throw new IllegalArgumentException(
          "an interval needs low <= high, a cluster and a resample, got ["
              + low
              + ", "
              + high
              + "], clusters="
              + clusters
              + ", resamples="
              + resamples);
    }
  }

  /** Whether the value lies inside, bounds included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether there are fewer than {@value #ENOUGH_CLUSTERS} clusters. */
  public boolean tooFewClusters() {
    return clusters < ENOUGH_CLUSTERS;
  }
}

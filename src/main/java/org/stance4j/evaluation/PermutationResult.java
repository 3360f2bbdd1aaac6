package org.stance4j.evaluation;

/**
 * Outcome of a permutation test.
 *
 * @param p two-sided p-value, in [floor, 1]
 * @param floor smallest p that this number of clusters can give; where it is above 0.05, no
 *     difference however large is significant
 * @param clusters number of clusters that could be swapped
 * @param permutations number of arrangements looked at
 * @param exact whether those were all arrangements
 */
public record PermutationResult(
    double p, double floor, int clusters, int permutations, boolean exact) {
  public PermutationResult {
    if (!(p >= floor && p <= 1 && floor > 0)) {
      throw new IllegalArgumentException(
          "p must lie in [floor, 1] and floor above 0, got p=" + p + " floor=" + floor);
    }
  }
}

package org.stance4j.audit;

/**
 * Weighted log-odds ratio with an informative Dirichlet prior: which words mark one part of the
 * data against the rest, with frequent and rare words on one scale.
 *
 * <p>With counts y of word w in the part (i) and in the rest (j), their totals n, and prior counts
 * α<sub>w</sub> of total α₀,
 *
 * <pre>δ = ln((yᵢ + α) / (nᵢ + α₀ − yᵢ − α)) − ln((yⱼ + α) / (nⱼ + α₀ − yⱼ − α))
 * σ² ≈ 1 / (yᵢ + α) + 1 / (yⱼ + α),   z = δ / σ</pre>
 *
 * <p>The prior is the frequency of w in part and rest together, scaled to α₀, so that a word is
 * pulled towards being as frequent in both. Source: B. L. Monroe, M. P. Colaresi and K. M. Quinn,
 * "Fightin' Words", Political Analysis 16(4), 2008, equations 15, 16, 20 and 22.
 */
final class LogOdds {
  private LogOdds() {}

  /**
   * The z-score of each word: above 0 where it marks the part, below where it marks the rest, 0 for
   * a word that occurs in neither.
   *
   * @param part counts in the part, one per word
   * @param rest counts in the rest, in the same order
   * @param prior total prior count, above 0
   */
  static double[] z(int[] part, int[] rest, double prior) {
    if (part.length != rest.length || !(prior > 0)) {
      throw new IllegalArgumentException(
          "as many counts for both sides and a prior above 0 are needed, got "
              + part.length
              + ", "
              + rest.length
              + " and "
              + prior);
    }
    double partTotal = 0;
    double restTotal = 0;
    for (int word = 0; word < part.length; word++) {
      partTotal += part[word];
      restTotal += rest[word];
    }
    double[] scores = new double[part.length];
    for (int word = 0; word < part.length; word++) {
      double all = part[word] + rest[word];
      if (all > 0 && all < partTotal + restTotal) {
        double alpha = prior * all / (partTotal + restTotal);
        double inPart = part[word] + alpha;
        double inRest = rest[word] + alpha;
        double delta =
            Math.log(inPart / (partTotal + prior - inPart))
                - Math.log(inRest / (restTotal + prior - inRest));
        scores[word] = delta / Math.sqrt(1 / inPart + 1 / inRest);
      }
    }
    return scores;
  }
}

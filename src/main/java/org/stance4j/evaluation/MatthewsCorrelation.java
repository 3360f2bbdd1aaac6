package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * Matthews' correlation coefficient for several classes, R_K.
 *
 * <p>With c correct of s examples, t_k gold and p_k predicted examples of class k: (c s − Σ p_k
 * t_k) / (√(s² − Σ p_k²) √(s² − Σ t_k²)). Range [−1, 1]: 1 is perfect, 0 is no better than chance;
 * 0 too where gold or predictions hold a single class or nothing at all. Source: J. Gorodkin,
 * "Comparing two K-category assignments by a K-category correlation coefficient", Computational
 * Biology and Chemistry 28, 2004.
 */
public final class MatthewsCorrelation {
  private MatthewsCorrelation() {}

  /** The correlation of gold and predicted stances. */
  public static double of(ConfusionMatrix matrix) {
    double total = matrix.total();
    double products = 0;
    double predictedSquares = 0;
    double goldSquares = 0;
    for (Stance stance : Stance.values()) {
      double predicted = matrix.predicted(stance);
      double gold = matrix.gold(stance);
      products += predicted * gold;
      predictedSquares += predicted * predicted;
      goldSquares += gold * gold;
    }
    double spread =
        Math.sqrt(total * total - predictedSquares) * Math.sqrt(total * total - goldSquares);
    return spread == 0 ? 0 : (matrix.correct() * total - products) / spread;
  }
}

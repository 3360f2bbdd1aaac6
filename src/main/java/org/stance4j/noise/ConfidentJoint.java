package org.stance4j.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ScoredExample;

/**
 * The confident joint: how many examples of each given label a model is confident to be of each
 * label. Rows are given, columns likely labels.
 *
 * <p>The threshold of label j is the mean probability of j over the examples labelled j, t_j. An
 * example is confidently of the label with the largest probability among those that reach their
 * thresholds, and of none where no label does. A label that is never given has no threshold and is
 * never likely.
 *
 * <p>The joint distribution scales each row of counts to the number of examples with that given
 * label and the whole to 1; a row without a confident example counts as rightly labelled. Source:
 * C. G. Northcutt, L. Jiang, I. L. Chuang, "Confident Learning: Estimating Uncertainty in Dataset
 * Labels", JAIR 70, 2021, section 3.1, equations 1 to 3.
 *
 * <p>Immutable and thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // arrays are in the declaration order of Stance
public final class ConfidentJoint {
  private final double[] thresholds;
  private final int[] given;
  private final int[][] counts;

  private ConfidentJoint(double[] thresholds, int[] given, int[][] counts) {
    this.thresholds = thresholds;
    this.given = given;
    this.counts = counts;
  }

  /** The joint of scored examples, their gold labels being the given ones; at least one. */
  public static ConfidentJoint of(List<ScoredExample> scored) {
    if (scored.isEmpty()) {
      throw new IllegalArgumentException("no scored examples: there is nothing to estimate");
    }
    return of(
        scored.stream().map(one -> one.probabilities().toArray()).toArray(double[][]::new),
        scored.stream().mapToInt(one -> one.gold().ordinal()).toArray(),
        List.of(IntStream.range(0, scored.size()).toArray()));
  }

  /**
   * The joint of some rows.
   *
   * @param probabilities by row of the data
   * @param labels given label by row of the data
   * @param parts numbers of rows; a row counts as often as it is named
   */
  static ConfidentJoint of(double[][] probabilities, int[] labels, List<int[]> parts) {
    double[] sums = new double[Stance.COUNT];
    int[] given = new int[Stance.COUNT];
    for (int[] part : parts) {
      for (int row : part) {
        sums[labels[row]] += probabilities[row][labels[row]];
        given[labels[row]]++;
      }
    }
    double[] thresholds = new double[Stance.COUNT];
    for (int label = 0; label < thresholds.length; label++) {
      thresholds[label] = given[label] == 0 ? Double.POSITIVE_INFINITY : sums[label] / given[label];
    }
    int[][] counts = new int[Stance.COUNT][Stance.COUNT];
    for (int[] part : parts) {
      for (int row : part) {
        int likely = likely(probabilities[row], thresholds);
        if (likely >= 0) {
          counts[labels[row]][likely]++;
        }
      }
    }
    return new ConfidentJoint(thresholds, given, counts);
  }

  /** The likely label, the first of equally probable ones; −1 for none. */
  private static int likely(double[] probabilities, double[] thresholds) {
    int likely = -1;
    for (int label = 0; label < thresholds.length; label++) {
      if (probabilities[label] >= thresholds[label]
          && (likely < 0 || probabilities[label] > probabilities[likely])) {
        likely = label;
      }
    }
    return likely;
  }

  /** The label that these probabilities make confident; empty where none reaches its threshold. */
  public Optional<Stance> likely(StanceProbabilities probabilities) {
    int likely = likely(probabilities.toArray(), thresholds);
    return likely < 0 ? Optional.empty() : Optional.of(Stance.values()[likely]);
  }

  /**
   * The probability that makes a label likely, in [0, 1].
   *
   * @return empty where the label is never given
   */
  public Optional<Double> threshold(Stance label) {
    double threshold = thresholds[label.ordinal()];
    return Double.isInfinite(threshold) ? Optional.empty() : Optional.of(threshold);
  }

  /** Number of examples of a given label that are confidently of a label. */
  public int count(Stance given, Stance likely) {
    return counts[given.ordinal()][likely.ordinal()];
  }

  /** Number of examples of a given label. */
  public int given(Stance label) {
    return given[label.ordinal()];
  }

  /** Number of examples. */
  public int total() {
    return Arrays.stream(given).sum();
  }

  /** Estimated share of all examples that have one label and should have the other, in [0, 1]. */
  public double share(Stance given, Stance likely) {
    int confident = Arrays.stream(counts[given.ordinal()]).sum();
    double ofRow =
        confident == 0 ? given == likely ? 1 : 0 : (double) count(given, likely) / confident;
    return ofRow * given(given) / total();
  }

  /** Estimated share of wrong labels: all of the joint but its diagonal, in [0, 1]. */
  public double wrongShare() {
    double right = 0;
    for (Stance label : Stance.values()) {
      right += share(label, label);
    }
    // sums of shares that make 1 may miss it by the last bit
    return Math.max(0, Math.min(1, 1 - right));
  }
}

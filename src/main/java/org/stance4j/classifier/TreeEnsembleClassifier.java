package org.stance4j.classifier;

import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.ElementType;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * Boosted regression trees: each tree adds the value of one leaf to the score of one stance, and
 * the softmax of the three scores are the probabilities.
 *
 * <p>A split sends a number below its threshold to the left, others to the right. A zero counts as
 * missing, in sparse and dense vectors alike, and goes where the split was taught to send missing
 * numbers, whatever the threshold; so does NaN.
 *
 * @see <a href="https://arxiv.org/abs/1603.02754">Chen and Guestrin 2016, XGBoost</a>
 */
public final class TreeEnsembleClassifier implements Classifier {
  static final String TYPE = "tree-ensemble";

  private final int dimension;
  private final float[] bases;
  private final int[] stances;
  private final TreeNodes nodes;

  /**
   * A classifier over these trees.
   *
   * @param dimension length of the vectors, above 0; the nodes' features lie below
   * @param bases [stances]: each stance's score before any tree
   * @param stances [trees]: the place, in the order of {@link Stance}, of the stance that a tree
   *     adds to
   * @param nodes of all trees
   * @throws TensorFormatException if numbers are out of range or do not fit together
   */
  public TreeEnsembleClassifier(int dimension, float[] bases, int[] stances, TreeNodes nodes) {
    if (dimension < 1 || bases.length != Stance.COUNT || stances.length != nodes.trees()) {
      throw new TensorFormatException(
          "shapes of the trees do not fit: dimension "
              + dimension
              + ", "
              + bases.length
              + " bases, "
              + stances.length
              + " stances for "
              + nodes.trees()
              + " trees");
    }
    for (float base : bases) {
      if (!Float.isFinite(base)) {
        throw new TensorFormatException("base " + base + " is not a finite number");
      }
    }
    for (int tree = 0; tree < stances.length; tree++) {
      if (stances[tree] < 0 || stances[tree] >= Stance.COUNT) {
        throw new TensorFormatException(
            "tree " + tree + " adds to stance " + stances[tree] + ", not one of 0, 1, 2");
      }
    }
    if (nodes.largestFeature() >= dimension) {
      throw new TensorFormatException(
          "a split asks for feature "
              + nodes.largestFeature()
              + " of vectors of "
              + dimension
              + " numbers");
    }
    this.dimension = dimension;
    this.bases = bases.clone();
    this.stances = stances.clone();
    this.nodes = nodes;
  }

  static TreeEnsembleClassifier restore(TensorBundle state) {
    float[] values = state.floats("values", -1);
    Tensor missingLeft = state.tensor("missingLeft");
    List<Integer> shape = List.of(values.length);
    if (missingLeft.type() != ElementType.U8 || !missingLeft.shape().equals(shape)) {
      throw new TensorFormatException(
          "tensor 'missingLeft' holds "
              + missingLeft.type()
              + " of shape "
              + missingLeft.shape()
              + ", expected U8 of shape "
              + shape);
    }
    return new TreeEnsembleClassifier(
        Integer.parseInt(state.setting("dimension")),
        state.floats("bases", Stance.COUNT),
        state.ints("stances", -1),
        new TreeNodes(
            state.ints("roots", -1),
            state.ints("features", values.length),
            values,
            state.ints("rights", values.length),
            missingLeft.bytes()));
  }

  /** Whether the trees treat this number of a vector as if it were not there. */
  public static boolean missing(float value) {
    return value == 0 || Float.isNaN(value);
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    double[] scores = new double[Stance.COUNT];
    for (int c = 0; c < Stance.COUNT; c++) {
      scores[c] = bases[c];
    }
    for (int tree = 0; tree < stances.length; tree++) {
      scores[stances[tree]] += nodes.leafValue(tree, vector);
    }
    return StanceProbabilities.of(Vectors.softmax(scores));
  }

  @Override
  public int dimension() {
    return dimension;
  }

  /** Number of trees. */
  public int trees() {
    return stances.length;
  }

  @Override
  public TensorBundle state() {
    Map<String, Tensor> tensors = nodes.tensors();
    tensors.put("bases", Tensor.ofFloats(bases, Stance.COUNT));
    tensors.put("stances", Tensor.ofInts(stances, stances.length));
    return TensorBundle.of(Map.of("type", TYPE, "dimension", Integer.toString(dimension)), tensors);
  }
}

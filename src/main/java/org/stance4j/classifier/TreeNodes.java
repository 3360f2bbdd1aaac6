package org.stance4j.classifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.ElementType;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorFormatException;

/**
 * The nodes of binary decision trees, one tree after the other, each in preorder: a split stands
 * right before its left child, so that only the place of the right child is kept. Immutable.
 *
 * <p>Children always stand behind their parent and within its tree, so that every walk ends; the
 * constructor sees to it.
 */
public final class TreeNodes {
  /** What stands for a feature in a leaf. */
  public static final int LEAF = -1;

  private final int[] roots;
  private final int[] features;
  private final float[] values;
  private final int[] rights;
  private final byte[] missingLeft;

  /**
   * Nodes in preorder.
   *
   * @param roots [trees]: the place of each tree's first node; ascending, the first 0
   * @param features [nodes]: the index of the number that a split looks at, {@link #LEAF} in a leaf
   * @param values [nodes]: the threshold of a split, the value of a leaf
   * @param rights [nodes]: the place of a split's right child; 0 in a leaf
   * @param missingLeft [nodes]: 1 where a missing number goes to the left, 0 where to the right and
   *     in leaves
   * @throws TensorFormatException if the arrays do not describe such trees
   */
  public TreeNodes(int[] roots, int[] features, float[] values, int[] rights, byte[] missingLeft) {
    if (features.length != values.length
        || rights.length != values.length
        || missingLeft.length != values.length) {
      throw new TensorFormatException(
          "arrays of the nodes differ in length: "
              + features.length
              + " features, "
              + values.length
              + " values, "
              + rights.length
              + " rights, "
              + missingLeft.length
              + " of 'missingLeft'");
    }
    this.roots = roots.clone();
    this.features = features.clone();
    this.values = values.clone();
    this.rights = rights.clone();
    this.missingLeft = missingLeft.clone();
    if (roots.length == 0 || roots[0] != 0) {
      throw new TensorFormatException("roots must start with 0");
    }
    for (int tree = 0; tree < roots.length; tree++) {
      if (end(tree) <= roots[tree] || end(tree) > values.length) {
        throw new TensorFormatException(
            "tree " + tree + " of " + values.length + " nodes starts at " + roots[tree]);
      }
    }
    for (int tree = 0; tree < roots.length; tree++) {
      for (int node = roots[tree]; node < end(tree); node++) {
        check(node, end(tree));
      }
    }
  }

  private int end(int tree) {
    return tree + 1 < roots.length ? roots[tree + 1] : values.length;
  }

  private void check(int node, int end) {
    boolean leaf = features[node] == LEAF;
    boolean placed =
        leaf
            ? rights[node] == 0 && missingLeft[node] == 0
            : features[node] >= 0
                && rights[node] > node + 1
                && rights[node] < end
                && (missingLeft[node] == 0 || missingLeft[node] == 1);
    if (!placed || !Float.isFinite(values[node])) {
      throw new TensorFormatException(
          "node "
              + node
              + " of a tree that ends before "
              + end
              + " is damaged: feature "
              + features[node]
              + ", value "
              + values[node]
              + ", right child "
              + rights[node]
              + ", missing left "
              + missingLeft[node]);
    }
  }

  /** Number of trees. */
  public int trees() {
    return roots.length;
  }

  /** The largest index of a feature that a split looks at; {@link #LEAF} if there is no split. */
  public int largestFeature() {
    int largest = LEAF;
    for (int feature : features) {
      largest = Math.max(largest, feature);
    }
    return largest;
  }

  /** The value of the leaf in which a vector ends. */
  float leafValue(int tree, FeatureVector vector) {
    int node = roots[tree];
    while (features[node] != LEAF) {
      float value = Vectors.value(vector, features[node]);
      boolean left =
          TreeEnsembleClassifier.missing(value) ? missingLeft[node] == 1 : value < values[node];
      node = left ? node + 1 : rights[node];
    }
    return values[node];
  }

  /** The arrays by name, in a map that may be added to. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new TreeMap<>();
    tensors.put("roots", Tensor.ofInts(roots, roots.length));
    tensors.put("features", Tensor.ofInts(features, features.length));
    tensors.put("values", Tensor.ofFloats(values, values.length));
    tensors.put("rights", Tensor.ofInts(rights, rights.length));
    tensors.put(
        "missingLeft", Tensor.ofBytes(ElementType.U8, List.of(missingLeft.length), missingLeft));
    return tensors;
  }
}

package org.stance4j.classifier.tribuo;

import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.stance4j.classifier.TreeEnsembleClassifier;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;

/** Our vectors as a matrix of XGBoost's: compressed rows, from which missing numbers are absent. */
final class XGBoostMatrix {
  private final long[] starts;
  private final int[] indices;
  private final float[] values;
  private int size;

  private XGBoostMatrix(int rows, int most) {
    starts = new long[rows + 1];
    indices = new int[most];
    values = new float[most];
  }

  /**
   * A matrix outside the Java heap, to be disposed of by the caller.
   *
   * @throws IllegalArgumentException if a number is infinite or there are more than 2^31 − 1
   */
  static DMatrix of(List<FeatureVector> vectors) throws XGBoostError {
    long most = vectors.stream().mapToLong(XGBoostMatrix::stored).sum();
    if (most > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the vectors hold "
              + most
              + " numbers, XGBoost takes at most "
              + Integer.MAX_VALUE
              + "; train on fewer rows");
    }
    XGBoostMatrix matrix = new XGBoostMatrix(vectors.size(), (int) most);
    for (int row = 0; row < vectors.size(); row++) {
      matrix.add(vectors.get(row));
      matrix.starts[row + 1] = matrix.size;
    }
    return new DMatrix(
        matrix.starts,
        // a length other than what the last row ends at would end the JVM
        Arrays.copyOf(matrix.indices, matrix.size),
        Arrays.copyOf(matrix.values, matrix.size),
        DMatrix.SparseType.CSR,
        vectors.get(0).dimension());
  }

  private static int stored(FeatureVector vector) {
    return vector instanceof SparseVector sparse ? sparse.size() : vector.dimension();
  }

  private void add(FeatureVector vector) {
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.size(); i++) {
        add(sparse.index(i), sparse.value(i));
      }
      return;
    }
    float[] dense = ((DenseVector) vector).values();
    for (int k = 0; k < dense.length; k++) {
      add(k, dense[k]);
    }
  }

  private void add(int index, float value) {
    if (Float.isInfinite(value)) {
      throw new IllegalArgumentException(
          "a vector holds " + value + " at place " + index + "; boosted trees take finite numbers");
    }
    if (!TreeEnsembleClassifier.missing(value)) {
      indices[size] = index;
      values[size++] = value;
    }
  }
}

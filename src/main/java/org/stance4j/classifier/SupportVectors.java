package org.stance4j.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.tensor.ElementType;
import org.stance4j.tensor.Int8Rows;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * The support vectors of a kernel machine, each in eight bits with a scale of its own. Immutable.
 *
 * <p>Dense ones are stored as a matrix, {@code supportVectors} I8 [vectors][dimension]. Sparse ones
 * are stored by their numbers other than zero: {@code supportStarts} I32 [vectors + 1] says where
 * each begins in {@code supportIndices} I32 [numbers] and {@code supportVectors} I8 [numbers].
 * Either has {@code supportScales} F32 [vectors].
 */
final class SupportVectors {
  private static final String VALUES = "supportVectors";
  private static final String SCALES = "supportScales";
  private static final String STARTS = "supportStarts";
  private static final String INDICES = "supportIndices";
  private static final String DIMENSION = "dimension";

  private final List<FeatureVector> rows;
  private final double[] squaredLengths;
  private final InnerProducts products;

  /** Over vectors that are rounded already. */
  private SupportVectors(List<FeatureVector> rows) {
    this.rows = rows;
    this.squaredLengths = rows.stream().mapToDouble(Vectors::squaredLength).toArray();
    this.products = new InnerProducts(rows);
  }

  /**
   * Rounds vectors to eight bits.
   *
   * @param vectors at least one, all dense or all sparse, of one dimension
   */
  static SupportVectors rounded(List<? extends FeatureVector> vectors) {
    if (vectors.isEmpty()
        || vectors.stream().map(FeatureVector::dimension).distinct().count() > 1
        || vectors.stream().map(FeatureVector::getClass).distinct().count() > 1) {
      throw new TensorFormatException(
          "support vectors must be one or more of one kind and one dimension");
    }
    Vectors.checkedDimension(vectors.get(0).dimension());
    List<FeatureVector> rows = new ArrayList<>();
    for (FeatureVector vector : vectors) {
      rows.add(
          vector instanceof SparseVector sparse
              ? rounded(sparse)
              : new DenseVector(Int8Rows.of(((DenseVector) vector).values(), 1).floats()));
    }
    return new SupportVectors(List.copyOf(rows));
  }

  /** What rounds to zero is left out. */
  private static SparseVector rounded(SparseVector vector) {
    float[] values = new float[vector.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.value(i);
    }
    float[] rounded = Int8Rows.of(values, 1).floats();
    int kept = 0;
    int[] indices = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (rounded[i] != 0) {
        indices[kept] = vector.index(i);
        rounded[kept++] = rounded[i];
      }
    }
    return new SparseVector(
        vector.dimension(), Arrays.copyOf(indices, kept), Arrays.copyOf(rounded, kept));
  }

  /**
   * The vectors in a classifier's state.
   *
   * @param count number of them, at least 1
   */
  static SupportVectors restore(TensorBundle state, int count) {
    if (count < 1) {
      throw new TensorFormatException("a kernel machine needs at least one support vector");
    }
    return new SupportVectors(
        state.metadata().containsKey(DIMENSION) ? sparse(state, count) : dense(state, count));
  }

  /** Versions trained before there were eight bits hold them in half precision. */
  private static List<FeatureVector> dense(TensorBundle state, int count) {
    float[] matrix =
        state.tensor(VALUES).type() == ElementType.I8
            ? Int8Rows.of(state.tensor(VALUES), state.floats(SCALES, count)).floats()
            : state.floats(VALUES, count, -1);
    int dimension = Vectors.checkedDimension(matrix.length / count);
    List<FeatureVector> rows = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      float[] row = new float[dimension];
      System.arraycopy(matrix, v * dimension, row, 0, dimension);
      rows.add(new DenseVector(row));
    }
    return List.copyOf(rows);
  }

  private static List<FeatureVector> sparse(TensorBundle state, int count) {
    int dimension = Vectors.checkedDimension(Integer.parseInt(state.setting(DIMENSION)));
    int[] starts = vector(state, STARTS, ElementType.I32, count + 1).ints();
    int[] indices = vector(state, INDICES, ElementType.I32, starts[count]).ints();
    byte[] values = vector(state, VALUES, ElementType.I8, starts[count]).bytes();
    float[] scales = state.floats(SCALES, count);
    List<FeatureVector> rows = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      int from = v == 0 ? 0 : starts[v];
      int length = starts[v + 1] - from;
      if (starts[0] != 0 || length < 0 || starts[v + 1] > indices.length) {
        throw new TensorFormatException("tensor '" + STARTS + "' does not ascend from 0");
      }
      int[] own = new int[length];
      float[] numbers = new float[length];
      for (int i = 0; i < length; i++) {
        own[i] = indices[from + i];
        numbers[i] = values[from + i] * scales[v];
      }
      rows.add(new SparseVector(dimension, own, numbers));
    }
    return List.copyOf(rows);
  }

  private static Tensor vector(TensorBundle state, String name, ElementType type, int length) {
    Tensor tensor = state.tensor(name);
    if (tensor.type() != type || !tensor.shape().equals(List.of(length))) {
      throw new TensorFormatException(
          "tensor '"
              + name
              + "' must be "
              + type
              + " ["
              + length
              + "], got "
              + tensor.type()
              + " "
              + tensor.shape());
    }
    return tensor;
  }

  int count() {
    return rows.size();
  }

  int dimension() {
    return rows.get(0).dimension();
  }

  /**
   * exp(−γ‖x − v‖²) for every support vector v.
   *
   * @return one row per vector x
   */
  double[][] kernel(List<? extends FeatureVector> vectors, double gamma) {
    double[][] kernel = products.with(vectors, count());
    for (int i = 0; i < kernel.length; i++) {
      double length = Vectors.squaredLength(vectors.get(i));
      for (int v = 0; v < kernel[i].length; v++) {
        double distance = length + squaredLengths[v] - 2 * kernel[i][v];
        kernel[i][v] = Math.exp(-gamma * Math.max(0, distance));
      }
    }
    return kernel;
  }

  /** Settings that {@link #restore} needs beside the tensors. */
  Map<String, String> settings() {
    return rows.get(0) instanceof SparseVector
        ? Map.of(DIMENSION, String.valueOf(dimension()))
        : Map.of();
  }

  /** What {@link #restore} reads. */
  Map<String, Tensor> tensors() {
    return rows.get(0) instanceof SparseVector ? sparseTensors() : denseTensors();
  }

  private Map<String, Tensor> denseTensors() {
    float[] matrix = new float[Math.multiplyExact(count(), dimension())];
    for (int v = 0; v < count(); v++) {
      float[] row = ((DenseVector) rows.get(v)).values();
      System.arraycopy(row, 0, matrix, v * row.length, row.length);
    }
    Int8Rows rounded = Int8Rows.of(matrix, count());
    return Map.of(VALUES, rounded.values(), SCALES, rounded.scales());
  }

  private Map<String, Tensor> sparseTensors() {
    int[] starts = new int[count() + 1];
    for (int v = 0; v < count(); v++) {
      starts[v + 1] = Math.addExact(starts[v], ((SparseVector) rows.get(v)).size());
    }
    int[] indices = new int[starts[count()]];
    byte[] values = new byte[indices.length];
    float[] scales = new float[count()];
    for (int v = 0; v < count(); v++) {
      SparseVector row = (SparseVector) rows.get(v);
      float[] numbers = new float[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        indices[starts[v] + i] = row.index(i);
        numbers[i] = row.value(i);
      }
      Int8Rows rounded = Int8Rows.of(numbers, 1);
      System.arraycopy(rounded.values().bytes(), 0, values, starts[v], numbers.length);
      scales[v] = rounded.scales().floats()[0];
    }
    return Map.of(
        STARTS, Tensor.ofInts(starts, starts.length),
        INDICES, Tensor.ofInts(indices, indices.length),
        VALUES, Tensor.ofBytes(ElementType.I8, List.of(values.length), values),
        SCALES, Tensor.ofFloats(scales, scales.length));
  }
}

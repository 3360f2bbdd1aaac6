package org.stance4j.finetune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matrices and vectors of an encoder by name, in the order in which they were added. */
final class Parameters implements AutoCloseable {
  private final Map<String, Matrix> values = new LinkedHashMap<>();

  /** Adds a matrix [inputs][outputs], or a vector [1][size]. */
  void add(String name, Matrix matrix) {
    values.put(name, matrix);
  }

  /** Zeros of the same names and sizes. */
  Parameters zeros() {
    Parameters zeros = new Parameters();
    values.forEach((name, matrix) -> zeros.add(name, new Matrix(matrix.rows(), matrix.columns())));
    return zeros;
  }

  /** Names in the order of adding. */
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  /**
   * The matrix itself, not a copy.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Matrix get(String name) {
    Matrix matrix = values.get(name);
    if (matrix == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return matrix;
  }

  /** Sets all numbers to zero. */
  void clear() {
    values.values().parallelStream().forEach(matrix -> matrix.clear(matrix.rows()));
  }

  /** Adds others of the same names and sizes. */
  void add(Parameters others) {
    values.entrySet().parallelStream()
        .forEach(entry -> entry.getValue().add(others.get(entry.getKey())));
  }

  /** The length of all numbers as one vector. */
  double length() {
    return Math.sqrt(
        values.values().parallelStream().map(Matrix::sumOfSquares).toList().stream()
            .mapToDouble(Double::doubleValue)
            .sum());
  }

  /** Copies of all numbers, in the order of adding. */
  List<float[]> copy() {
    return values.values().stream().map(Matrix::copy).toList();
  }

  /** Overwrites all numbers with those of a {@link #copy()}. */
  void restore(List<float[]> copy) {
    int i = 0;
    for (Matrix matrix : values.values()) {
      matrix.restore(copy.get(i++));
    }
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    values.values().forEach(Matrix::close);
  }
}

package org.stance4j.finetune;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Numbers in native memory, row by row, where BLAS works on them. Threads may work on different
 * rows.
 */
final class Matrix implements AutoCloseable {
  private final int columns;
  private int capacity;
  private FloatPointer numbers;

  /** A matrix of zeros. */
  Matrix(int rows, int columns) {
    this.columns = columns;
    this.capacity = rows;
    this.numbers = zeros((long) rows * columns);
  }

  /** A matrix of these numbers, as many as rows times columns. */
  static Matrix of(float[] values, int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    matrix.numbers.put(values, 0, values.length);
    return matrix;
  }

  private static FloatPointer zeros(long size) {
    FloatPointer numbers = new FloatPointer(Math.max(1, size));
    numbers.fill(0);
    return numbers;
  }

  /** Makes room for so many rows. Where there was too little, what the matrix held is lost. */
  void reserve(int rows) {
    if (rows > capacity) {
      numbers.close();
      capacity = rows;
      numbers = zeros((long) rows * columns);
    }
  }

  /** Numbers in a row. */
  int columns() {
    return columns;
  }

  /** Rows that there is room for. */
  int rows() {
    return capacity;
  }

  /** Where a number stands; valid until {@link #reserve} or {@link #close}. */
  FloatPointer at(int row, int column) {
    return at((long) row * columns + column);
  }

  /** Where a number stands, counted from the first of the first row. */
  FloatPointer at(long place) {
    return new FloatPointer(numbers).position(place);
  }

  /** The first rows, to be multiplied; valid as long as {@link #at}. */
  Blas.Block top(int rows) {
    return block(0, 0, rows, columns);
  }

  /** A block of so many rows and columns, to be multiplied; valid as long as {@link #at}. */
  Blas.Block block(int row, int column, int rows, int width) {
    return new Blas.Block(at(row, column), rows, width, columns, false);
  }

  /** Copies a row to an array of as many numbers. */
  void row(int row, float[] target) {
    at(row, 0).get(target, 0, columns);
  }

  /** Overwrites a row. */
  void put(int row, float[] values) {
    at(row, 0).put(values, 0, columns);
  }

  /** Overwrites the first rows, each with the same numbers. */
  void fillRows(int rows, float[] values) {
    for (int row = 0; row < rows; row++) {
      put(row, values);
    }
  }

  /** Sets the first rows to zero. */
  void clear(int rows) {
    fillRows(rows, new float[columns]);
  }

  /** Adds another of the same size. */
  void add(Matrix other) {
    float[] row = new float[columns];
    float[] more = new float[columns];
    for (int r = 0; r < capacity; r++) {
      row(r, row);
      other.row(r, more);
      for (int k = 0; k < columns; k++) {
        row[k] += more[k];
      }
      put(r, row);
    }
  }

  /** Of all numbers. */
  double sumOfSquares() {
    float[] row = new float[columns];
    double squares = 0;
    for (int r = 0; r < capacity; r++) {
      row(r, row);
      double sum = 0;
      for (float value : row) {
        sum += (double) value * value;
      }
      squares += sum;
    }
    return squares;
  }

  /** A copy of all numbers. */
  float[] copy() {
    float[] values = new float[capacity * columns];
    at(0).get(values, 0, values.length);
    return values;
  }

  /** Overwrites all numbers. */
  void restore(float[] values) {
    at(0).put(values, 0, values.length);
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    numbers.close();
  }
}

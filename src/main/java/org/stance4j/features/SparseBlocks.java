package org.stance4j.features;

import java.util.Arrays;

/** Puts vectors side by side into one sparse vector. */
final class SparseBlocks {
  private final int dimension;
  private int[] indices = new int[0];
  private float[] values = new float[0];
  private int size;
  private int offset;

  /**
   * Nothing yet.
   *
   * @param dimension length of the whole vector; what is not filled is zero
   */
  SparseBlocks(int dimension) {
    this.dimension = dimension;
  }

  /** Appends the stored numbers times {@code weight}. */
  void add(SparseVector block, double weight) {
    reserve(block.size());
    for (int place = 0; place < block.size(); place++) {
      put(block.index(place), (float) (weight * block.value(place)));
    }
    skip(block.dimension());
  }

  /** Appends the numbers other than zero times {@code weight}. */
  void add(DenseVector block, double weight) {
    float[] numbers = block.values();
    reserve(numbers.length);
    for (int k = 0; k < numbers.length; k++) {
      if (numbers[k] != 0) {
        put(k, (float) (weight * numbers[k]));
      }
    }
    skip(numbers.length);
  }

  /** Appends so many zeros. */
  void skip(int zeros) {
    offset += zeros;
  }

  private void reserve(int more) {
    indices = Arrays.copyOf(indices, size + more);
    values = Arrays.copyOf(values, size + more);
  }

  private void put(int index, float value) {
    indices[size] = offset + index;
    values[size] = value;
    size++;
  }

  /** The whole vector. */
  SparseVector vector() {
    return new SparseVector(dimension, Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
  }
}

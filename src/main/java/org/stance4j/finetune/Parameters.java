package org.stance4j.finetune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of an encoder by name, in the order in which it was added. */
final class Parameters implements AutoCloseable {
  private final Map<String, INDArray> values = new LinkedHashMap<>();
  private final DataType type;

  /** No parameters yet; each is to be of this type. */
  Parameters(DataType type) {
    this.type = type;
  }

  /** Adds a matrix [inputs][outputs] or a vector [1][size]. */
  void add(String name, INDArray array) {
    values.put(name, array);
  }

  /** Whether there is one of that name. */
  boolean contains(String name) {
    return values.containsKey(name);
  }

  /** Type of every number. */
  DataType type() {
    return type;
  }

  /** Names in the order of adding. */
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  /**
   * The array itself, not a copy.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  INDArray get(String name) {
    INDArray array = values.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return array;
  }

  /** The numbers of a parameter as they are now, in row-major order. */
  float[] numbers(String name) {
    return get(name).dup('c').data().asFloat();
  }

  /** Copies of all numbers, in the order of adding. */
  List<float[]> copy() {
    return names().stream().map(this::numbers).toList();
  }

  /** Overwrites all numbers with those of a {@link #copy()}. */
  void restore(List<float[]> copy) {
    int i = 0;
    for (INDArray array : values.values()) {
      array.assign(Nd4j.createFromArray(copy.get(i++)).reshape(array.shape()));
    }
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    values.values().forEach(INDArray::close);
  }
}

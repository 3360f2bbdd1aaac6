package org.stance4j.finetune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is learnt, by name, in the order in which it was added. */
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

  /** Frees the native memory. */
  @Override
  public void close() {
    values.values().forEach(INDArray::close);
  }
}

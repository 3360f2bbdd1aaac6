package org.stance4j.tensor;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that a fitted part of a model has to remember: named tensors, and settings as text.
 *
 * <p>Both maps are sorted by name, so that equal content gives equal bytes.
 *
 * @param metadata settings by name
 * @param tensors arrays by name
 */
public record TensorBundle(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {
  /** The one name that the file format keeps for the settings. */
  static final String RESERVED = "__metadata__";

  public TensorBundle {
    if (tensors.containsKey(RESERVED)) {
      throw new IllegalArgumentException("no tensor can be named " + RESERVED);
    }
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
  }

  /** A bundle from maps in any order. */
  public static TensorBundle of(Map<String, String> metadata, Map<String, Tensor> tensors) {
    return new TensorBundle(new TreeMap<>(metadata), new TreeMap<>(tensors));
  }

  /**
   * The tensor of that name.
   *
   * @throws TensorFormatException if there is none
   */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new TensorFormatException("no tensor '" + name + "'; present: " + tensors.keySet());
    }
    return tensor;
  }

  /**
   * The numbers of a tensor of a given shape.
   *
   * @param shape the sizes, outermost first; −1 allows any
   * @throws TensorFormatException if there is no such tensor, it has another shape or type, or
   *     holds a number that is not finite
   */
  public float[] floats(String name, int... shape) {
    float[] values = elements(name, shape, Tensor::floats);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new TensorFormatException(
            "tensor '"
                + name
                + "' holds "
                + values[i]
                + " at place "
                + i
                + "; only finite numbers are allowed");
      }
    }
    return values;
  }

  /**
   * The same for integers.
   *
   * @throws TensorFormatException if there is no such tensor, or it has another shape or type
   */
  public int[] ints(String name, int... shape) {
    return elements(name, shape, Tensor::ints);
  }

  private <T> T elements(String name, int[] shape, Function<Tensor, T> reader) {
    Tensor tensor = tensor(name);
    boolean fits = tensor.shape().size() == shape.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] < 0 || shape[i] == tensor.shape().get(i);
    }
    if (!fits) {
      throw new TensorFormatException(
          "tensor '"
              + name
              + "' has shape "
              + tensor.shape()
              + ", expected "
              + Arrays.toString(shape).replace("-1", "any"));
    }
    try {
      return reader.apply(tensor);
    } catch (IllegalStateException e) {
      throw new TensorFormatException("tensor '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * The setting of that name.
   *
   * @throws TensorFormatException if there is none
   */
  public String setting(String name) {
    String value = metadata.get(name);
    if (value == null) {
      throw new TensorFormatException("no setting '" + name + "'; present: " + metadata.keySet());
    }
    return value;
  }
}

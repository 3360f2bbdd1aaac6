package org.stance4j.tensor;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a fitted part of a model has to remember: named tensors, and settings as text.
 *
 * <p>Both maps are sorted by name, so that equal content gives equal bytes.
 *
 * @param metadata settings by name
 * @param tensors arrays by name
 */
public record TensorBundle(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {
  public TensorBundle {
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

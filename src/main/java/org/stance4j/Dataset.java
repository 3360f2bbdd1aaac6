package org.stance4j;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labelled sentences in a fixed order.
 *
 * @param name short name, shown in reports
 * @param examples in file order; ids are unique
 */
public record Dataset(String name, List<Example> examples) {
  public Dataset {
    examples = List.copyOf(examples);
    Set<String> ids = new HashSet<>();
    for (Example example : examples) {
      if (!ids.add(example.id())) {
        throw new IllegalArgumentException(
            "dataset " + name + ": example id '" + example.id() + "' occurs twice");
      }
    }
  }

  /** The same examples under another name. */
  public Dataset named(String other) {
    return new Dataset(other, examples);
  }

  /** Number of examples. */
  public int size() {
    return examples.size();
  }

  /** The gold labels in order. */
  public List<Stance> stances() {
    return examples.stream().map(Example::stance).toList();
  }

  /** The sentences in order. */
  public List<Sentence> sentences() {
    return examples.stream().map(Example::sentence).toList();
  }

  /** The groups in order of first occurrence, each with its number of examples. */
  public Map<String, Integer> groupSizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Example example : examples) {
      sizes.merge(example.group(), 1, Integer::sum);
    }
    return sizes;
  }

  /** The examples at these indices, in the order given. */
  public Dataset select(Collection<Integer> indices) {
    return new Dataset(name, indices.stream().map(examples::get).toList());
  }

  /** This dataset followed by another; ids must not clash. */
  public Dataset and(Dataset other) {
    return new Dataset(
        name + "+" + other.name,
        Stream.concat(examples.stream(), other.examples.stream()).toList());
  }
}

package org.stance4j;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its gold stance.
 *
 * @param id unique within its dataset
 * @param sentence the text and its context
 * @param stance the gold label
 * @param holder who holds the stance; {@code null} where unknown or where the sentence is neutral
 * @param group examples of one group never stand on both sides of a split
 * @param attributes further columns by name ({@code register}, {@code phenomenon}, {@code target}
 *     …), sorted
 */
public record Example(
    String id,
    Sentence sentence,
    Stance stance,
    @Nullable Holder holder,
    String group,
    SortedMap<String, String> attributes) {
  /** Attribute that names what a stance is taken towards. */
  public static final String TARGET = "target";

  public Example {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** The same example in another group. */
  public Example withGroup(String other) {
    return new Example(id, sentence, stance, holder, other, attributes);
  }

  /** The same example with these attributes instead of its own. */
  public Example withAttributes(SortedMap<String, String> others) {
    return new Example(id, sentence, stance, holder, group, others);
  }

  /** The attribute of that name, or the empty string. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** Attributes as a sorted map, for callers that hold any other map. */
  public static SortedMap<String, String> attributes(Map<String, String> values) {
    return new TreeMap<>(values);
  }
}

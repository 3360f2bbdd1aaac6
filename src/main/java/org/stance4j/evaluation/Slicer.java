package org.stance4j.evaluation;

import java.util.function.Function;
import org.stance4j.Example;

/**
 * Divides examples into the parts for which figures of their own are told.
 *
 * @param attribute what the parts differ in, shown before the value of each
 * @param value which part an example belongs to; the empty string for those of which the attribute
 *     says nothing
 */
public record Slicer(String attribute, Function<Example, String> value) {
  /** Divides by the value of a column. */
  public static Slicer column(String name) {
    return new Slicer(name, example -> example.attribute(name));
  }
}

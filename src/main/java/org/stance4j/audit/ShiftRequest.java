package org.stance4j.audit;

import java.util.List;
import org.stance4j.corpus.DatasetFolder;

/**
 * Which parts of the data to compare.
 *
 * @param attribute the attribute whose values are the parts
 * @param values the two values to compare; empty for every pair of values
 */
public record ShiftRequest(String attribute, List<String> values) {
  /** Every pair of sources. */
  public static final ShiftRequest SOURCES = new ShiftRequest(DatasetFolder.SOURCE, List.of());

  public ShiftRequest {
    values = List.copyOf(values);
    boolean named = values.size() == 2 && values.stream().distinct().count() == 2;
    if (attribute.isBlank() || values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an attribute or value has no name; " + allowed());
    }
    if (!values.isEmpty() && !named) {
      throw new IllegalArgumentException(
          "two different values are compared, got " + values + "; " + allowed());
    }
  }

  /**
   * Reads {@code ATTRIBUTE} or {@code ATTRIBUTE=VALUE,VALUE}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static ShiftRequest parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new ShiftRequest(text, List.of())
        : new ShiftRequest(
            text.substring(0, equals), List.of(text.substring(equals + 1).split(",", -1)));
  }

  private static String allowed() {
    return "allowed are ATTRIBUTE and ATTRIBUTE=VALUE,VALUE";
  }
}

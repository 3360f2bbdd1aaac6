package org.stance4j.corpus;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Stance;

/**
 * A table from the names that data sets use to stances. Case and surrounding space do not matter; a
 * name outside the table is an error, never a silent neutral.
 *
 * @param names lower-case names, sorted
 */
public record LabelMapping(SortedMap<String, Stance> names) {
  private static final Map<Stance, String> STANDARD =
      Map.of(
          Stance.PRO,
          "pro favor favour for support supports supporting agree argument_for",
          Stance.ANTI,
          "anti against con contra oppose opposes opposing disagree argument_against",
          Stance.NEUTRAL,
          "neutral none neither noargument");

  public LabelMapping {
    SortedMap<String, Stance> copy = new TreeMap<>();
    names.forEach((name, stance) -> copy.put(key(name), stance));
    names = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * The names that published stance data sets use, such as {@code FAVOR} / {@code AGAINST} / {@code
   * NONE}. Names of sentiment ({@code positive}) are not among them: tone is not stance.
   */
  public static LabelMapping standard() {
    SortedMap<String, Stance> names = new TreeMap<>();
    STANDARD.forEach(
        (stance, list) -> Arrays.stream(list.split(" ")).forEach(name -> names.put(name, stance)));
    return new LabelMapping(names);
  }

  /**
   * The standard names and further ones, which win over the standard.
   *
   * @param pairs such as {@code yes=pro,no=anti}; empty for none
   * @throws IllegalArgumentException if a pair is malformed or contradicts another
   */
  public static LabelMapping parse(String pairs) {
    return parse(pairs.isBlank() ? List.of() : List.of(pairs.split(",", -1)));
  }

  /**
   * The standard names and further ones, which win over the standard.
   *
   * @param pairs each such as {@code yes=pro}; what stands before the last '=' is the name, which
   *     may hold commas
   * @throws IllegalArgumentException if a pair is malformed or contradicts another
   */
  public static LabelMapping parse(List<String> pairs) {
    Map<String, Stance> further = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.lastIndexOf('=');
      Optional<Stance> stance = stanceNamed(key(pair.substring(equals + 1)));
      String name = key(pair.substring(0, Math.max(0, equals)));
      if (stance.isEmpty() || name.isEmpty()) {
        throw new IllegalArgumentException(
            "label mapping "
                + Shown.of(pair)
                + " is not of the form value=pro|anti|neutral; write for instance yes=pro,no=anti");
      }
      Stance old = further.put(name, stance.get());
      if (old != null && old != stance.get()) {
        throw new IllegalArgumentException(
            "label mapping gives "
                + Shown.of(name)
                + " two stances, "
                + old.label()
                + " and "
                + stance.get().label()
                + "; keep one");
      }
    }
    SortedMap<String, Stance> names = new TreeMap<>(standard().names);
    names.putAll(further);
    return new LabelMapping(names);
  }

  /** The stance of a name, if the table has it. */
  public Optional<Stance> find(String name) {
    return Optional.ofNullable(names.get(key(name)));
  }

  /**
   * The stance in a column of a row.
   *
   * @throws DatasetFormatException if the name is not in the table
   */
  public Stance stance(CsvRow row, String column) {
    String value = row.value(column);
    return find(value)
        .orElseThrow(
            () ->
                row.error(
                    column,
                    "is not a known label; allowed are "
                        + String.join(", ", names.keySet())
                        + "; correct the row or map the value with --labels "
                        + (value.isBlank() ? "value" : value.strip())
                        + "=pro|anti|neutral"));
  }

  private static Optional<Stance> stanceNamed(String label) {
    return Arrays.stream(Stance.values()).filter(s -> s.label().equals(label)).findFirst();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}

package org.stance4j.slice;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.Slicer;

/**
 * Parts of the data that a user asks for: by the values of a column, or by a condition.
 *
 * <p>{@code column=NAME} has one part for each value of the column. A condition has the parts
 * {@code yes} and {@code no}. Its grammar, words being told apart by case:
 *
 * <pre>
 * condition  = and, { "or", and } ;
 * and        = not, { "and", not } ;
 * not        = "not", not | "(", condition, ")" | comparison | flag ;
 * comparison = name, ( "=" | "!=" ), value
 *            | name, ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ), number
 *            | name, "contains", value ;
 * flag       = "negation" | "quotation" | "targetNamed" ;
 * name       = "words" | "characters" | "text" | "target" | "document" | "group" | "kind"
 *            | "holder" | "gold" | column ;
 * value      = number | word | "'", characters without ', "'" | '"', characters without ", '"' ;
 * column     = letter, { letter | digit | "_" | "." | "-" } ;
 * </pre>
 *
 * <p>{@code words} and {@code characters} are counts (of words as in {@link
 * org.stance4j.text.Words}, of UTF-16 units) and are compared as numbers; {@code kind} is {@code
 * body} or {@code title}, {@code holder} {@code author}, {@code reported} or empty, {@code gold}
 * the stance. {@code =} and {@code !=} take text as it is, {@code contains} in any case. {@code <}
 * and its kin also take columns of numbers: an empty value satisfies none of them, one that is no
 * number is an error. Nothing else can be said, and nothing is executed.
 *
 * @param text as the user wrote it
 * @param slicer divides examples
 * @param columns the columns that it reads, which the data must have; unmodifiable
 */
public record UserSlice(String text, Slicer slicer, Set<String> columns) {
  private static final String COLUMN = "column=";

  public UserSlice {
    columns = Collections.unmodifiableSet(new TreeSet<>(columns));
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is neither a column nor a condition
   */
  public static UserSlice parse(String text) {
    if (text.startsWith(COLUMN)) {
      String name = text.substring(COLUMN.length());
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "slice '" + text + "' names no column; write column=NAME");
      }
      return new UserSlice(text, Slicer.column(name), Set.of(name));
    }
    ConditionParser parser = new ConditionParser(text);
    Condition condition = parser.parse();
    return new UserSlice(
        text,
        new Slicer(text, example -> StandardSlices.presence(condition.holds(example))),
        parser.columns());
  }

  /**
   * Fails if the data lack a column.
   *
   * @throws IllegalArgumentException naming the columns that there are
   */
  public void requireColumns(Dataset dataset) {
    Set<String> known = new TreeSet<>();
    dataset.examples().forEach(example -> known.addAll(example.attributes().keySet()));
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new IllegalArgumentException(
            "slice '"
                + text
                + "': "
                + dataset.name()
                + " has no column '"
                + column
                + "'; "
                + (known.isEmpty()
                    ? "it has none besides text and label"
                    : "it has " + String.join(", ", known)));
      }
    }
  }

  /** Why no figures of its parts are told; empty where they are. */
  public String whyNotShown(Dataset dataset) {
    Set<String> values = new TreeSet<>();
    for (Example example : dataset.examples()) {
      values.add(slicer.value().apply(example));
    }
    if (values.size() > Evaluator.MOST_VALUES) {
      return "it has "
          + values.size()
          + " values, and more than "
          + Evaluator.MOST_VALUES
          + " are not shown one by one";
    }
    return values.size() > 1
        ? ""
        : "every sentence has the value '"
            + String.join("", values)
            + "', so that it would repeat the whole";
  }
}

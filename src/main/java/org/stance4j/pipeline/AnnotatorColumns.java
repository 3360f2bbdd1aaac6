package org.stance4j.pipeline;

/**
 * Where two annotators' labels stand in one table.
 *
 * @param first column of the first annotator's label
 * @param second column of the second annotator's label
 * @param firstHolder column of the first annotator's holder; it may be missing from the table or
 *     empty
 * @param secondHolder column of the second annotator's holder; it may be missing from the table or
 *     empty
 */
public record AnnotatorColumns(
    String first, String second, String firstHolder, String secondHolder) {
  /** The columns of the shipped dataset. */
  public static final AnnotatorColumns STANDARD = of("label_first_pass", "label_second_pass");

  public AnnotatorColumns {
    if (first.isBlank() || second.isBlank() || first.equals(second)) {
      throw new IllegalArgumentException(
          "two annotators need two columns, got '" + first + "' and '" + second + "'");
    }
  }

  /**
   * Columns whose holders stand in columns of the same name with holder for label, where that is
   * another name; nowhere else.
   */
  public static AnnotatorColumns of(String first, String second) {
    return new AnnotatorColumns(first, second, holder(first), holder(second));
  }

  private static String holder(String column) {
    return column.contains("label") ? column.replace("label", "holder") : "";
  }
}

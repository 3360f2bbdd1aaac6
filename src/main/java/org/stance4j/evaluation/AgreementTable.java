package org.stance4j.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Counts of the labels that two annotators gave to the same items: rows are the first annotator's,
 * columns the second's, both in the order of {@link #labels()}. Items that one of them left without
 * a label are not in it.
 *
 * <p>Immutable and thread-safe.
 */
public final class AgreementTable {
  /** Label of everything else in a table of {@link #against}. */
  public static final String REST = "(rest)";

  private final List<String> labels;

  /** Row by row. */
  private final int[] cells;

  private AgreementTable(List<String> labels, int[] cells) {
    this.labels = List.copyOf(labels);
    this.cells = cells;
    if (labels.size() < 2 || new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException(
          "agreement is about two different labels or more, got " + labels);
    }
  }

  /**
   * Counts two lists of equal length.
   *
   * @param labels the labels there are, at least two, each once
   * @param first the first annotator's labels, item by item
   * @param second the second annotator's labels of the same items
   * @throws IllegalArgumentException if the lengths differ or a label is not among {@code labels}
   */
  public static AgreementTable of(List<String> labels, List<String> first, List<String> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "two annotators label the same items, got " + first.size() + " and " + second.size());
    }
    int[] cells = new int[labels.size() * labels.size()];
    for (int i = 0; i < first.size(); i++) {
      cells[index(labels, first.get(i)) * labels.size() + index(labels, second.get(i))]++;
    }
    return new AgreementTable(labels, cells);
  }

  private static int index(List<String> labels, String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("label '" + label + "' is none of " + labels);
    }
    return index;
  }

  /**
   * A table from its counts.
   *
   * @param counts one row (first annotator) per label, each with one column (second) per label,
   *     none negative
   */
  public static AgreementTable ofCounts(List<String> labels, int[][] counts) {
    int size = labels.size();
    boolean fits =
        counts.length == size
            && Arrays.stream(counts)
                .allMatch(row -> row.length == size && Arrays.stream(row).allMatch(c -> c >= 0));
    if (!fits) {
      throw new IllegalArgumentException(
          "a table of "
              + size
              + " labels has as many rows and columns of counts >= 0, got "
              + Arrays.deepToString(counts));
    }
    return new AgreementTable(labels, Arrays.stream(counts).flatMapToInt(Arrays::stream).toArray());
  }

  /** The sum of tables over the same labels, at least one. */
  static AgreementTable sum(List<AgreementTable> tables, int... chosen) {
    List<String> labels = tables.get(0).labels;
    int[] sum = new int[labels.size() * labels.size()];
    for (int table : chosen) {
      int[] cells = tables.get(table).cells;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += cells[i];
      }
    }
    return new AgreementTable(labels, sum);
  }

  /** The labels, in the order of rows and columns. */
  public List<String> labels() {
    return labels;
  }

  /** Number of items that got one label from the first annotator and one from the second. */
  public int count(String first, String second) {
    return cells[index(labels, first) * labels.size() + index(labels, second)];
  }

  /** Number of items to which the first annotator gave that label: the sum of a row. */
  public int first(String label) {
    return labels.stream().mapToInt(other -> count(label, other)).sum();
  }

  /** Number of items to which the second annotator gave that label: the sum of a column. */
  public int second(String label) {
    return labels.stream().mapToInt(other -> count(other, label)).sum();
  }

  /** Number of items with the same label from both: the diagonal. */
  public int agreed() {
    return labels.stream().mapToInt(label -> count(label, label)).sum();
  }

  /** Number of items. */
  public int total() {
    return Arrays.stream(cells).sum();
  }

  /**
   * Whether more than one label was given; where not, agreement beyond chance is not defined, since
   * nothing shows whether the annotators can tell labels apart.
   */
  public boolean varied() {
    return labels.stream().filter(label -> first(label) + second(label) > 0).count() > 1;
  }

  /** The table of one label against all others taken together, called {@value #REST}. */
  public AgreementTable against(String label) {
    int both = count(label, label);
    int first = first(label) - both;
    int second = second(label) - both;
    return ofCounts(
        List.of(label, REST),
        new int[][] {{both, first}, {second, total() - both - first - second}});
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgreementTable table
        && labels.equals(table.labels)
        && Arrays.equals(cells, table.cells);
  }

  @Override
  public int hashCode() {
    return 31 * labels.hashCode() + Arrays.hashCode(cells);
  }

  /** One line of counts per label, with the orientation above them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("rows = first, columns = second");
    for (int row = 0; row < labels.size(); row++) {
      int[] counts = Arrays.copyOfRange(cells, row * labels.size(), (row + 1) * labels.size());
      text.append('\n').append(labels.get(row)).append(' ').append(Arrays.toString(counts));
    }
    return text.toString();
  }
}

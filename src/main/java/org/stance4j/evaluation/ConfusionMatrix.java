package org.stance4j.evaluation;

import java.util.Arrays;
import java.util.List;
import org.stance4j.Stance;

/**
 * Counts of gold against predicted stance: rows are gold, columns are predicted, both in the order
 * of {@link Stance}.
 *
 * <p>Immutable and thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // the declaration order of Stance is the order of rows and columns
public final class ConfusionMatrix {
  /** The matrix of no examples. */
  public static final ConfusionMatrix EMPTY =
      new ConfusionMatrix(new int[Stance.COUNT * Stance.COUNT]);

  /** Row by row. */
  private final int[] cells;

  private ConfusionMatrix(int[] cells) {
    this.cells = cells;
  }

  /**
   * Counts two lists of equal length.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static ConfusionMatrix of(List<Stance> gold, List<Stance> predicted) {
    if (gold.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "as many predicted as gold stances are needed, got "
              + predicted.size()
              + " predicted and "
              + gold.size()
              + " gold");
    }
    int[] cells = new int[Stance.COUNT * Stance.COUNT];
    for (int i = 0; i < gold.size(); i++) {
      cells[cell(gold.get(i), predicted.get(i))]++;
    }
    return new ConfusionMatrix(cells);
  }

  /** Counts scored examples. */
  public static ConfusionMatrix of(List<ScoredExample> scored) {
    return of(
        scored.stream().map(ScoredExample::gold).toList(),
        scored.stream().map(ScoredExample::predicted).toList());
  }

  /**
   * A matrix from its counts.
   *
   * @param counts {@link Stance#COUNT} rows (gold) of as many columns (predicted), none negative
   */
  public static ConfusionMatrix ofCounts(int[][] counts) {
    int[] cells = new int[Stance.COUNT * Stance.COUNT];
    if (counts.length != Stance.COUNT) {
      throw new IllegalArgumentException(
          "a confusion matrix has " + Stance.COUNT + " rows, got " + counts.length);
    }
    for (int row = 0; row < Stance.COUNT; row++) {
      if (counts[row].length != Stance.COUNT || Arrays.stream(counts[row]).anyMatch(c -> c < 0)) {
        throw new IllegalArgumentException(
            "row "
                + row
                + " of a confusion matrix must be "
                + Stance.COUNT
                + " counts >= 0, got "
                + Arrays.toString(counts[row]));
      }
      System.arraycopy(counts[row], 0, cells, row * Stance.COUNT, Stance.COUNT);
    }
    return new ConfusionMatrix(cells);
  }

  private static int cell(Stance gold, Stance predicted) {
    return gold.ordinal() * Stance.COUNT + predicted.ordinal();
  }

  /** Number of examples of that gold stance that were predicted so. */
  public int count(Stance gold, Stance predicted) {
    return cells[cell(gold, predicted)];
  }

  /** Number of examples of that gold stance: the sum of a row. */
  public int gold(Stance stance) {
    int row = stance.ordinal() * Stance.COUNT;
    int sum = 0;
    for (int column = 0; column < Stance.COUNT; column++) {
      sum += cells[row + column];
    }
    return sum;
  }

  /** Number of examples predicted so: the sum of a column. */
  public int predicted(Stance stance) {
    int sum = 0;
    for (int cell = stance.ordinal(); cell < cells.length; cell += Stance.COUNT) {
      sum += cells[cell];
    }
    return sum;
  }

  /** Number of examples on the diagonal. */
  public int correct() {
    int sum = 0;
    for (int cell = 0; cell < cells.length; cell += Stance.COUNT + 1) {
      sum += cells[cell];
    }
    return sum;
  }

  /** Number of examples. */
  public int total() {
    int sum = 0;
    for (int count : cells) {
      sum += count;
    }
    return sum;
  }

  /** The cell-by-cell sum of two matrices. */
  public ConfusionMatrix merge(ConfusionMatrix other) {
    int[] sum = cells.clone();
    other.addTo(sum);
    return new ConfusionMatrix(sum);
  }

  /** A new array of rows (gold) of columns (predicted). */
  public int[][] counts() {
    int[][] counts = new int[Stance.COUNT][];
    for (int row = 0; row < Stance.COUNT; row++) {
      counts[row] = Arrays.copyOfRange(cells, row * Stance.COUNT, (row + 1) * Stance.COUNT);
    }
    return counts;
  }

  /** Adds the cells, row by row, to a running sum. */
  void addTo(int[] sum) {
    for (int i = 0; i < cells.length; i++) {
      sum[i] += cells[i];
    }
  }

  /** A matrix of a copy of these cells, row by row. */
  static ConfusionMatrix ofCells(int[] cells) {
    return new ConfusionMatrix(cells.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix matrix && Arrays.equals(cells, matrix.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  /** Three lines of counts, with the orientation above them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("rows = gold, columns = predicted");
    int[][] counts = counts();
    for (Stance gold : Stance.values()) {
      text.append('\n').append(gold.label()).append(' ');
      text.append(Arrays.toString(counts[gold.ordinal()]));
    }
    return text.toString();
  }
}

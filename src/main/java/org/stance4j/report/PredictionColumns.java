package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.DatasetFormatException;

/** The four columns that hold a prediction, the same wherever a table is written. */
public final class PredictionColumns {
  /** Their names in order. */
  public static final List<String> NAMES = List.of("stance", "p_pro", "p_anti", "p_neutral");

  private PredictionColumns() {}

  /**
   * Demands that a table has none of the columns yet.
   *
   * @throws DatasetFormatException naming the column and the way out
   */
  public static void requireFree(CsvHeader header) {
    for (String name : NAMES) {
      if (header.has(name)) {
        throw new DatasetFormatException(
            header.file(),
            1,
            name,
            name,
            "this column is to be added ("
                + String.join(", ", NAMES)
                + "), but the table has one of that name; rename or remove it");
      }
    }
  }

  /** The columns of a table followed by those of the prediction. */
  static List<String> after(List<String> columns) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(NAMES);
    return all;
  }

  /** The fields of a row followed by those of its prediction. */
  static List<String> after(List<String> fields, StanceProbabilities probabilities) {
    List<String> all = new ArrayList<>(fields);
    all.add(probabilities.stance().label());
    for (Stance stance : Stance.values()) {
      all.add(Decimals.of(probabilities.of(stance)).toPlainString());
    }
    return all;
  }
}

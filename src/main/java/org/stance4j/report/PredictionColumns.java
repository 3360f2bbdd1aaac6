package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stance4j.Prediction;
import org.stance4j.Stance;
import org.stance4j.StanceSet;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.DatasetFormatException;

/**
 * The columns that hold a prediction, the same wherever a table is written: four, and the label set
 * where the model may abstain.
 */
public final class PredictionColumns {
  /** Names of the four in order. */
  public static final List<String> NAMES = List.of("stance", "p_pro", "p_anti", "p_neutral");

  /** Name of the column of the label set, its stances joined by {@code |}. */
  public static final String SET = "stance_set";

  /** What stands for a stance where the model abstains. */
  static final String ABSTAINED = "abstained";

  private PredictionColumns() {}

  /** The names in order. */
  public static List<String> names(boolean mayAbstain) {
    return mayAbstain ? Stream.concat(NAMES.stream(), Stream.of(SET)).toList() : NAMES;
  }

  /** The stance that a model answers with, or that it does not answer. */
  static String answer(Prediction prediction) {
    return prediction.answer().map(Stance::label).orElse(ABSTAINED);
  }

  /**
   * Demands that a table has none of the columns yet.
   *
   * @param added names of the columns
   * @throws DatasetFormatException naming the column and the way out
   */
  public static void requireFree(CsvHeader header, List<String> added) {
    for (String name : added) {
      if (header.has(name)) {
        throw new DatasetFormatException(
            header.file(),
            1,
            name,
            name,
            "this column is to be added ("
                + String.join(", ", added)
                + "), but the table has one of that name; rename or remove it");
      }
    }
  }

  /** The columns of a table followed by those of the prediction. */
  static List<String> after(List<String> columns, boolean mayAbstain) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(names(mayAbstain));
    return all;
  }

  /** The fields of a row followed by those of its prediction. */
  static List<String> after(List<String> fields, Prediction prediction) {
    List<String> all = new ArrayList<>(fields);
    all.add(answer(prediction));
    for (Stance stance : Stance.values()) {
      all.add(Decimals.of(prediction.probabilities().of(stance)).toPlainString());
    }
    StanceSet set = prediction.set();
    if (set != null) {
      all.add(String.join("|", set.labels()));
    }
    return all;
  }
}

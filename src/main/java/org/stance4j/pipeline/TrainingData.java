package org.stance4j.pipeline;

import java.io.IOException;
import org.stance4j.Dataset;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.LabelMapping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.recipe.DataSpec;

/** The data that a recipe names, as a dataset. */
public final class TrainingData {
  private TrainingData() {}

  /**
   * Reads all of it; every row has its split.
   *
   * @throws IOException if a file cannot be read
   * @throws DatasetFormatException if one is not what it should be
   */
  public static Dataset read(DataSpec data) throws IOException {
    LabelledCsvReader reader =
        new LabelledCsvReader(
            data.textColumn(), data.labelColumn(), LabelMapping.parse(data.labels()));
    DatasetSource source = new DatasetSource(data.train(), data.documents(), reader);
    return new SplitFiles(source, data.validation(), data.test()).read();
  }
}

package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.stance4j.Document;
import org.stance4j.corpus.CsvHeader;

/** What is to be scored, found readable from end to end; see {@link ClassifyInputReader}. */
public sealed interface ClassifyInputs {
  /**
   * Articles.
   *
   * @param documents in the order of the inputs
   */
  record Articles(List<Document> documents) implements ClassifyInputs {
    public Articles {
      documents = List.copyOf(documents);
    }
  }

  /**
   * Tables of the same columns; their rows stay on disk.
   *
   * @param files in the order of the inputs, at least one
   * @param header of the first file
   * @param textColumn name of the column that holds the text
   */
  record Tables(List<Path> files, CsvHeader header, String textColumn) implements ClassifyInputs {
    public Tables {
      files = List.copyOf(files);
    }
  }
}

package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.stance4j.Document;
import org.stance4j.Example;
import org.stance4j.corpus.CsvHeader;

/** What is to be scored, found readable from end to end; see {@link ClassifyInputReader}. */
public sealed interface ClassifyInputs {
  /** The column that holds what stands before the text of a row. */
  String CONTEXT_COLUMN = "context";

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

    /**
     * The columns by the names that are known here, which may be written in other case, as in
     * labelled tables.
     */
    static CsvHeader named(CsvHeader header, String textColumn) {
      return header.known(List.of(textColumn, CONTEXT_COLUMN, Example.TARGET));
    }
  }
}

package org.stance4j.report;

import java.io.Flushable;
import java.io.IOException;
import java.util.List;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.corpus.CsvRow;

/**
 * Writes predictions in one format, piece by piece, so that memory does not grow with their number.
 *
 * <p>Call {@link #beginDocuments}, then {@link #document} for each article; or {@link #beginTable},
 * then {@link #row} for each row; then {@link #end}. Offsets are written as Unicode code points,
 * half-open, into the original text of the article. Probabilities are rounded to six decimals. The
 * target is flushed, never closed. For use by one thread.
 */
public interface PredictionWriter extends Flushable {
  /** Starts the predictions of articles. */
  void beginDocuments() throws IOException;

  /**
   * Writes an article.
   *
   * @param document the article, into whose text the offsets point
   * @param stance its predictions, one per sentence
   */
  void document(Document document, DocumentStance stance) throws IOException;

  /**
   * Starts the predictions of the rows of a table.
   *
   * @param columns names of the table's own columns; none of those that the prediction adds, see
   *     {@link PredictionColumns}
   */
  void beginTable(List<String> columns) throws IOException;

  /**
   * Writes a row.
   *
   * @param row with the columns of {@link #beginTable}
   * @param prediction what was scored, and its prediction
   */
  void row(CsvRow row, Prediction prediction) throws IOException;

  /** Finishes; nothing may follow. */
  void end() throws IOException;
}

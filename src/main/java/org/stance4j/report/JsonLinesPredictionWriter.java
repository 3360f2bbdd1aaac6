package org.stance4j.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.corpus.CsvRow;

/**
 * Writes one JSON object a line: {@code {model, document, start, end, kind, text, stance, p_pro,
 * p_anti, p_neutral}} per sentence of an article, the table's columns and the last four per row of
 * a table. Where the model may abstain, {@code stance} may be {@code abstained}, and {@code
 * stance_set}, a list, follows.
 */
final class JsonLinesPredictionWriter implements PredictionWriter {
  private final Writer out;
  private final String model;

  JsonLinesPredictionWriter(Writer out, String model) {
    this.out = out;
    this.model = model;
  }

  @Override
  public void beginDocuments() {}

  @Override
  public void document(Document document, DocumentStance stance) throws IOException {
    CodePointOffsets offsets = new CodePointOffsets(document.text());
    for (Prediction prediction : stance.predictions()) {
      out.write(
          PredictionJson.line(
              PredictionJson.sentence(
                  PredictionJson.object().put("model", model).put("document", document.id()),
                  prediction,
                  offsets)));
      out.write('\n');
    }
  }

  @Override
  public void beginTable(List<String> columns) {}

  @Override
  public void row(CsvRow row, Prediction prediction) throws IOException {
    out.write(PredictionJson.line(PredictionJson.row(row, prediction)));
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    flush();
  }
}

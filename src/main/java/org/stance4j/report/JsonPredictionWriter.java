package org.stance4j.report;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.corpus.CsvRow;

/**
 * Writes one JSON object, a sentence or row a line: {@code {model, documents: [{document,
 * sentences: [{start, end, kind, text, stance, p_pro, p_anti, p_neutral}], summary: {sentences,
 * pro, anti, neutral, shares: {pro, anti, neutral}, score}}]}} for articles, {@code {model, rows:
 * [{the table's columns, stance, p_pro, p_anti, p_neutral}]}} for tables. Page furniture is among
 * the sentences and not in the summary.
 *
 * <p>Where the model may abstain, {@code coverage} follows {@code model}, {@code stance} may be
 * {@code abstained} and {@code stance_set}, a list, follows the probabilities; the summary and its
 * shares have {@code abstained} after {@code neutral}, and the score is that of the answered
 * sentences.
 */
final class JsonPredictionWriter implements PredictionWriter {
  private final Writer out;
  private final String model;
  private final @Nullable Double coverage;
  private boolean first = true;

  JsonPredictionWriter(Writer out, String model, @Nullable Double coverage) {
    this.out = out;
    this.model = model;
    this.coverage = coverage;
  }

  @Override
  public void beginDocuments() throws IOException {
    begin("documents");
  }

  @Override
  public void beginTable(List<String> columns) throws IOException {
    begin("rows");
  }

  private void begin(String list) throws IOException {
    out.write("{\"model\":" + text(model));
    if (coverage != null) {
      out.write(",\"coverage\":" + Decimals.of(coverage).toPlainString());
    }
    out.write(",\"" + list + "\":[");
  }

  @Override
  public void document(Document document, DocumentStance stance) throws IOException {
    next();
    out.write("{\"document\":" + text(document.id()) + ",\"sentences\":[");
    CodePointOffsets offsets = new CodePointOffsets(document.text());
    String separator = "\n";
    for (Prediction prediction : stance.predictions()) {
      out.write(separator);
      out.write(
          PredictionJson.line(
              PredictionJson.sentence(PredictionJson.object(), prediction, offsets)));
      separator = ",\n";
    }
    out.write("\n],\"summary\":" + PredictionJson.line(PredictionJson.summary(stance)) + "}");
  }

  @Override
  public void row(CsvRow row, Prediction prediction) throws IOException {
    next();
    out.write(PredictionJson.line(PredictionJson.row(row, prediction)));
  }

  private void next() throws IOException {
    out.write(first ? "\n" : ",\n");
    first = false;
  }

  private static String text(String value) {
    return PredictionJson.line(TextNode.valueOf(value));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    out.write("\n]}\n");
    flush();
  }
}

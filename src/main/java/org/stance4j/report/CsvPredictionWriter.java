package org.stance4j.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.Sentence;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTableWriter;

/**
 * Writes CSV: for articles one row per sentence with {@code
 * document,start,end,kind,text,stance,p_pro,p_anti,p_neutral}, for tables their own columns
 * followed by the last four. Where the model may abstain, {@code stance} may be {@code abstained},
 * and {@code stance_set} follows.
 */
final class CsvPredictionWriter implements PredictionWriter {
  private static final List<String> SENTENCE_COLUMNS =
      List.of("document", "start", "end", "kind", "text");

  private final Writer out;
  private final boolean mayAbstain;
  private @Nullable CsvTableWriter table;

  CsvPredictionWriter(Writer out, boolean mayAbstain) {
    this.out = out;
    this.mayAbstain = mayAbstain;
  }

  @Override
  public void beginDocuments() throws IOException {
    beginTable(SENTENCE_COLUMNS);
  }

  @Override
  public void document(Document document, DocumentStance stance) throws IOException {
    CodePointOffsets offsets = new CodePointOffsets(document.text());
    for (Prediction prediction : stance.predictions()) {
      Sentence sentence = prediction.sentence();
      write(
          List.of(
              document.id(),
              String.valueOf(offsets.at(sentence.span().start())),
              String.valueOf(offsets.at(sentence.span().end())),
              sentence.kind().label(),
              sentence.text()),
          prediction);
    }
  }

  @Override
  public void beginTable(List<String> columns) throws IOException {
    table = new CsvTableWriter(out, PredictionColumns.after(columns, mayAbstain));
  }

  @Override
  public void row(CsvRow row, Prediction prediction) throws IOException {
    write(row.fields(), prediction);
  }

  private void write(List<String> fields, Prediction prediction) throws IOException {
    Objects.requireNonNull(table, "nothing was begun")
        .write(PredictionColumns.after(fields, prediction));
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

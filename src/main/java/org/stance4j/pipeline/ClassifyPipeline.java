package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Example;
import org.stance4j.Prediction;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.TextSpan;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvRowReader;
import org.stance4j.evaluation.ConformalSets;
import org.stance4j.report.PredictionWriter;

/**
 * Scores inputs and writes what comes out, a few hundred sentences at a time: the rows of a table
 * never are in memory together.
 *
 * @param model scores the sentences
 * @param sets the label sets by which the model abstains; {@code null} where it must answer
 * @param writer takes the predictions; flushed after every article and every {@value #CHUNK} rows
 */
public record ClassifyPipeline(
    StanceModel model, @Nullable ConformalSets sets, PredictionWriter writer) {
  /** Number of sentences or rows scored together. */
  public static final int CHUNK = 256;

  /** A model that must answer. */
  public ClassifyPipeline(StanceModel model, PredictionWriter writer) {
    this(model, null, writer);
  }

  /**
   * Scores and writes everything.
   *
   * @throws IOException if a table cannot be read on, or the predictions cannot be written
   */
  public void run(ClassifyInputs inputs) throws IOException {
    if (inputs instanceof ClassifyInputs.Articles articles) {
      documents(articles.documents());
    } else {
      tables((ClassifyInputs.Tables) inputs);
    }
    writer.end();
  }

  private void documents(List<Document> documents) throws IOException {
    writer.beginDocuments();
    for (Document document : documents) {
      writer.document(document, score(document));
      writer.flush();
    }
  }

  private DocumentStance score(Document document) {
    List<Sentence> sentences = document.sentences();
    List<Prediction> predictions = new ArrayList<>(sentences.size());
    for (int start = 0; start < sentences.size(); start += CHUNK) {
      List<Sentence> chunk = sentences.subList(start, Math.min(start + CHUNK, sentences.size()));
      List<StanceProbabilities> probabilities = model.predict(chunk);
      for (int i = 0; i < chunk.size(); i++) {
        predictions.add(prediction(chunk.get(i), probabilities.get(i)));
      }
    }
    return new DocumentStance(document.id(), predictions);
  }

  private void tables(ClassifyInputs.Tables tables) throws IOException {
    writer.beginTable(tables.header().columns());
    for (Path file : tables.files()) {
      try (CsvRowReader rows = CsvRowReader.open(file)) {
        CsvHeader named = ClassifyInputs.Tables.named(rows.header(), tables.textColumn());
        List<CsvRow> chunk = new ArrayList<>(CHUNK);
        while (rows.hasNext()) {
          chunk.add(rows.next());
          if (chunk.size() == CHUNK || !rows.hasNext()) {
            rows(chunk, named, tables.textColumn());
            chunk.clear();
          }
        }
      }
    }
  }

  private void rows(List<CsvRow> rows, CsvHeader named, String textColumn) throws IOException {
    List<Sentence> sentences =
        rows.stream()
            .map(row -> sentence(new CsvRow(named, row.line(), row.fields()), textColumn))
            .toList();
    List<StanceProbabilities> probabilities = model.predict(sentences);
    for (int i = 0; i < rows.size(); i++) {
      writer.row(rows.get(i), prediction(sentences.get(i), probabilities.get(i)));
    }
    writer.flush();
  }

  private Prediction prediction(Sentence sentence, StanceProbabilities probabilities) {
    return new Prediction(sentence, probabilities, sets == null ? null : sets.of(probabilities));
  }

  /** The columns {@code context} and {@code target} mean what they mean in labelled tables. */
  private static Sentence sentence(CsvRow row, String textColumn) {
    String text = row.value(textColumn);
    String context = row.value(ClassifyInputs.CONTEXT_COLUMN);
    return new Sentence(
        "line-" + row.line(),
        text,
        new TextSpan(0, text.length()),
        SentenceKind.BODY,
        context.isBlank() ? null : context,
        null,
        row.value(Example.TARGET));
  }
}

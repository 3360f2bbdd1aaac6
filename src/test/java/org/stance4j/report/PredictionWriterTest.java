package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceSet;
import org.stance4j.TextSpan;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.DatasetFormatException;

class PredictionWriterTest {
  private static final String MODEL = "ngram-linear@1";
  private static final TextLayout COLOURED = new TextLayout(true, 0);

  /** 🚀 and 😀 are one code point each and two UTF-16 code units. */
  private static final String TEXT =
      "🚀 The pact helps, \"most\" say.\nIt harms 😀 us.\nContinue Reading\nThey met.\n";

  private static final List<String> SENTENCES =
      List.of(
          "🚀 The pact helps, \"most\" say.", "It harms 😀 us.", "Continue Reading", "They met.");

  private static final List<StanceProbabilities> PROBABILITIES =
      List.of(
          new StanceProbabilities(0.75, 0.2, 0.05),
          new StanceProbabilities(1.0 / 3, 2.0 / 3, 0),
          new StanceProbabilities(1, 0, 0),
          new StanceProbabilities(0.1234564, 0.1234566, 0.753087));

  @Test
  void jsonIsAsKept() throws IOException {
    Golden.assertSame("predictions.json", documents(PredictionFormat.JSON, TextLayout.PLAIN));
  }

  @Test
  void jsonLinesAreAsKept() throws IOException {
    Golden.assertSame("predictions.jsonl", documents(PredictionFormat.JSONL, TextLayout.PLAIN));
  }

  @Test
  void csvIsAsKept() throws IOException {
    Golden.assertSame("predictions.csv", documents(PredictionFormat.CSV, TextLayout.PLAIN));
  }

  @Test
  void textIsAsKept() throws IOException {
    Golden.assertSame("predictions.txt", documents(PredictionFormat.TEXT, TextLayout.PLAIN));
  }

  @Test
  void offsetsCountCodePoints() throws IOException {
    int[] codePoints = TEXT.codePoints().toArray();
    JsonNode tree = new ObjectMapper().readTree(documents(PredictionFormat.JSON, TextLayout.PLAIN));
    JsonNode sentences = tree.path("documents").path(0).path("sentences");
    assertEquals(SENTENCES.size(), sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      int start = sentences.path(i).path("start").asInt();
      int end = sentences.path(i).path("end").asInt();
      assertEquals(SENTENCES.get(i), new String(codePoints, start, end - start));
    }
  }

  @Test
  void furnitureIsNotInTheSummary() throws IOException {
    JsonNode summary =
        new ObjectMapper()
            .readTree(documents(PredictionFormat.JSON, TextLayout.PLAIN))
            .path("documents")
            .path(0)
            .path("summary");
    assertEquals(3, summary.path("sentences").asInt());
    assertEquals(1, summary.path("pro").asInt());
    assertEquals(0.333333, summary.path("shares").path("pro").asDouble());
    // (0.55 - 1/3 - 0.0000002) / 3, the sentence of furniture left out
    assertEquals(0.072222, summary.path("score").asDouble());
  }

  @Test
  void anArticleOfFurnitureAloneSaysSo() throws IOException {
    Sentence menu =
        new Sentence("d", "Menu", new TextSpan(0, 4), SentenceKind.FURNITURE, null, null);
    StringWriter out = new StringWriter();
    PredictionWriter writer = PredictionFormat.TEXT.writer(out, MODEL, TextLayout.PLAIN);
    writer.document(
        new Document("d", "Menu", List.of(menu)),
        new DocumentStance("d", List.of(new Prediction(menu, PROBABILITIES.get(0)))));
    assertEquals("\nd: nothing but page furniture\nfurniture        Menu\n", out.toString());
  }

  @Test
  void titlesAreCountedByTheirName() throws IOException {
    assertEquals("1 title", counted(SentenceKind.TITLE));
    assertEquals("1 sentence and 1 title", counted(SentenceKind.TITLE, SentenceKind.BODY));
    assertEquals(
        "2 sentences and 2 titles",
        counted(
            SentenceKind.TITLE,
            SentenceKind.BODY,
            SentenceKind.FURNITURE,
            SentenceKind.TITLE,
            SentenceKind.BODY));
  }

  /** What stands between the article's name and its first share. */
  private static String counted(SentenceKind... kinds) throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      Sentence sentence =
          new Sentence(
              "d", "abcdefgh".substring(i, i + 1), new TextSpan(i, i + 1), kinds[i], null, null);
      predictions.add(new Prediction(sentence, PROBABILITIES.get(0)));
    }
    StringWriter out = new StringWriter();
    PredictionFormat.TEXT
        .writer(out, MODEL, TextLayout.PLAIN)
        .document(
            new Document("d", "abcdefgh", predictions.stream().map(Prediction::sentence).toList()),
            new DocumentStance("d", predictions));
    String line = out.toString().lines().skip(1).findFirst().orElseThrow();
    return line.substring("d: ".length(), line.indexOf(", "));
  }

  @Test
  void onlyAColouredLayoutHoldsEscapeSequences() throws IOException {
    assertFalse(documents(PredictionFormat.TEXT, TextLayout.PLAIN).contains("\u001b"));
    String coloured = documents(PredictionFormat.TEXT, COLOURED);
    assertTrue(coloured.contains("\u001b[31manti       0.67\u001b[0m  It harms"), coloured);
    assertTrue(coloured.contains("\u001b[2mfurniture        Continue Reading\u001b[0m"), coloured);
    assertEquals(
        documents(PredictionFormat.TEXT, TextLayout.PLAIN),
        coloured.replaceAll("\u001b\\[[0-9]+m", ""));
  }

  @Test
  void linesAreWrappedBelowTheirFirstWord() throws IOException {
    StringWriter out = new StringWriter();
    PredictionFormat.TEXT
        .writer(out, MODEL, new TextLayout(false, 40))
        .row(row(), alone("one two three four five six seven", PROBABILITIES.get(0)));
    assertEquals(
        "pro        0.75  one two three four five\n                 six seven\n", out.toString());
  }

  @Test
  void aTextCannotSteerTheTerminal() throws IOException {
    StringWriter out = new StringWriter();
    PredictionFormat.TEXT
        .writer(out, MODEL, COLOURED)
        .row(row(), alone("a\u001b[2Jb\n c\u202Ed", new StanceProbabilities(0, 0, 1)));
    assertEquals("neutral    1.00  a[U+001B][2Jb c[U+202E]d\n", out.toString());
  }

  @Test
  void aRowKeepsItsColumns() throws IOException {
    assertEquals(
        """
        id,text,note,stance,p_pro,p_anti,p_neutral
        7,"a, b
        ""c"" İ", ,anti,0.333333,0.666667,0.0
        """,
        rows(PredictionFormat.CSV));
    String object =
        "{\"id\":\"7\",\"text\":\"a, b\\n\\\"c\\\" İ\",\"note\":\" \",\"stance\":\"anti\","
            + "\"p_pro\":0.333333,\"p_anti\":0.666667,\"p_neutral\":0.0}";
    assertEquals(object + "\n", rows(PredictionFormat.JSONL));
    assertEquals(
        "{\"model\":\"ngram-linear@1\",\"rows\":[\n" + object + "\n]}\n",
        rows(PredictionFormat.JSON));
    assertEquals(
        "Model ngram-linear@1\n\nanti       0.67  a, b \"c\" İ\n", rows(PredictionFormat.TEXT));
  }

  /** An article of four sentences: one answer, several stances, page furniture, no stance. */
  private static DocumentStance undecided() {
    List<Set<Stance>> sets =
        List.of(
            Set.of(Stance.PRO),
            Set.of(Stance.PRO, Stance.ANTI),
            Set.of(Stance.PRO),
            Set.<Stance>of());
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      Sentence sentence =
          new Sentence(
              "d",
              "abcd".substring(i, i + 1),
              new TextSpan(i, i + 1),
              i == 2 ? SentenceKind.FURNITURE : SentenceKind.BODY,
              null,
              null);
      predictions.add(new Prediction(sentence, PROBABILITIES.get(i), StanceSet.of(sets.get(i))));
    }
    return new DocumentStance("d", predictions);
  }

  private static String undecided(PredictionFormat format) throws IOException {
    StringWriter out = new StringWriter();
    PredictionWriter writer = format.writer(out, MODEL, TextLayout.PLAIN, 0.9);
    writer.beginDocuments();
    writer.document(
        new Document(
            "d", "abcd", undecided().predictions().stream().map(Prediction::sentence).toList()),
        undecided());
    writer.end();
    return out.toString();
  }

  @Test
  void sentencesThatAreNotAnsweredSaySoInEveryFormat() throws IOException {
    assertEquals(
        """
        document,start,end,kind,text,stance,p_pro,p_anti,p_neutral,stance_set
        d,0,1,body,a,pro,0.75,0.2,0.05,pro
        d,1,2,body,b,abstained,0.333333,0.666667,0.0,pro|anti
        d,2,3,furniture,c,pro,1.0,0.0,0.0,pro
        d,3,4,body,d,abstained,0.123456,0.123457,0.753087,
        """,
        undecided(PredictionFormat.CSV));
    assertEquals(
        """
        Model ngram-linear@1; scores run from -1 (all against) to +1 (all for)
        Label sets at coverage 0.9; a sentence whose set holds no stance or several is not answered

        d: 3 sentences, 33% pro, 0% anti, 0% neutral, 67% abstained, score +0.55 of the 1 answered
        pro        0.75  a
        abstained  0.67  b [pro or anti]
        furniture        c
        abstained  0.75  d [no stance fits]
        """,
        undecided(PredictionFormat.TEXT));
    List<String> lines = undecided(PredictionFormat.JSONL).lines().toList();
    assertTrue(
        lines.get(1).endsWith("\"p_neutral\":0.0,\"stance_set\":[\"pro\",\"anti\"]}"),
        lines.get(1));
    assertTrue(lines.get(1).contains("\"stance\":\"abstained\""), lines.get(1));
    assertTrue(lines.get(3).endsWith("\"stance_set\":[]}"), lines.get(3));
    JsonNode tree = new ObjectMapper().readTree(undecided(PredictionFormat.JSON));
    assertEquals(0.9, tree.path("coverage").asDouble());
    assertEquals(
        "{\"sentences\":3,\"pro\":1,\"anti\":0,\"neutral\":0,\"abstained\":2,\"shares\":{"
            + "\"pro\":0.333333,\"anti\":0.0,\"neutral\":0.0,\"abstained\":0.666667},\"score\":0.55}",
        tree.at("/documents/0/summary").toString());
  }

  @Test
  void anArticleOfWhichNothingIsAnsweredHasNoScore() throws IOException {
    Prediction undecided = undecided().predictions().get(1);
    StringWriter out = new StringWriter();
    PredictionFormat.TEXT
        .writer(out, MODEL, TextLayout.PLAIN, 0.9)
        .document(
            new Document("d", "ab", List.of(undecided.sentence())),
            new DocumentStance("d", List.of(undecided)));
    assertEquals(
        "d: 1 sentence, 0% pro, 0% anti, 0% neutral, 100% abstained, no score",
        out.toString().lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void aTableThatHasAnAddedColumnIsRefused() {
    CsvHeader header = new CsvHeader("t.csv", List.of("text", "p_anti"));
    assertEquals(
        "t.csv, line 1, column p_anti: this column is to be added (stance, p_pro, p_anti,"
            + " p_neutral), but the table has one of that name; rename or remove it",
        assertThrows(
                DatasetFormatException.class,
                () -> PredictionColumns.requireFree(header, PredictionColumns.NAMES))
            .getMessage());
  }

  @Test
  void formatsAreKnownByTheirLowerCaseNames() {
    assertEquals(List.of("text", "json", "jsonl", "csv"), PredictionFormat.labels());
    for (PredictionFormat format : PredictionFormat.values()) {
      assertEquals(format, PredictionFormat.of(format.label()));
    }
    assertEquals(
        "'xml' is no format; choose one of text, json, jsonl, csv",
        assertThrows(IllegalArgumentException.class, () -> PredictionFormat.of("xml"))
            .getMessage());
  }

  private static String documents(PredictionFormat format, TextLayout layout) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < SENTENCES.size(); i++) {
      int start = TEXT.indexOf(SENTENCES.get(i));
      SentenceKind kind = i == 2 ? SentenceKind.FURNITURE : SentenceKind.BODY;
      TextSpan span = new TextSpan(start, start + SENTENCES.get(i).length());
      sentences.add(new Sentence("a.txt", SENTENCES.get(i), span, kind, null, null));
      predictions.add(new Prediction(sentences.get(i), PROBABILITIES.get(i)));
    }
    StringWriter out = new StringWriter();
    PredictionWriter writer = format.writer(out, MODEL, layout);
    writer.beginDocuments();
    writer.document(
        new Document("a.txt", TEXT, sentences), new DocumentStance("a.txt", predictions));
    writer.document(
        new Document("b.txt", TEXT, List.of(sentences.get(3))),
        new DocumentStance("b.txt", List.of(predictions.get(3))));
    writer.end();
    return out.toString();
  }

  private static Prediction alone(String text, StanceProbabilities probabilities) {
    return new Prediction(Sentence.alone("row", text), probabilities);
  }

  private static CsvRow row() {
    return new CsvRow(
        new CsvHeader("t.csv", List.of("id", "text", "note")),
        2,
        List.of("7", "a, b\n\"c\" İ", " "));
  }

  private static String rows(PredictionFormat format) throws IOException {
    StringWriter out = new StringWriter();
    PredictionWriter writer = format.writer(out, MODEL, TextLayout.PLAIN);
    writer.beginTable(row().header().columns());
    writer.row(row(), alone(row().value("text"), PROBABILITIES.get(1)));
    writer.end();
    return out.toString();
  }
}

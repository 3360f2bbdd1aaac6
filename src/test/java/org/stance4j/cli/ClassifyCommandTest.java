package org.stance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTable;
import org.stance4j.pipeline.ClassifyPipeline;
import org.stance4j.pipeline.TinyModel;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class ClassifyCommandTest {
  private static final String ARTICLE =
      String.join("\n\n", "🚀 " + TinyModel.PRO, TinyModel.ANTI, TinyModel.NEUTRAL) + "\n";

  private static @TempDir Path models;
  private @TempDir Path folder;

  @BeforeAll
  static void trainAModel() {
    TinyModel.publish(models);
  }

  /** What a run of the program leaves behind. */
  private record Run(int code, String out, String err) {
    void failed(int expectedCode, String message) {
      assertAll(
          // one line; that of wrong usage points to the help
          () ->
              assertEquals(
                  message + (expectedCode == 2 ? "; see 'stance classify --help'" : ""),
                  err.strip()),
          () -> assertEquals(expectedCode, code),
          () -> assertEquals("", out));
    }

    String succeeded() {
      assertEquals("", err);
      assertEquals(0, code);
      return out;
    }
  }

  private static Run run(Object... arguments) {
    return run(Help.Ansi.OFF, arguments);
  }

  private static Run run(Help.Ansi ansi, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine program =
        StanceCli.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(Help.defaultColorScheme(ansi));
    List<String> all = new ArrayList<>(List.of("classify", "--models", models.toString()));
    Stream.of(arguments).map(Object::toString).forEach(all::add);
    int code = program.execute(all.toArray(new String[0]));
    return new Run(code, out.toString(), err.toString());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  // articles

  @Test
  void textStatesTheModelTheSummaryAndEverySentence() throws IOException {
    List<String> lines = run(file("a.txt", ARTICLE)).succeeded().lines().toList();
    assertEquals("Model tiny@1; scores run from -1 (all against) to +1 (all for)", lines.get(0));
    assertTrue(
        lines.get(2).startsWith("a.txt: 3 sentences, 33% pro, 33% anti, 33% neutral, score "));
    assertTrue(lines.get(3).matches("pro        0\\.[0-9]{2}  🚀 Allies .*"), lines.get(3));
    assertTrue(lines.get(4).matches("anti       0\\.[0-9]{2}  Critics .*"), lines.get(4));
    assertTrue(lines.get(5).matches("neutral    0\\.[0-9]{2}  Delegates .*"), lines.get(5));
    assertEquals(6, lines.size());
  }

  @Test
  void colourIsUsedWhereTheTerminalTakesIt() throws IOException {
    Path article = file("a.txt", ARTICLE);
    assertTrue(run(Help.Ansi.ON, article).succeeded().contains("\u001b[32mpro"));
    Path out = folder.resolve("out.txt");
    assertEquals("", run(Help.Ansi.ON, article, "--out", out).succeeded());
    assertEquals(run(article).succeeded(), Files.readString(out));
  }

  @Test
  void jsonHoldsEveryDocumentInOrder() throws IOException {
    Path b = file("b.txt", ARTICLE);
    Path a = file("a.md", "# " + TinyModel.ANTI + "\n\n" + TinyModel.PRO + "\n");
    JsonNode tree = new ObjectMapper().readTree(run(b, a, "--format", "json").succeeded());
    assertEquals("tiny@1", tree.path("model").asText());
    assertEquals("b.txt", tree.path("documents").path(0).path("document").asText());
    JsonNode second = tree.path("documents").path(1);
    assertEquals("a.md", second.path("document").asText());
    assertEquals("title", second.path("sentences").path(0).path("kind").asText());
    assertEquals("anti", second.path("sentences").path(0).path("stance").asText());
    assertEquals(2, second.path("summary").path("sentences").asInt());
  }

  @Test
  void offsetsOfAnArticleWithEmojiAreCodePoints() throws IOException {
    int[] codePoints = ARTICLE.codePoints().toArray();
    String lines = run(file("a.txt", ARTICLE), "--format", "jsonl").succeeded();
    List<String> cut = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      JsonNode sentence = new ObjectMapper().readTree(line);
      int start = sentence.path("start").asInt();
      String text = new String(codePoints, start, sentence.path("end").asInt() - start);
      assertEquals(sentence.path("text").asText(), text);
      cut.add(text);
    }
    assertEquals(List.of("🚀 " + TinyModel.PRO, TinyModel.ANTI, TinyModel.NEUTRAL), cut);
  }

  @Test
  void probabilitiesSumToOneInEveryRowOfCsv() throws IOException {
    Path out = folder.resolve("out.csv");
    run(file("a.txt", ARTICLE), "--format", "csv", "--out", out).succeeded();
    CsvTable table = CsvTable.read(out);
    assertEquals(
        List.of(
            "document", "start", "end", "kind", "text", "stance", "p_pro", "p_anti", "p_neutral"),
        table.header().columns());
    assertEquals(3, table.rows().size());
    for (CsvRow row : table.rows()) {
      double sum =
          Stream.of("p_pro", "p_anti", "p_neutral")
              .mapToDouble(column -> Double.parseDouble(row.value(column)))
              .sum();
      assertEquals(1, sum, 2e-6);
    }
  }

  @Test
  void standardInputIsAnArticle() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(ARTICLE.getBytes(UTF_8)));
    try {
      String fromStdin = run("-", "--format", "csv").succeeded();
      String fromFile = run(file("stdin", ARTICLE), "--format", "csv").succeeded();
      assertEquals(fromFile, fromStdin);
    } finally {
      System.setIn(before);
    }
  }

  private static Run runWithInput(String input) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
    try {
      return run("-", "--format", "csv");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void anEmptyStandardInputIsAnError() {
    runWithInput("")
        .failed(1, "stance: article stdin: the file is empty; there is nothing to read");
  }

  @Test
  void aTableOnStandardInputIsRefused() {
    for (String header :
        List.of("text", "\uFEFFtext", "id,text", "\"text\",\"id\"", "id;text;note", "text\r")) {
      runWithInput(header + "\nfoo\n")
          .failed(
              1,
              "stance: stdin: looks like a table (its first line has a column 'text'); save it as"
                  + " a .csv file and name that");
    }
    runWithInput("id\ttext\n1\tfoo\n")
        .failed(
            1,
            "stance: stdin: looks like a table (its first line has a column 'text'); save it as"
                + " a .tsv file and name that");
  }

  @Test
  void proseThatSpeaksOfATextIsNoTable() {
    for (String line : List.of("Sound, text, and images.", "text: none", "A text", "Text")) {
      runWithInput(line + "\n\n" + ARTICLE).succeeded();
    }
    runWithInput(ARTICLE + "\ntext\n").succeeded();
  }

  @Test
  void filesOfOneNameAreToldApartByTheirPaths() throws IOException {
    Path first = file("a.txt", ARTICLE);
    Path second = Files.createDirectory(folder.resolve("sub")).resolve("a.txt");
    Files.writeString(second, ARTICLE);
    JsonNode tree = new ObjectMapper().readTree(run(first, second, "--format", "json").succeeded());
    assertEquals(first.toString(), tree.path("documents").path(0).path("document").asText());
    assertEquals(second.toString(), tree.path("documents").path(1).path("document").asText());
  }

  @Test
  void aLongArticleIsScoredAsItsPieces() throws IOException {
    int sentences = 2 * ClassifyPipeline.CHUNK + 1;
    String text = (TinyModel.PRO + " ").repeat(sentences);
    List<String> lines = run(file("a.txt", text), "--format", "jsonl").succeeded().lines().toList();
    assertEquals(sentences, lines.size());
    String tail = lines.get(0).substring(lines.get(0).indexOf("\"kind\""));
    assertTrue(lines.stream().allMatch(line -> line.endsWith(tail)));
  }

  @Test
  void everyFormOfModelNameGivesTheSamePredictions() throws IOException {
    Path article = file("a.txt", ARTICLE);
    String expected = run(article, "--format", "jsonl").succeeded();
    for (String model :
        List.of("default", "tiny", "tiny@1", models.resolve("tiny").resolve("1").toString())) {
      assertEquals(expected, run(article, "--format", "jsonl", "--model", model).succeeded());
    }
  }

  // tables

  @Test
  void aTableKeepsItsColumnsCommasQuotesAndLineEnds() throws IOException {
    String quoted = "\"" + TinyModel.ANTI + "\n\"\"Indeed\"\", they say.\"";
    Path table =
        file("t.csv", "note,text,id\n\"a, b\"," + quoted + ",İ1\n,\"" + TinyModel.PRO + "\",😀\n");
    Path out = folder.resolve("out.csv");
    run(table, "--out", out).succeeded();
    CsvTable before = CsvTable.read(table);
    CsvTable after = CsvTable.read(out);
    assertEquals(
        List.of("note", "text", "id", "stance", "p_pro", "p_anti", "p_neutral"),
        after.header().columns());
    for (int i = 0; i < 2; i++) {
      assertEquals(before.rows().get(i).fields(), after.rows().get(i).fields().subList(0, 3));
    }
    assertEquals("anti", after.rows().get(0).value("stance"));
    assertEquals("pro", after.rows().get(1).value("stance"));
    assertEquals(Files.readString(out), run(table).succeeded());
  }

  @Test
  void aTabSeparatedTableIsReadToo() throws IOException {
    Path table = file("t.TSV", "id\ttext\n1\t" + TinyModel.PRO + "\n");
    assertTrue(
        run(table).succeeded().startsWith("id,text,stance,p_pro,p_anti,p_neutral\n1,Allies"));
  }

  @Test
  void theTextMayStandInAnotherColumn() throws IOException {
    Path table = file("t.csv", "text,comment\n-," + TinyModel.ANTI + "\n");
    String row = run(table, "--text-column", "comment", "--format", "jsonl").succeeded();
    assertTrue(row.contains("\"stance\":\"anti\""), row);
  }

  @Test
  void tablesOfTheSameColumnsFollowEachOther() throws IOException {
    Path first = file("1.csv", "text\n" + TinyModel.PRO + "\n");
    Path second = file("2.csv", "text\n" + TinyModel.ANTI + "\n");
    List<String> lines = run(first, second).succeeded().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).startsWith(TinyModel.PRO + ",pro,"), lines.get(1));
    assertTrue(lines.get(2).startsWith(TinyModel.ANTI + ",anti,"), lines.get(2));
  }

  @Test
  void rowsAreAllWrittenWhereverAChunkEnds() throws IOException {
    for (int rows : List.of(ClassifyPipeline.CHUNK, ClassifyPipeline.CHUNK + 1)) {
      Path table = file("t.csv", "text\n" + (TinyModel.PRO + "\n").repeat(rows));
      assertEquals(rows + 1, run(table).succeeded().lines().count());
    }
  }

  @Test
  void aTableWithoutRowsGivesItsHeader() throws IOException {
    Path table = file("t.csv", "text,id\n");
    assertEquals("text,id,stance,p_pro,p_anti,p_neutral\n", run(table).succeeded());
    assertEquals(
        "{\"model\":\"tiny@1\",\"rows\":[\n]}\n", run(table, "--format", "json").succeeded());
  }

  // bad inputs

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path good = file("good.txt", ARTICLE);
    Path missing = folder.resolve("missing.txt");
    run(good, missing).failed(1, "stance: " + missing + ": no such file; check the path");
    Path table = folder.resolve("missing.csv");
    run(table).failed(1, "stance: " + table + ": no such file; check the path");
  }

  @Test
  void aFolderIsRefused() {
    run(folder).failed(1, "stance: " + folder + ": is a folder; name the files in it");
  }

  @Test
  void anEmptyArticleIsRefused() throws IOException {
    run(file("a.txt", ""))
        .failed(1, "stance: article a.txt: the file is empty; there is nothing to read");
  }

  @Test
  void aBinaryFileIsRefused() throws IOException {
    run(file("a.pdf", "%PDF-1.7\n"))
        .failed(
            1,
            "stance: article a.pdf: a PDF file, not text; articles are read as UTF-8 text, Markdown"
                + " or HTML: export it as one of these");
  }

  @Test
  void anotherEncodingIsRefusedWithItsByte() throws IOException {
    Path latin1 = Files.write(folder.resolve("a.txt"), new byte[] {'a', (byte) 0xE9, ' ', 'b'});
    run(latin1)
        .failed(
            1,
            "stance: article a.txt: not UTF-8: byte 0xE9 at offset 1; save it as UTF-8 and read it"
                + " again");
  }

  @Test
  void aTableWithoutTheColumnIsRefused() throws IOException {
    run(file("t.csv", "id,body\n1,x\n"))
        .failed(
            1,
            "stance: t.csv, line 1, column text: no such column; the file has id, body; rename one"
                + " or name it with --text-column");
  }

  @Test
  void aTableThatHasAnAddedColumnIsRefused() throws IOException {
    run(file("t.csv", "text,stance\nx,pro\n"))
        .failed(
            1,
            "stance: t.csv, line 1, column stance: this column is to be added (stance, p_pro,"
                + " p_anti, p_neutral), but the table has one of that name; rename or remove it");
  }

  @Test
  void aBlankTextIsNamedByItsLineBeforeAnythingIsWritten() throws IOException {
    String rows = "\"two\nlines\"\n".repeat(ClassifyPipeline.CHUNK);
    run(file("t.csv", "text\n" + rows + "\" \"\n"))
        .failed(
            1,
            "stance: t.csv, line 514, column text: \" \" is blank; every row needs a text, remove"
                + " the row or fill it in");
  }

  @Test
  void anEmptyTableIsRefused() throws IOException {
    run(file("t.csv", ""))
        .failed(1, "stance: t.csv: the file is empty; it must hold a header and rows");
  }

  @Test
  void anUnknownModelIsNamedWithThoseThereAre() throws IOException {
    run(file("a.txt", ARTICLE), "--model", "other")
        .failed(1, "stance: unknown model 'other'; models in " + models + ": tiny@1");
  }

  // wrong usage

  @Test
  void anUnknownFormatIsWrongUsage() throws IOException {
    run(file("a.txt", ARTICLE), "--format", "xml")
        .failed(
            2,
            "stance: Invalid value for option '--format': 'xml' is no format; choose one of text,"
                + " json, jsonl, csv");
  }

  @Test
  void anUnknownOptionIsWrongUsage() throws IOException {
    run(file("a.txt", ARTICLE), "--bogus").failed(2, "stance: Unknown option: '--bogus'");
  }

  @Test
  void noInputIsWrongUsage() {
    run().failed(2, "stance: Missing required parameter: 'INPUT'");
  }

  @Test
  void articlesAndTablesDoNotMix() throws IOException {
    Path article = file("a.txt", ARTICLE);
    Path table = file("t.csv", "text\nx\n");
    run(article, table)
        .failed(
            2,
            "stance: articles and tables cannot go together: one of '"
                + article
                + "' and '"
                + table
                + "' is a table; classify them one after the other");
  }

  @Test
  void tablesOfDifferentColumnsDoNotMix() throws IOException {
    Path first = file("1.csv", "text,id\nx,1\n");
    Path second = file("2.csv", "id,text\n1,x\n");
    run(first, second)
        .failed(
            2,
            "stance: tables that go together must have the same columns: '"
                + first
                + "' has text, id; '"
                + second
                + "' has id, text; classify them one after the other");
  }

  @Test
  void aTextColumnWithoutATableIsWrongUsage() throws IOException {
    run(file("a.txt", ARTICLE), "--text-column", "text")
        .failed(
            2,
            "stance: a text column was named, but no input is a table (.csv, .tsv); leave it out");
    run("-", "--text-column", "comment")
        .failed(
            2,
            "stance: a text column was named, but '-' is read as an article; save the table as a"
                + " .csv file and name that");
  }

  @Test
  void standardInputCanBeNamedOnce() {
    run("-", "-").failed(2, "stance: '-' can be given only once: stdin ends when it is read");
  }

  // --out

  @Test
  void anOutputInNoFolderFailsBeforeScoring() throws IOException {
    Path out = folder.resolve("none").resolve("out.csv");
    run(file("a.txt", ARTICLE), "--out", out, "--model", "not-even-looked-for")
        .failed(
            1,
            "stance: "
                + out
                + ": cannot be written, there is no folder "
                + out.getParent()
                + "; make it first");
  }

  @Test
  void aFolderIsNoOutput() throws IOException {
    run(file("a.txt", ARTICLE), "--out", folder)
        .failed(1, "stance: " + folder + ": is a folder; name a file");
  }

  @Test
  void theOutputMustNotBeAnInput() throws IOException {
    Path table = file("t.csv", "text\nx\n");
    run(table, "--out", table)
        .failed(2, "stance: --out would replace the input '" + table + "'; choose another file");
    assertEquals("text\nx\n", Files.readString(table));
  }

  @Test
  void aFailureLeavesTheOldOutputAndNothingElse() throws IOException {
    Path article = file("a.txt", ARTICLE);
    Path out = file("out.csv", "old");
    assertEquals(1, run(article, "--out", out, "--model", "other").code());
    assertEquals("old", Files.readString(out));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(article, out), left.sorted().toList());
    }
  }

  @Test
  void successReplacesTheOldOutputAndLeavesNothingElse() throws IOException {
    Path article = file("a.txt", ARTICLE);
    Path out = file("out.csv", "old");
    run(article, "--out", out, "--format", "csv").succeeded();
    assertTrue(Files.readString(out).startsWith("document,"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(article, out), left.sorted().toList());
    }
  }

  // help

  @Test
  void helpDescribesEveryOption() {
    CommandLine classify = StanceCli.commandLine().getSubcommands().get("classify");
    classify
        .getCommandSpec()
        .args()
        .forEach(argument -> assertTrue(argument.description().length > 0, argument.toString()));
    String help = run("--help").succeeded();
    assertTrue(help.contains("--text-column=NAME"), help);
    assertTrue(help.contains("same columns"), help);
  }
}

package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.provenance.Sha256;

class DataAgreementCommandTest {
  private static final String TWICE =
      """
      id,text,label_first_pass,label_second_pass,holder_first_pass,holder_second_pass,label,holder,register
      s1,One.,pro,pro,author,author,pro,author,wire
      s2,Two.,pro,anti,author,author,pro,author,wire
      s3,Three.,anti,AGAINST,author,reported,anti,reported,blog
      s4,Four.,neutral,neutral,,,neutral,,blog
      s5,Five.,,pro,,author,pro,author,blog
      """;

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static JsonNode json(Object... more) throws IOException {
    Object[] all = new Object[more.length + 3];
    System.arraycopy(more, 0, all, 3, more.length);
    all[0] = "data";
    all[1] = "agreement";
    all[2] = "--json";
    return new ObjectMapper().readTree(Cli.done(all).out());
  }

  @Test
  void twoColumnsOfOneTableAreCompared() throws IOException {
    assertEquals(
        """
        twice.csv: label_first_pass and label_second_pass

        labels: 4 rows in 4 groups

                             value  95 % interval
        Agreement            0.750  0.250 to 1.000
        Cohen’s κ            0.636  0.000 to 1.000
        Krippendorff’s α     0.667  −0.400 to 1.000

        rows = label_first_pass, columns = label_second_pass
                                pro     anti  neutral   κ against the rest
        pro                       1        1        0                0.500
        anti                      0        1        0                0.500
        neutral                   0        0        1                1.000

        part                                 rows agreement       κ       α
        register
          blog                                  2     1.000   1.000   1.000  few rows
          wire                                  2     0.500   0.000   0.000  few rows

        holders, where both chose the same side: 2 rows in 2 groups

                             value  95 % interval
        Agreement            0.500  0.000 to 1.000
        Cohen’s κ            0.000  0.000 to 0.000
        Krippendorff’s α     0.000  −0.500 to 0.000

        rows = label_first_pass, columns = label_second_pass
                             author reported   κ against the rest
        author                    1        1                0.000
        reported                  0        0                0.000

        part                                 rows agreement       κ       α
        register
          blog                                  1     0.000   0.000   0.000  few rows
          wire                                  1     1.000       –       –  few rows

        left out
          no label from label_first_pass                1

        different labels: 1
          s2: pro (author) / anti (author), settled as pro (author)
            Two.

        different holders: 1
          s3: anti (author) / anti (reported), settled as anti (reported)
            Three.
        """,
        Cli.done("data", "agreement", file("twice.csv", TWICE)).out());
  }

  @Test
  void twoFilesAreJoinedByIdAndWhatStandsInOneOnlyIsNamed() throws IOException {
    Path one = file("one.csv", "id,text,label\ns1,One.,pro\ns2,Two.,anti\ns3,Three.,pro\n");
    Path two = file("two.csv", "id,label\ns2,anti\ns1,neutral\ns4,pro\n");
    JsonNode node = json(one, two);
    assertEquals("one.csv", node.get("first").asText());
    assertEquals(2, node.at("/labels/n").asInt());
    assertEquals("[[0,0,1],[0,1,0],[0,0,0]]", node.at("/labels/table/counts").toString());
    assertEquals("[\"s3\"]", node.at("/missing/onlyFirst").toString());
    assertEquals("[\"s4\"]", node.at("/missing/onlySecond").toString());
    assertEquals("s1", node.at("/labels/differences/0/id").asText());
    assertEquals("One.", node.at("/labels/differences/0/text").asText());
    assertTrue(node.at("/labels/differences/0/settled").isNull());
    assertTrue(node.get("holders").isNull());
  }

  @Test
  void twoFilesAreJoinedByDocumentAndPlace() throws IOException {
    String header = "document,start,end,label\n";
    Path one = file("a/same.csv", header + "d.txt,0,5,pro\nd.txt,6,9,anti\n");
    Path two = file("b/same.csv", header + "d.txt,6,9,anti\nd.txt,0,5,pro\n");
    JsonNode node = json(one, two);
    assertEquals("second file", node.get("second").asText());
    assertEquals(1, node.at("/labels/agreement").asInt());
    assertEquals(1, node.at("/labels/clusters").asInt());
  }

  @Test
  void aFileWithIdsAndOneWithoutAreJoinedByPlace() throws IOException {
    Path one =
        file("one.csv", "id,document,start,end,label\nx1,d.txt,0,5,pro\nx2,d.txt,6,9,anti\n");
    Path two = file("two.csv", "document,start,end,label\nd.txt,6,9,anti\nd.txt,0,5,neutral\n");
    JsonNode node = json(one, two);
    assertEquals(2, node.at("/labels/n").asInt());
    assertEquals("d:0-5", node.at("/labels/differences/0/id").asText());
    Path twice = file("twice.csv", "id,document,start,end,label\na,d,0,5,pro\nb,d,0,5,anti\n");
    assertEquals(
        "twice.csv, line 3: 'd:0-5' is the place of another row too; keep one of the two",
        Cli.failure("data", "agreement", twice, two));
  }

  @Test
  void standOffLabelsNeedNoText() throws IOException {
    String header =
        "document,start,end,kind,label_first_pass,label_second_pass,label,holder,sha256\n";
    String rows =
        "d.txt,0,5,body,pro,neutral,pro,author,"
            + Sha256.ofText("Good.")
            + "\nd.txt,6,10,title,anti,anti,anti,author,"
            + Sha256.ofText("Bad.")
            + "\n";
    Path labels = file("annotations.csv", header + rows);
    JsonNode without = json(labels);
    assertEquals("d:0-5", without.at("/labels/differences/0/id").asText());
    assertTrue(without.at("/labels/differences/0/text").isNull());
    file("texts/d.txt", "Good. Bad.");
    JsonNode with = json(labels, "--documents", folder.resolve("texts"));
    assertEquals("Good.", with.at("/labels/differences/0/text").asText());
    assertEquals("kind", with.at("/labels/slices/0/attribute").asText());
    file("articles/d.txt", "Good. Bad.");
    assertEquals("Good.", json(labels).at("/labels/differences/0/text").asText());
  }

  @Test
  void theShippedDatasetIsComparedWithItsTexts() throws IOException {
    JsonNode node = json(Path.of("datasets", "nato-asia"));
    assertTrue(node.at("/labels/n").asInt() > 1000, node.at("/labels/n").toString());
    assertTrue(node.at("/labels/agreement").asDouble() > 0.9);
    assertTrue(node.at("/holders/n").asInt() > 100);
    assertFalse(node.at("/labels/differences/0/text").isNull());
  }

  @Test
  void severalTablesAreOneStudyAndIdsStayApart() throws IOException {
    Path one = file("a/twice.csv", TWICE);
    Path two = file("b/twice.csv", TWICE);
    JsonNode node = json(one, two);
    assertEquals("twice.csv+twice.csv-2", node.get("data").asText());
    assertEquals(8, node.at("/labels/n").asInt());
    assertEquals("twice.csv-2:s2", node.at("/labels/differences/1/id").asText());
  }

  @Test
  void columnsAndSlicesCanBeNamed() throws IOException {
    Path file = file("named.csv", "text,ann,ben,ann_h,ben_h,desk\nOne.,pro,pro,author,author,a\n");
    JsonNode node =
        json(file, "--columns", "ann,ben", "--holder-columns", "ann_h,ben_h", "--slice", "desk");
    assertEquals("ben", node.get("second").asText());
    assertEquals(1, node.at("/holders/n").asInt());
    assertEquals(
        "no row of named.csv has a value in the column nosuch; --slice may name ann, ann_h, ben,"
            + " ben_h, desk, text",
        Cli.failure("data", "agreement", file, "--columns", "ann,ben", "--slice", "nosuch"));
  }

  @Test
  void reportAndDifferencesAreWrittenAndNothingIsOverwritten() throws IOException {
    Path twice = file("twice.csv", TWICE);
    Path csv = folder.resolve("differences.csv");
    Path out = folder.resolve("report");
    Cli result = Cli.done("data", "agreement", twice, "--out", out, "--differences", csv);
    assertEquals(
        "Report: " + out.resolve("report.html") + "\nDifferences: 2 rows in " + csv + "\n",
        result.err());
    assertEquals(List.of("agreement.json", "report.html", "report.md"), Cli.tree(out));
    assertEquals(
        """
        id,document,start,end,text,label_first_pass,label_second_pass,holder_first_pass,holder_second_pass,label,holder
        s2,,,,Two.,pro,anti,author,author,pro,author
        s3,,,,Three.,anti,anti,author,reported,anti,reported
        """,
        Files.readString(csv));
    assertEquals(2, json(csv).at("/labels/n").asInt());
    assertEquals(
        csv + " exists; name a new file with --differences",
        Cli.failure("data", "agreement", twice, "--differences", csv));
  }

  @Test
  void tooLittleAgreementEndsWithOne() throws IOException {
    Path twice = file("twice.csv", TWICE);
    assertEquals(0, Cli.run("data", "agreement", twice, "--fail-below", "0.75").code());
    Cli result = Cli.run("data", "agreement", twice, "--fail-below", "0.88");
    assertEquals(1, result.code());
    assertTrue(result.out().contains("Cohen’s κ"), result.out());
    assertEquals(
        "stance: agreement is 0.7500, below 0.88; settle the differences, which --differences"
            + " lists\n",
        result.err());
    assertTrue(
        Cli.misuse("data", "agreement", twice, "--fail-below", "88")
            .contains("must lie in [0, 1]"));
  }

  @Test
  void wrongInputIsAnsweredInOneLine() throws IOException {
    Path plain = file("plain.csv", "id,text,label\ns1,One.,pro\n");
    assertEquals(
        "plain.csv, column label_first_pass: no such column; there are id, text, label; name the"
            + " two annotators' columns with --columns FIRST,SECOND, or give one file for each"
            + " annotator",
        Cli.failure("data", "agreement", plain));
    assertEquals(
        "labels.csv, line 2, column label: \"good\" is not a known label; allowed are ",
        Cli.failure("data", "agreement", plain, file("labels.csv", "id,label\ns1,good\n"))
            .substring(0, 75));
    assertEquals(
        "holders.csv, line 2, column holder: \"me\" is no holder; allowed are author, reported or"
            + " nothing",
        Cli.failure(
            "data", "agreement", plain, file("holders.csv", "id,label,holder\ns1,pro,me\n")));
    assertEquals(
        "rows.csv: cannot be joined with plain.csv; both files need the column id, or both"
            + " document, start and end; here are text, label, there id, text, label",
        Cli.failure("data", "agreement", plain, file("rows.csv", "text,label\nOne.,pro\n")));
    assertEquals(
        "other.csv, line 2: 's1' has another text in plain.csv, line 2; the annotators must have"
            + " labelled the same sentences",
        Cli.failure("data", "agreement", plain, file("other.csv", "id,text,label\ns1,Uno.,pro\n")));
    assertEquals(
        "again.csv, line 3: 's1' already names the row of line 2; ids must differ",
        Cli.failure("data", "agreement", plain, file("again.csv", "id,label\ns1,pro\ns1,anti\n")));
    assertTrue(
        Cli.failure("data", "agreement", plain, file("none.csv", "id,label\ns9,pro\n"))
            .contains("holds no row with a label both from plain.csv and from none.csv"));
    assertEquals(
        "twice.csv, column nosuch: no such column; there are id, text,",
        Cli.failure("data", "agreement", file("twice.csv", TWICE), "--columns", "label,nosuch")
            .substring(0, 61));
    assertTrue(
        Cli.misuse("data", "agreement", plain, "--columns", "one")
            .startsWith("--columns takes two different names, FIRST,SECOND, got one"));
    assertTrue(
        Cli.failure("data", "agreement", folder.resolve("nosuch.csv")).startsWith("no such file"));
  }
}

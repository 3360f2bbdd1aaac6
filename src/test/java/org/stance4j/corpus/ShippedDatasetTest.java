package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.SourceDocuments;
import org.stance4j.Stance;
import org.stance4j.provenance.Sha256;

class ShippedDatasetTest {
  private static final Path FOLDER = Path.of("datasets", "nato-asia");
  private static final DatasetFolder FOLDER_READ = DatasetFolder.open(FOLDER);
  private static final int ARTICLES = 270;
  private static final int ARTICLE_SENTENCES = 9652;
  private static final int ISOLATED = 1442;
  private static final int PAIRS = 798;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int SEQUENCE = 9;

  private static long count(Dataset dataset, String attribute, String value) {
    return dataset.examples().stream()
        .filter(example -> example.attribute(attribute).equals(value))
        .count();
  }

  @Test
  void theWrittenPartsRead() throws IOException {
    Dataset written = FOLDER_READ.written();
    assertEquals(ARTICLE_SENTENCES, count(written, DatasetFolder.SOURCE, DatasetFolder.ARTICLE));
    assertEquals(ISOLATED, count(written, DatasetFolder.SOURCE, DatasetFolder.SENTENCE));
    assertEquals(PAIRS, count(written, DatasetFolder.SOURCE, DatasetFolder.CONTRAST));
    assertEquals(ARTICLES, FOLDER_READ.articles().documents().size());
  }

  @Test
  void bodySentencesOfTheArticlesAreSpreadOverTheStances() throws IOException {
    List<Stance> body =
        FOLDER_READ.articles().dataset().examples().stream()
            .filter(example -> example.sentence().kind() == SentenceKind.BODY)
            .map(Example::stance)
            .toList();
    for (Stance stance : Stance.values()) {
      double share = (double) Collections.frequency(body, stance) / body.size();
      assertTrue(share >= 0.25 && share <= 0.45, stance.label() + " " + share);
    }
  }

  @Test
  void noGroupIsSoLargeThatFoldsBecomeUneven() throws IOException {
    GroupingReport report = Grouping.of(FOLDER_READ.written()).report();
    assertTrue(report.largestShare() < 0.05, report.largestGroup());
    assertTrue(report.groups() > 300, report.groups() + " groups");
  }

  @Test
  void noGroupStandsInTwoSplits() throws IOException {
    Map<String, Split> splits = new HashMap<>();
    Map<Split, Integer> sizes = new EnumMap<>(Split.class);
    for (Example example : Grouping.group(FOLDER_READ.written()).examples()) {
      Split split = Split.of(example).orElseThrow();
      sizes.merge(split, 1, Integer::sum);
      Split other = splits.putIfAbsent(example.group(), split);
      assertTrue(other == null || other == split, example.group());
    }
    double all = sizes.values().stream().mapToInt(n -> n).sum();
    assertEquals(0.70, sizes.get(Split.TRAIN) / all, 0.03);
    assertEquals(0.15, sizes.get(Split.VALIDATION) / all, 0.02);
    assertEquals(0.15, sizes.get(Split.TEST) / all, 0.02);
  }

  @Test
  void theTestSplitHasKindsOfTextThatTrainingNeverSees() throws IOException {
    Map<Split, Set<String>> kinds = new EnumMap<>(Split.class);
    for (Example example : FOLDER_READ.articles().dataset().examples()) {
      kinds
          .computeIfAbsent(Split.of(example).orElseThrow(), split -> new TreeSet<>())
          .add(example.attribute("register"));
    }
    Set<String> unseen = new TreeSet<>(kinds.get(Split.TEST));
    unseen.removeAll(kinds.get(Split.TRAIN));
    unseen.removeAll(kinds.get(Split.VALIDATION));
    assertEquals(Set.of("interview", "newsletter", "parliamentary report"), unseen);
  }

  private static List<CsvRow> rows(String file) throws IOException {
    return CsvTable.read(FOLDER.resolve(file)).rows();
  }

  @Test
  void everyKindOfTextExistsInEveryLeaning() throws IOException {
    Map<String, Set<String>> leanings = new TreeMap<>();
    for (CsvRow row : rows("article-metadata.csv")) {
      leanings
          .computeIfAbsent(row.value("kind"), kind -> new TreeSet<>())
          .add(row.value("leaning"));
    }
    assertEquals(14, leanings.size());
    leanings.forEach(
        (kind, of) -> assertTrue(of.containsAll(List.of("anti", "balanced", "pro")), kind));
  }

  @Test
  void argumentsHaveASideAndASplitAndSentencesKeepToThem() throws IOException {
    Map<String, CsvRow> arguments = new HashMap<>();
    Map<String, Integer> sides = new TreeMap<>();
    for (CsvRow row : rows("arguments.csv")) {
      assertNull(arguments.put(row.value("id"), row), row.value("id"));
      sides.merge(row.value("side"), 1, Integer::sum);
      assertFalse(row.value("statement").isBlank());
    }
    assertEquals(Set.of("anti", "neutral", "pro"), sides.keySet());
    sides.forEach((side, n) -> assertTrue(n >= 60, side + " " + n));
    for (CsvRow row : rows("sentences.csv")) {
      CsvRow argument = arguments.get(row.value("argument"));
      assertEquals(row.value("label"), argument.value("side"), row.value("id"));
      assertEquals(row.value("split"), argument.value("split"), row.value("id"));
    }
    for (CsvRow row : rows("article-metadata.csv")) {
      for (String id : row.value("arguments").split(" ")) {
        assertTrue(id.isEmpty() || arguments.containsKey(id), row.value("document") + " " + id);
      }
    }
  }

  @Test
  void everyEditChangesOneToFourWords() throws IOException {
    for (ContrastPair pair : FOLDER_READ.contrast()) {
      int changed =
          changedWords(
              pair.original().sentence().text().split(" "),
              pair.edited().sentence().text().split(" "));
      assertTrue(changed >= 1 && changed <= 4, pair.edited().id() + " " + changed);
    }
    assertEquals(598, FOLDER_READ.contrast().stream().filter(ContrastPair::flips).count());
  }

  /** Words that are not in the longest common subsequence, of the text that has more of them. */
  private static int changedWords(String[] first, String[] second) {
    int[][] common = new int[first.length + 1][second.length + 1];
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        common[i + 1][j + 1] =
            first[i].equals(second[j])
                ? common[i][j] + 1
                : Math.max(common[i][j + 1], common[i + 1][j]);
      }
    }
    return Math.max(first.length, second.length) - common[first.length][second.length];
  }

  @Test
  void theCroissantFileHasWhatTheStandardAsksForAndTheHashesOfTheFiles() throws IOException {
    JsonNode croissant = new ObjectMapper().readTree(FOLDER.resolve("croissant.json").toFile());
    for (String key :
        List.of("@context", "description", "license", "name", "url", "creator", "datePublished")) {
      assertFalse(croissant.path(key).isMissingNode(), key);
    }
    assertEquals("sc:Dataset", croissant.get("@type").asText());
    assertEquals("http://mlcommons.org/croissant/1.1", croissant.get("conformsTo").asText());
    Set<String> listed = new TreeSet<>();
    for (JsonNode file : croissant.get("distribution")) {
      Path path = FOLDER.resolve(file.get("contentUrl").asText());
      listed.add(FOLDER.relativize(path).toString().replace('\\', '/'));
      assertEquals("cr:FileObject", file.get("@type").asText());
      assertFalse(file.path("name").isMissingNode());
      assertFalse(file.path("encodingFormat").isMissingNode());
      assertEquals(
          Sha256.ofBytes(Files.readAllBytes(path)), file.get("sha256").asText(), path.toString());
    }
    Set<String> data = new TreeSet<>();
    for (Path file : files(FOLDER)) {
      String name = FOLDER.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(".csv") || name.startsWith("articles/")) {
        data.add(name);
      }
    }
    assertEquals(data, listed);
    for (JsonNode records : croissant.get("recordSet")) {
      List<String> columns = new ArrayList<>();
      String table = "";
      for (JsonNode field : records.get("field")) {
        table = field.at("/source/fileObject/@id").asText();
        columns.add(field.at("/source/extract/column").asText());
      }
      assertEquals(CsvTable.read(FOLDER.resolve(table)).header().columns(), columns, table);
    }
  }

  private static Set<String> sequences(Path file) throws IOException {
    List<String> words = new ArrayList<>();
    Matcher matcher =
        WORD.matcher(StrictUtf8Reader.decode(file.toString(), Files.readAllBytes(file)));
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    Set<String> sequences = new HashSet<>();
    for (int i = 0; i + SEQUENCE <= words.size(); i++) {
      sequences.add(String.join(" ", words.subList(i, i + SEQUENCE)));
    }
    return sequences;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void nineWordsOfTheSourceDocumentsStandInNoFileOfTheDataset() throws IOException {
    Set<String> forbidden = new HashSet<>();
    for (Path source : files(SourceDocuments.folder())) {
      forbidden.addAll(sequences(source));
    }
    assertTrue(forbidden.size() > 4000, "the source documents have words");
    for (Path file : files(FOLDER.getParent())) {
      Set<String> common = sequences(file);
      common.retainAll(forbidden);
      // the words themselves must not reach a log
      assertEquals(0, common.size(), file + " shares sequences of nine words with a source");
    }
  }
}

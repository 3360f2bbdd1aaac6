package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.SourceDocuments;
import org.stance4j.Stance;

class ShippedDatasetTest {
  private static final Path FOLDER = Path.of("datasets", "nato-asia");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int SEQUENCE = 9;

  private static long count(Dataset dataset, String attribute, String value) {
    return dataset.examples().stream()
        .filter(example -> example.attribute(attribute).equals(value))
        .count();
  }

  @Test
  void theWrittenPartsRead() throws IOException {
    DatasetFolder folder = DatasetFolder.open(FOLDER);
    Dataset written = folder.written();
    assertEquals(2102, written.size());
    assertEquals(1024, count(written, DatasetFolder.SOURCE, DatasetFolder.ARTICLE));
    assertEquals(1078, count(written, DatasetFolder.SOURCE, DatasetFolder.SENTENCE));
    assertEquals(25, folder.articles().documents().size());
    for (Stance stance : Stance.values()) {
      assertTrue(written.stances().stream().filter(stance::equals).count() > 550, stance.label());
    }
  }

  @Test
  void noGroupIsSoLargeThatFoldsBecomeUneven() throws IOException {
    GroupingReport report = Grouping.of(DatasetFolder.open(FOLDER).written()).report();
    assertTrue(report.largestShare() < 0.2, report.largestGroup());
    assertTrue(report.groups() > 25, report.groups() + " groups");
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

package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stance4j.Document;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.SourceDocuments;

/**
 * Boundaries and kinds on real articles, judged by their stand-off annotation.
 *
 * <p>The articles stand beside the project and are not part of it; without them nothing is tested.
 */
class SegmenterOnSourceDocumentsTest {

  private record Gold(int start, int end, String kind) {}

  private static int annotated;
  private static int missed;
  private static int extra;
  private static final List<String> wrongKinds = new ArrayList<>();

  @BeforeAll
  static void judge() throws IOException {
    for (var entry : gold().entrySet()) {
      byte[] content = Files.readAllBytes(SourceDocuments.folder().resolve(entry.getKey()));
      judge(ArticleReader.create().read(entry.getKey(), content), entry.getValue());
    }
  }

  private static Map<String, List<Gold>> gold() throws IOException {
    Map<String, List<Gold>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(SourceDocuments.ANNOTATIONS).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      rows.computeIfAbsent(cells[0], file -> new ArrayList<>())
          .add(new Gold(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]));
    }
    return rows;
  }

  private static void judge(Document document, List<Gold> gold) {
    Map<String, SentenceKind> found = new HashMap<>();
    for (Sentence sentence : document.sentences()) {
      assertEquals(sentence.text(), Articles.source(document, sentence));
      found.put(sentence.span().start() + "-" + sentence.span().end(), sentence.kind());
    }
    for (Gold row : gold) {
      annotated++;
      // the annotation counts code points
      int start = document.text().offsetByCodePoints(0, row.start());
      int end = document.text().offsetByCodePoints(0, row.end());
      SentenceKind kind = found.remove(start + "-" + end);
      if (kind == null) {
        missed++;
      } else if (!kind.label().equals(row.kind())) {
        wrongKinds.add(document.id() + " " + row);
      }
    }
    extra += found.size();
  }

  @Test
  void oneMissingBoundaryCostsTwoOfTheAnnotatedSentences() {
    assertEquals(207, annotated);
    assertEquals(2, missed);
    assertEquals(1, extra);
  }

  @Test
  void everySentenceFoundHasTheAnnotatedKind() {
    assertEquals(List.of(), wrongKinds);
  }
}

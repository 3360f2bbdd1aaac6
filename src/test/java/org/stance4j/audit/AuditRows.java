package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;

/** Small data for the tests of this package. */
final class AuditRows {
  private static final String[] NOUNS =
      ("patrol harbour treaty seminar budget island radar minister convoy embassy cable frigate"
              + " summit liaison office drill strait airfield signal charter pilot archive port"
              + " bridge panel staff survey depot channel rescue")
          .split(" ");

  private AuditRows() {}

  static Example row(String id, String text, Stance stance, String group, String... attributes) {
    return new Example(
        id, Sentence.alone(id, text), stance, null, group, Example.attributes(map(attributes)));
  }

  /** A row of its own group. */
  static Example row(String id, String text, Stance stance) {
    return row(id, text, stance, id);
  }

  /** A row of a document; the offset gives its place there. */
  static Example inDocument(
      String document, int offset, SentenceKind kind, String text, Stance stance, String... more) {
    return new Example(
        document + ":" + offset,
        new Sentence(
            document, text, new TextSpan(offset, offset + text.length()), kind, null, null),
        stance,
        null,
        document,
        Example.attributes(map(more)));
  }

  /** Rows of invented sentences without a pattern, stances in turn, each row its own group. */
  static List<Example> plain(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      examples.add(row("r" + i, sentence(random), stance(i)));
    }
    return examples;
  }

  /** Eight nouns at random and a full stop: two of them hardly share a trigram. */
  static String sentence(SplittableRandom random) {
    StringBuilder text = new StringBuilder("The");
    for (int i = 0; i < 8; i++) {
      text.append(' ').append(NOUNS[random.nextInt(NOUNS.length)]);
    }
    return text.append('.').toString();
  }

  static Stance stance(int row) {
    return Stance.values()[row % Stance.COUNT];
  }

  static Map<String, String> map(String... pairs) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static AuditData data(List<Example> examples) {
    return new AuditData(new Dataset("toy", examples), new Dataset("documents", List.of()), null);
  }

  static CheckResult run(Check check, List<Example> examples) {
    return check.run(AuditContext.of(data(examples), null, 17));
  }

  /** The findings of a check as {@code level: message}. */
  static List<String> lines(CheckResult result) {
    return result.findings().stream()
        .map(finding -> finding.level().word() + ": " + finding.message())
        .toList();
  }

  /** The only finding of a level. */
  static Finding only(CheckResult result, Level level) {
    List<Finding> found =
        result.findings().stream().filter(finding -> finding.level() == level).toList();
    assertEquals(1, found.size(), () -> lines(result).toString());
    return found.get(0);
  }

  /** Whether nothing is worse than good. */
  static void assertGood(CheckResult result) {
    assertEquals(
        List.of(),
        result.findings().stream()
            .filter(finding -> finding.level().compareTo(Level.GOOD) > 0)
            .map(Finding::message)
            .toList());
    assertEquals(
        true,
        result.findings().stream().anyMatch(finding -> finding.level() == Level.GOOD),
        () -> lines(result).toString());
  }
}

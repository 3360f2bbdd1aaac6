package org.stance4j.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SourceDocuments;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetFolder;
import org.stance4j.corpus.TextFile;

class ShippedSuiteTest {
  private static final BehaviourSuite SUITE = BehaviourSuiteReader.shipped();
  private static final Path DATASET = Path.of("datasets", "nato-asia");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int SEQUENCE = 9;

  @Test
  void itIsLargeEnough() {
    assertEquals("nato-asia", SUITE.name());
    assertEquals(51, SUITE.capabilities().size());
    assertEquals(824, SUITE.tests().size());
    for (String capability : SUITE.capabilities()) {
      assertTrue(of(capability).size() >= 12, capability);
    }
  }

  private static List<BehaviourTest> of(String capability) {
    return SUITE.tests().stream().filter(test -> test.capability().equals(capability)).toList();
  }

  @Test
  void expectedStancesAreBalancedInAllAndInEachCapability() {
    Map<Stance, Integer> all = counts(SUITE.tests());
    int tests = all.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(tests > 400, tests + " tests of minimum functionality");
    all.forEach(
        (stance, n) -> {
          double share = (double) n / tests;
          assertTrue(share > 0.3 && share < 0.37, stance + " " + share);
        });
    for (String capability : SUITE.capabilities()) {
      Map<Stance, Integer> counts = counts(of(capability));
      if (!counts.isEmpty()) {
        assertEquals(Stance.COUNT, counts.size(), capability);
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(2 * most <= of(capability).size(), capability + " " + counts);
      }
    }
  }

  private static Map<Stance, Integer> counts(List<BehaviourTest> tests) {
    Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
    for (BehaviourTest test : tests) {
      if (test.expectation() instanceof Expectation.Label label) {
        counts.merge(label.stance(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** A word that most sentences of one stance have and no other would decide a capability. */
  @Test
  void noWordGivesAStanceAwayInItsCapability() {
    Set<String> giveaways = new TreeSet<>();
    for (String capability : SUITE.capabilities()) {
      Map<Stance, Integer> totals = counts(of(capability));
      Map<String, Map<Stance, Integer>> words = new HashMap<>();
      for (BehaviourTest test : of(capability)) {
        if (test.expectation() instanceof Expectation.Label label) {
          for (String word : new HashSet<>(words(test.text().text()))) {
            words
                .computeIfAbsent(word, key -> new EnumMap<>(Stance.class))
                .merge(label.stance(), 1, Integer::sum);
          }
        }
      }
      words.forEach(
          (word, counts) ->
              counts.forEach(
                  (stance, n) -> {
                    if (counts.size() == 1 && n > 0.7 * totals.get(stance)) {
                      giveaways.add(capability + ": " + word);
                    }
                  }));
    }
    assertEquals(Set.of(), giveaways);
  }

  @Test
  void noSentenceIsTestedTwice() {
    Set<List<Object>> seen = new HashSet<>();
    for (BehaviourTest test : SUITE.tests()) {
      Sentence text = test.text();
      assertTrue(
          seen.add(
              List.of(text.text(), String.valueOf(text.previous()), String.valueOf(text.next()))),
          text.text());
    }
  }

  @Test
  void nothingIsSharedWithTheDataset() throws IOException {
    Set<String> sentences = new HashSet<>();
    Set<String> sequences = new HashSet<>();
    for (Sentence sentence : DatasetFolder.open(DATASET).written().sentences()) {
      List<String> words = words(sentence.text());
      sentences.add(String.join(" ", words));
      sequences.addAll(sequences(words));
    }
    assertShared(sentences, sequences);
  }

  @Test
  void nothingIsSharedWithTheRealDocuments() throws IOException {
    Set<String> sequences = new HashSet<>();
    for (TextFile file : TextFile.readFolder(SourceDocuments.folder())) {
      sequences.addAll(sequences(words(file.text())));
    }
    assertShared(Set.of(), sequences);
  }

  private static void assertShared(Set<String> sentences, Set<String> sequences) {
    Set<String> shared = new TreeSet<>();
    for (BehaviourTest test : SUITE.tests()) {
      for (Sentence sentence : test.sentences()) {
        for (String text :
            List.of(
                sentence.text(),
                String.valueOf(sentence.previous()),
                String.valueOf(sentence.next()))) {
          List<String> words = words(text);
          if (sentences.contains(String.join(" ", words))
              || sequences(words).stream().anyMatch(sequences::contains)) {
            shared.add(test.id() + ": " + text);
          }
        }
      }
    }
    assertEquals(Set.of(), shared);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static List<String> sequences(List<String> words) {
    List<String> sequences = new ArrayList<>();
    for (int i = 0; i + SEQUENCE <= words.size(); i++) {
      sequences.add(String.join(" ", words.subList(i, i + SEQUENCE)));
    }
    return sequences;
  }
}

package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stance4j.corpus.NearDuplicates.Pair;

class NearDuplicatesTest {
  private static final NearDuplicates NEAR = new NearDuplicates(0.6, 1);

  @Test
  void shinglesAreWordTrigramsWithoutCaseAndPunctuation() {
    assertEquals(
        Set.of("the ıdea isn", "ıdea isn t", "isn t new"),
        NearDuplicates.shingles("  The ıdea: isn’t NEW!"));
    assertEquals(Set.of("too short"), NearDuplicates.shingles("Too short."));
    assertEquals(Set.of(), NearDuplicates.shingles("… — !"));
  }

  @Test
  void oneWordChangedAtTheEndOfTenLeavesSevenOfNineTrigrams() {
    // 8 trigrams each, 7 common, 9 together
    String text = "a b c d e f g h i ";
    assertEquals(List.of(new Pair(0, 1, 7.0 / 9)), NEAR.pairs(List.of(text + "j", text + "k")));
  }

  @Test
  void theThresholdItselfIsNear() {
    // trigrams: 4 each (6 words), 3 common, 5 together: exactly 0.6
    assertEquals(List.of(new Pair(0, 1, 0.6)), NEAR.pairs(List.of("a b c d e f", "a b c d e g")));
    // 3 each, 2 common, 4 together: 0.5
    assertEquals(List.of(), NEAR.pairs(List.of("a b c d e", "a b c d f")));
    assertEquals(
        List.of(new Pair(0, 1, 0.5)),
        new NearDuplicates(0.5, 1).pairs(List.of("a b c d e", "a b c d f")));
  }

  @Test
  void aWordChangedInTheMiddleOfTenLeavesFiveOfEleven() {
    // 8 each, 3 destroyed, 5 common, 11 together
    assertEquals(
        5.0 / 11,
        NearDuplicates.jaccard(
            NearDuplicates.shingles("a b c d e f g h i j"),
            NearDuplicates.shingles("a b c d x f g h i j")));
    assertEquals(0, NearDuplicates.jaccard(Set.of(), Set.of()));
  }

  @Test
  void copiesArePairedWithTheFirstWhateverTheirCaseSpaceAndPunctuation() {
    assertEquals(
        List.of(new Pair(0, 2, 1), new Pair(0, 3, 1)),
        NEAR.pairs(List.of("The U.S. navy", "Other", "the US  navy!", "THE U.S. NAVY", "?", "!")));
  }

  @Test
  void aThresholdOutsideItsRangeIsRefused() {
    for (double threshold : new double[] {0, 1.1, Double.NaN}) {
      assertEquals(
          "threshold must be in (0, 1], got " + threshold,
          assertThrows(IllegalArgumentException.class, () -> new NearDuplicates(threshold, 1))
              .getMessage());
    }
  }

  @Property(tries = 200)
  void thePairsAreThoseOfBruteForce(@ForAll("texts") List<String> texts, @ForAll long seed) {
    List<Pair> expected = new ArrayList<>();
    List<String> keys = texts.stream().map(NearDuplicatesTest::key).toList();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        boolean copyOfI = keys.get(i).equals(keys.get(j));
        boolean firsts = keys.indexOf(keys.get(i)) == i;
        boolean bothFirst = firsts && keys.indexOf(keys.get(j)) == j;
        double similarity =
            copyOfI
                ? 1
                : NearDuplicates.jaccard(
                    NearDuplicates.shingles(texts.get(i)), NearDuplicates.shingles(texts.get(j)));
        if (similarity >= 0.6 && (bothFirst || (copyOfI && firsts))) {
          expected.add(new Pair(i, j, similarity));
        }
      }
    }
    assertEquals(expected, new NearDuplicates(0.6, seed).pairs(texts));
  }

  @Test
  void twoThousandTextsTakeSeconds() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 25; word++) {
        text.append(' ').append((i * 31 + word * word * 7) % 997);
      }
      texts.add(text.toString());
    }
    texts.add(texts.get(5) + " more");
    List<Pair> pairs = NEAR.pairs(texts);
    assertTrue(
        pairs.stream().anyMatch(pair -> pair.first() == 5 && pair.second() == 2000),
        pairs.toString());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    // few words, so that texts do overlap; the first eight are common to most
    Arbitrary<String> tail =
        Arbitraries.of("x", "y", "Z", "ı").list().ofMaxSize(4).map(w -> String.join(" ", w));
    Arbitrary<Integer> cut = Arbitraries.integers().between(0, 8);
    return Combinators.combine(cut, tail)
        .as((from, end) -> "a b c d e f g h".substring(Math.min(15, 2 * from)) + ", " + end)
        .filter(text -> !key(text).isEmpty())
        .list()
        .ofMaxSize(20);
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}

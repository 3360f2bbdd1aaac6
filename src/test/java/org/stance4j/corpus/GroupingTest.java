package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;

class GroupingTest {
  @Test
  void aSharedArgumentJoinsGroups() {
    assertEquals(
        List.of("a", "a", "c"),
        groups(
            example("1", "b", "one", "cost"),
            example("2", "a", "two", "cost"),
            example("3", "c", "three", "")));
  }

  @Test
  void aSharedDocumentJoinsGroups() {
    assertEquals(
        List.of("g1", "g1"), groups(inDocument("1", "g2", "d"), inDocument("2", "g1", "d")));
  }

  @Test
  void nearDuplicatesJoinGroupsInAChain() {
    // neighbours share 4 of 6 trigrams, the ends 3 of 7
    Grouping grouping =
        Grouping.of(
            new Dataset(
                "d",
                List.of(
                    example("1", "x", "a b c d e f g", ""),
                    example("2", "y", "b c d e f g h", ""),
                    example("3", "z", "c d e f g h i", ""),
                    example("4", "w", "something else entirely", ""))));
    assertEquals(
        List.of("x", "x", "x", "w"),
        grouping.dataset().examples().stream().map(Example::group).toList());
    assertEquals(
        List.of(new NearDuplicates.Pair(0, 1, 4.0 / 6), new NearDuplicates.Pair(1, 2, 4.0 / 6)),
        grouping.report().nearDuplicates());
    assertEquals(4, grouping.report().groupsBefore());
    assertEquals(2, grouping.report().groups());
    assertEquals("x", grouping.report().largestGroup());
    assertEquals(0.75, grouping.report().largestShare());
    assertTrue(grouping.report().hasGiant());
  }

  @Test
  void aGroupAndAnArgumentOfOneNameAreDifferentThings() {
    assertEquals(
        List.of("cost", "b"),
        groups(example("1", "cost", "one", ""), example("2", "b", "two", "cost")));
  }

  @Test
  void aFifthIsNoGiant() {
    Example[] examples =
        IntStream.range(0, 5)
            .mapToObj(i -> example("" + i, "g" + i, "word" + i, ""))
            .toArray(Example[]::new);
    GroupingReport report = Grouping.of(new Dataset("d", List.of(examples))).report();
    assertEquals(0.2, report.largestShare());
    assertEquals("g0", report.largestGroup());
    assertFalse(report.hasGiant());
  }

  @Test
  void anEmptyDatasetHasNoGroups() {
    assertEquals(
        new GroupingReport(0, 0, 0, "", 0, List.of()),
        Grouping.of(new Dataset("d", List.of())).report());
  }

  @Property(tries = 200)
  void groupsAreTheComponentsAndGroupingAgainChangesNothing(
      @ForAll @Size(max = 12) List<@IntRange(max = 63) Integer> codes) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      String argument = code % 4 == 0 ? "" : "argument" + code / 16;
      examples.add(example("id" + i, "g" + (code / 4) % 4, "word" + i, argument));
    }
    Dataset grouped = Grouping.group(new Dataset("d", examples));
    boolean[][] connected = closure(examples);
    for (int i = 0; i < examples.size(); i++) {
      for (int j = 0; j < examples.size(); j++) {
        assertEquals(
            connected[i][j],
            grouped.examples().get(i).group().equals(grouped.examples().get(j).group()));
      }
    }
    assertEquals(grouped, Grouping.group(grouped));
  }

  /** Reachability by Warshall's algorithm. */
  private static boolean[][] closure(List<Example> examples) {
    int n = examples.size();
    boolean[][] connected = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Example a = examples.get(i);
        Example b = examples.get(j);
        String argument = a.attribute("argument");
        connected[i][j] =
            a.group().equals(b.group())
                || (!argument.isEmpty() && argument.equals(b.attribute("argument")));
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          connected[i][j] |= connected[i][k] && connected[k][j];
        }
      }
    }
    return connected;
  }

  private static List<String> groups(Example... examples) {
    return Grouping.group(new Dataset("d", List.of(examples))).examples().stream()
        .map(Example::group)
        .toList();
  }

  private static Example example(String id, String group, String text, String argument) {
    return new Example(
        id,
        Sentence.alone(id, text),
        Stance.PRO,
        null,
        group,
        Example.attributes(argument.isEmpty() ? Map.of() : Map.of("argument", argument)));
  }

  private static Example inDocument(String id, String group, String document) {
    Sentence sentence =
        new Sentence(document, "text" + id, new TextSpan(0, 5), SentenceKind.BODY, null, null);
    return new Example(id, sentence, Stance.PRO, null, group, Example.attributes(Map.of()));
  }
}

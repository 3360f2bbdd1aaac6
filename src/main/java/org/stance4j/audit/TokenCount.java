package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Example;
import org.stance4j.Stance;

/**
 * In how many sentences of each label a token occurs.
 *
 * <p>A sentence counts once, however often the token stands in it. A group counts for at most
 * {@link AuditThresholds#GROUP_SENTENCES} sentences of a label, or {@link
 * AuditThresholds#GROUP_SHARE} of all sentences with the token where that is more, so that one
 * document does not make a habit of the data.
 *
 * @param kind what kind of token
 * @param token the token
 * @param labels sentences by label, in the order of {@link Stance}, capped by group
 * @param groups number of groups with such a sentence
 * @param first the first such sentence
 */
@SuppressWarnings("EnumOrdinal") // counts are in the declaration order of Stance
record TokenCount(TokenKind kind, String token, List<Integer> labels, int groups, Example first) {
  TokenCount {
    labels = List.copyOf(labels);
  }

  /** Number of sentences, capped by group. */
  int sentences() {
    return labels.stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of sentences of that label, capped by group. */
  int sentences(Stance stance) {
    return labels.get(stance.ordinal());
  }

  /** Share of that label among the sentences with the token. */
  double precision(Stance stance) {
    return (double) sentences(stance) / sentences();
  }

  /** Counts the tokens of a kind that at least {@code least} sentences hold, by token. */
  static List<TokenCount> of(TokenKind kind, List<Row> rows, int least) {
    Map<String, Integer> frequencies = new HashMap<>();
    for (Row row : rows) {
      kind.tokens(row).forEach(token -> frequencies.merge(token, 1, Integer::sum));
    }
    Map<String, Tally> tallies = new TreeMap<>();
    for (Row row : rows) {
      for (String token : kind.tokens(row)) {
        if (frequencies.getOrDefault(token, 0) >= least) {
          tallies.computeIfAbsent(token, key -> new Tally(row.example())).add(row.example());
        }
      }
    }
    List<TokenCount> counts = new ArrayList<>();
    tallies.forEach((token, tally) -> counts.add(tally.count(kind, token)));
    return counts;
  }

  /** Most sentences of one label that a group counts for. */
  static int cap(int sentences) {
    return Math.max(
        AuditThresholds.GROUP_SENTENCES, (int) Math.ceil(AuditThresholds.GROUP_SHARE * sentences));
  }

  /** Sentences by group and label while they are being counted. */
  private static final class Tally {
    private final Example first;
    private final Map<String, int[]> groups = new HashMap<>();
    private int sentences;

    Tally(Example first) {
      this.first = first;
    }

    void add(Example example) {
      groups
          .computeIfAbsent(example.group(), group -> new int[Stance.COUNT])[
          example.stance().ordinal()]++;
      sentences++;
    }

    TokenCount count(TokenKind kind, String token) {
      int cap = cap(sentences);
      int[] labels = new int[Stance.COUNT];
      for (int[] group : groups.values()) {
        for (int label = 0; label < labels.length; label++) {
          labels[label] += Math.min(cap, group[label]);
        }
      }
      return new TokenCount(
          kind, token, Arrays.stream(labels).boxed().toList(), groups.size(), first);
    }
  }
}

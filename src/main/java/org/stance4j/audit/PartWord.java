package org.stance4j.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A word that marks a part against another.
 *
 * @param word the word
 * @param rate sentences of the part with the word, per 1,000
 * @param otherRate sentences of the other part with the word, per 1,000
 * @param z weighted log-odds, above 0; see {@link LogOdds}
 */
record PartWord(String word, double rate, double otherRate, double z) {
  /** Sentences of either part that hold a word. */
  private static final class Tally {
    int here;
    int there;
  }

  /** The words that mark a part most, the strongest first. */
  static List<PartWord> marking(Part part, Part other) {
    Map<String, Tally> counts = new TreeMap<>();
    for (Row row : part.rows()) {
      TokenKind.WORD
          .tokens(row)
          .forEach(word -> counts.computeIfAbsent(word, key -> new Tally()).here++);
    }
    for (Row row : other.rows()) {
      TokenKind.WORD
          .tokens(row)
          .forEach(word -> counts.computeIfAbsent(word, key -> new Tally()).there++);
    }
    counts.values().removeIf(tally -> tally.here + tally.there < AuditThresholds.WORD_SENTENCES);
    List<String> words = List.copyOf(counts.keySet());
    List<Tally> tallies = List.copyOf(counts.values());
    double[] z =
        LogOdds.z(
            tallies.stream().mapToInt(tally -> tally.here).toArray(),
            tallies.stream().mapToInt(tally -> tally.there).toArray(),
            AuditThresholds.LOG_ODDS_PRIOR);
    return IntStream.range(0, z.length)
        .boxed()
        .filter(i -> z[i] > 0)
        .sorted((i, j) -> Double.compare(z[j], z[i]))
        .limit(AuditThresholds.TOP_WORDS)
        .map(
            i ->
                new PartWord(
                    words.get(i),
                    1000.0 * tallies.get(i).here / part.size(),
                    1000.0 * tallies.get(i).there / other.size(),
                    z[i]))
        .toList();
  }
}

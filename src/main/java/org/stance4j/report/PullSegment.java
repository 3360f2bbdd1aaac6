package org.stance4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.Pull;
import org.stance4j.explain.WordPull;

/**
 * A stretch of a sentence, marked by the stance that it pulls towards.
 *
 * @param text as it stands in the sentence
 * @param towards the stance that it pulls towards most; {@code null} for what is not marked
 * @param strong whether it pulls at least half as far as the strongest word of the sentence
 * @param title the pulls in words; empty for what is not marked
 */
public record PullSegment(String text, @Nullable Stance towards, boolean strong, String title) {
  /** Words that pull less than this share of the strongest one are not marked. */
  private static final double LEAST = 0.25;

  private static final double STRONG = 0.5;

  /** A sentence cut into marked words and what lies between them. */
  public static List<PullSegment> of(Explanation explanation) {
    double largest =
        explanation.words().stream().mapToDouble(word -> largest(word.pull())).max().orElse(0);
    List<PullSegment> segments = new ArrayList<>();
    int at = 0;
    for (WordPull word : explanation.words()) {
      double pull = largest(word.pull());
      if (Figures.signed(pull).startsWith("+") && pull >= LEAST * largest) {
        plain(segments, explanation.text().substring(at, word.span().start()));
        segments.add(
            new PullSegment(
                word.word(),
                word.pull().strongest(),
                pull >= STRONG * largest,
                words(word.pull())));
        at = word.span().end();
      }
    }
    plain(segments, explanation.text().substring(at));
    return List.copyOf(segments);
  }

  private static void plain(List<PullSegment> segments, String text) {
    if (!text.isEmpty()) {
      segments.add(new PullSegment(text, null, false, ""));
    }
  }

  private static double largest(Pull pull) {
    return pull.towards(pull.strongest());
  }

  /** {@code pro −0.010, anti +0.310, neutral −0.300}. */
  public static String words(Pull pull) {
    return Arrays.stream(Stance.values())
        .map(stance -> stance.label() + " " + Figures.signed(pull.towards(stance)))
        .collect(Collectors.joining(", "));
  }

  /** Name of the style in a page. */
  public String style() {
    return towards == null ? "" : "pull " + towards.label() + (strong ? " strong" : "");
  }
}

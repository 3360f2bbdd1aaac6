package org.stance4j.report;

import java.util.List;
import java.util.Locale;
import org.stance4j.Stance;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.Neighbour;
import org.stance4j.explain.Pull;

/**
 * An explanation as lines for the console. Words that pull are coloured where the layout has
 * colours, and marked by signs otherwise. Hidden characters are made visible.
 */
public final class ExplanationText {
  private static final int WORDS = 8;

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String BLUE = "\u001b[34m";

  private ExplanationText() {}

  /** All lines, each ending in a line feed. */
  public static String render(SentenceExplanation explained, boolean colour) {
    Explanation explanation = explained.explanation();
    StringBuilder text = new StringBuilder();
    text.append(visible(explained.model()))
        .append(": ")
        .append(Figures.answer(explanation.probabilities()))
        .append(" for pro, anti, neutral\n\n");
    String previous = explained.sentence().previous();
    String next = explained.sentence().next();
    if (previous != null) {
      text.append("  … ").append(visible(previous)).append('\n');
    }
    text.append("  ");
    for (PullSegment segment : PullSegment.of(explanation)) {
      text.append(colour ? coloured(segment) : signed(segment));
    }
    text.append('\n');
    if (next != null) {
      text.append("  … ").append(visible(next)).append('\n');
    }
    text.append("\n  ")
        .append(
            colour
                ? GREEN
                    + "pro"
                    + RESET
                    + ", "
                    + RED
                    + "anti"
                    + RESET
                    + ", "
                    + BLUE
                    + "neutral"
                    + RESET
                    + "; strong pulls in "
                    + BOLD
                    + "bold"
                    + RESET
                : "+ pro, − anti, ~ neutral; strong pulls twice")
        .append("\n\nWords that pull\n");
    for (Stance stance : Stance.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-8s %s%n",
              stance.label(),
              visible(ExplanationWords.words(explanation, stance, WORDS))));
    }
    pull(text, "context", explanation.context());
    pull(text, "bias", explanation.bias());
    text.append("  ").append(explanation.method().words()).append('\n');
    if (explanation.left() > 0) {
      text.append("  the last ").append(explanation.left()).append(" words were not looked at\n");
    }
    ErrorAnalysis.NeighbourSource source = explained.source();
    if (source != null) {
      neighbours(text, source, explained.neighbours());
    }
    return text.toString();
  }

  private static void pull(StringBuilder text, String name, Pull pull) {
    if (!pull.equals(Pull.NONE)) {
      text.append(String.format(Locale.ROOT, "  %-8s %s%n", name, PullSegment.words(pull)));
    }
  }

  private static void neighbours(
      StringBuilder text, ErrorAnalysis.NeighbourSource source, List<Neighbour> neighbours) {
    text.append("\nNearest of ")
        .append(Figures.count(source.sentences()))
        .append(" training sentences, by cosine of ")
        .append(source.encoder())
        .append('\n');
    for (Neighbour neighbour : neighbours) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s  %-7s  %s  [%s]%n",
              Figures.figure(neighbour.similarity()),
              neighbour.example().stance().label(),
              visible(neighbour.example().sentence().text()),
              visible(ExplanationWords.document(neighbour.example()))));
    }
  }

  private static String coloured(PullSegment segment) {
    Stance towards = segment.towards();
    String text = visible(segment.text());
    if (towards == null) {
      return text;
    }
    String colour =
        switch (towards) {
          case PRO -> GREEN;
          case ANTI -> RED;
          case NEUTRAL -> BLUE;
        };
    return colour + (segment.strong() ? BOLD : "") + text + RESET;
  }

  private static String signed(PullSegment segment) {
    Stance towards = segment.towards();
    String text = visible(segment.text());
    if (towards == null) {
      return text;
    }
    String sign =
        switch (towards) {
          case PRO -> "+";
          case ANTI -> "−";
          case NEUTRAL -> "~";
        };
    return sign.repeat(segment.strong() ? 2 : 1) + text;
  }

  private static String visible(String text) {
    return VisibleText.page(text.replaceAll("\\s+", " "));
  }
}

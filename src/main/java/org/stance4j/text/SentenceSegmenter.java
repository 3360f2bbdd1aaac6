package org.stance4j.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;
import org.stance4j.TextSpan;

/**
 * Finds the sentences of one block of English text.
 *
 * <p>OpenNLP's maximum-entropy model (trained on UD English EWT) proposes boundaries and {@link
 * BoundaryRules} adds and removes some. The model is read once, at first use. OpenNLP's detector
 * keeps state between calls, so an instance belongs to one thread; instances are cheap.
 */
final class SentenceSegmenter {
  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  /** Longer words are no words: their inside is hidden from the model, whose cost is quadratic. */
  private static final int MAX_WORD = 120;

  private final SentenceDetectorME detector = new SentenceDetectorME(ModelHolder.MODEL);

  /** Reads the model when a segmenter is first made, not when the class is first named. */
  private static final class ModelHolder {
    static final SentenceModel MODEL = read();

    private static SentenceModel read() {
      try (InputStream in = SentenceSegmenter.class.getResourceAsStream(SentenceSegmenter.MODEL)) {
        if (in == null) {
          throw new IllegalStateException(
              "sentence model "
                  + SentenceSegmenter.MODEL
                  + " is not on the class path; add opennlp-models-sentdetect-en 1.3.0");
        }
        return new SentenceModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("sentence model " + SentenceSegmenter.MODEL, e);
      }
    }
  }

  /**
   * The sentences of {@code text} in order, without overlap and without white space around them.
   *
   * @param text one paragraph; a line break in it does not end a sentence
   */
  List<TextSpan> segment(String text) {
    TreeSet<Integer> ends = new TreeSet<>(BoundaryRules.certainEnds(text));
    for (Span span : detector.sentPosDetect(asModelKnows(text))) {
      int end = BoundaryRules.withClosers(text, span.getEnd());
      if (BoundaryRules.isPossible(text, end)) {
        ends.add(end);
      }
    }
    ends.add(text.length());
    List<TextSpan> sentences = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      if (!BoundaryRules.isOrdinal(text, from, end) || end == text.length()) {
        addTrimmed(sentences, text, from, end);
        from = end;
      }
    }
    return List.copyOf(sentences);
  }

  private static void addTrimmed(List<TextSpan> sentences, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Characters.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new TextSpan(start, end));
    }
  }

  /** The text, character by character, in the spelling of the model's training data. */
  private static String asModelKnows(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int wordStart = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Characters.isSpace(text.charAt(i))) {
        if (i - wordStart > MAX_WORD) {
          out.setLength(wordStart);
          out.append("x".repeat(i - wordStart));
        }
        if (i < text.length()) {
          out.append(' ');
        }
        wordStart = i + 1;
      } else {
        out.append(plain(text.charAt(i)));
      }
    }
    return out.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019' -> '\'';
      case '\u201C', '\u201D' -> '"';
      default -> c;
    };
  }
}

package org.stance4j;

import org.jspecify.annotations.Nullable;

/**
 * One sentence of a document, with its neighbours as context.
 *
 * <p>{@code text} is what a reader sees. It equals the document's substring at {@code span} where
 * the document is plain text; in HTML and Markdown the substring holds the markup as well.
 *
 * @param documentId id of the document that holds it
 * @param text the sentence, not blank
 * @param span place in the document's original text
 * @param kind body, title or page furniture
 * @param previous text of the sentence before it, {@code null} where there is none
 * @param next text of the sentence after it, {@code null} where there is none
 * @param target what a stance is taken towards, such as {@code climate change}; empty where the
 *     data have one target only and do not name it
 */
public record Sentence(
    String documentId,
    String text,
    TextSpan span,
    SentenceKind kind,
    @Nullable String previous,
    @Nullable String next,
    String target) {
  public Sentence {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a sentence must not be blank, in document " + documentId);
    }
  }

  /** A sentence of data with one target. */
  public Sentence(
      String documentId,
      String text,
      TextSpan span,
      SentenceKind kind,
      @Nullable String previous,
      @Nullable String next) {
    this(documentId, text, span, kind, previous, next, "");
  }

  /** A sentence that stands alone: its own document, without neighbours. */
  public static Sentence alone(String id, String text) {
    return new Sentence(
        id, text, new TextSpan(0, Math.max(1, text.length())), SentenceKind.BODY, null, null);
  }

  /** The same sentence with another target. */
  public Sentence withTarget(String other) {
    return new Sentence(documentId, text, span, kind, previous, next, other);
  }
}

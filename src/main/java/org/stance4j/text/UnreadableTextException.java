package org.stance4j.text;

/**
 * Says that some bytes are no article that can be read, and why.
 *
 * <p>The message is one line that names the article, the cause and the way out; the parts are kept
 * as data.
 */
public final class UnreadableTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Why an article cannot be read. */
  public enum Reason {
    /** No bytes, only white space, or markup without a visible word. */
    EMPTY,
    /** More bytes than {@link ArticleReader#MAX_BYTES}. */
    TOO_LARGE,
    /** Not a text file: control characters, or the signature of a PDF, an image or the like. */
    BINARY,
    /** A byte sequence that is not UTF-8. */
    NOT_UTF_8
  }

  private final String id;
  private final Reason reason;
  private final int byteOffset;
  private final int byteValue;

  UnreadableTextException(String id, Reason reason, String detail) {
    this(id, reason, detail, -1, -1);
  }

  UnreadableTextException(String id, Reason reason, String detail, int byteOffset, int byteValue) {
    super("article " + id + ": " + detail);
    this.id = id;
    this.reason = reason;
    this.byteOffset = byteOffset;
    this.byteValue = byteValue;
  }

  /** Id of the article that was refused. */
  public String id() {
    return id;
  }

  /** The cause, as data. */
  public Reason reason() {
    return reason;
  }

  /** Offset of the offending byte from the start of the file, -1 where no single byte is. */
  public int byteOffset() {
    return byteOffset;
  }

  /** Value of the offending byte, 0 to 255, -1 where no single byte is. */
  public int byteValue() {
    return byteValue;
  }
}

package org.stance4j.encoder;

/** An encoder cannot be opened or run. */
public class EncoderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message and its cause. */
  public EncoderException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An exception with a one-line message. */
  public EncoderException(String message) {
    super(message);
  }
}

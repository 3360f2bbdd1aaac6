package org.stance4j.tensor;

/** A tensor file is damaged, or does not hold what its reader needs. */
public class TensorFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message. */
  public TensorFormatException(String message) {
    super(message);
  }

  /** An exception with a one-line message and its cause. */
  public TensorFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}

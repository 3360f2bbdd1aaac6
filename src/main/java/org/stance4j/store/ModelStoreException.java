package org.stance4j.store;

/** A model cannot be found, read or written; the message says which, why and what to do. */
public class ModelStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message. */
  public ModelStoreException(String message) {
    super(message);
  }

  /** An exception with a one-line message and its cause. */
  public ModelStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.stance4j.recipe;

/** A recipe cannot be found or read; the message says where, what is allowed and what to do. */
public class RecipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message. */
  public RecipeException(String message) {
    super(message);
  }

  /** An exception with a one-line message and its cause. */
  public RecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}

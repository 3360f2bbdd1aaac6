package org.stance4j.pipeline;

/** Arguments that cannot go together: wrong usage, whatever the files hold. */
public final class ClashingInputsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ClashingInputsException(String message) {
    super(message);
  }
}

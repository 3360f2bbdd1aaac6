package org.stance4j.evaluation;

import java.util.Locale;

/** Data that a training measures its models on and never learns from or chooses by. */
public enum HeldOut {
  /** The rows that the dataset itself keeps for testing. */
  TEST("test split", "the dataset's own test split, never trained on"),
  /** Published documents whose text is not shipped. */
  DOCUMENTS("real documents", "real documents, never trained on");

  private final String title;
  private final String description;

  HeldOut(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** The name in files: {@code test}, {@code documents}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  /** The name in a sentence that stands alone. */
  public String description() {
    return description;
  }
}

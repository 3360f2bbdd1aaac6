package org.stance4j.behaviour;

/** The three kinds of test of CheckList. */
public enum TestKind {
  /** A sentence whose stance is told. */
  MFT("minimum functionality"),
  /** An edit that must leave the predicted stance as it is. */
  INV("invariance"),
  /** An edit that must, or must not, move the answer in a known direction. */
  DIR("directional");

  private final String title;

  TestKind(String title) {
    this.title = title;
  }

  /** The name used in files: {@code MFT}, {@code INV}, {@code DIR}. */
  public String label() {
    return name();
  }

  /** The name in words. */
  public String title() {
    return title;
  }
}

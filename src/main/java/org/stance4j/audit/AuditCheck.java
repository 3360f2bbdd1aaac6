package org.stance4j.audit;

/** What an audit looks at, in the order of the report. */
public enum AuditCheck {
  /** Whether the files read at all. */
  SCHEMA("schema", "Schema and encoding"),
  /** Lengths, duplicates, contradictory labels. */
  ROWS("rows", "Rows"),
  /** Texts that say almost the same words. */
  NEAR_DUPLICATES("near-duplicates", "Near-duplicates"),
  /** What stands on both sides of a split. */
  SPLITS("splits", "Groups that straddle splits"),
  /** Shares of the labels, overall and by slice. */
  BALANCE("balance", "Class balance"),
  /** Slices with too few rows for a figure. */
  SLICE_SIZES("slice-sizes", "Slices too small to report"),
  /** Words, n-grams and marks that give the label away. */
  GIVEAWAYS("giveaways", "Giveaway words and marks"),
  /** A classifier that sees everything but the text. */
  METADATA("metadata", "The label from metadata alone"),
  /** A classifier that sees single words. */
  WORDS("words", "The label from single words"),
  /** Wordings shared with texts that the data should not hold. */
  OVERLAP("overlap", "Overlap with other documents"),
  /** Menus, bylines and credits labelled as running text. */
  FURNITURE("furniture", "Page furniture in body rows"),
  /** Characters that a reader does not see or expect. */
  CHARACTERS("characters", "Suspicious characters"),
  /** How well parts of the data can be told apart. */
  SHIFT("shift", "Shift between parts");

  private final String key;
  private final String title;

  AuditCheck(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** The name used in files and on the console. */
  public String key() {
    return key;
  }

  /** The name shown as a heading. */
  public String title() {
    return title;
  }
}

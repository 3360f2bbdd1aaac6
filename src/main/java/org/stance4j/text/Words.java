package org.stance4j.text;

/** Counts words: stretches between white space that hold a letter or digit. */
public final class Words {
  private Words() {}

  /** Number of words of a text. */
  public static int count(String text) {
    return count(text, Integer.MAX_VALUE);
  }

  /**
   * Number of words, at most {@code limit}, so that a line of a megabyte costs no more than a short
   * one.
   */
  static int count(String text, int limit) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length() && words < limit; i++) {
      char c = text.charAt(i);
      if (Characters.isSpace(c)) {
        inWord = false;
      } else if (!inWord && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        inWord = true;
        words++;
      }
    }
    return words;
  }
}

package org.stance4j.text;

/** Counts words, up to a limit, so that a line of a megabyte costs no more than a short one. */
final class Words {
  private Words() {}

  /** Number of stretches between white space that hold a letter or digit, at most {@code limit}. */
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

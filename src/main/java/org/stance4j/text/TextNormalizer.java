package org.stance4j.text;

import java.text.Normalizer;

/**
 * One spelling for characters that differ only in typography, for use in features.
 *
 * <p>NFC; quotation marks, apostrophes and dashes in their ASCII form; the ellipsis as three dots;
 * soft hyphens, zero-width characters and byte order marks removed; every run of white space one
 * space, none at the ends. Applying it twice changes nothing more. Offsets do not survive it: keep
 * the original beside it. Stateless and thread-safe.
 */
public final class TextNormalizer {
  private TextNormalizer() {}

  /** The normal form of {@code text}; empty where {@code text} holds nothing visible. */
  public static String normalize(String text) {
    String plain = unify(text);
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
    // composing can bring forth a character that has a plain form, such as U+2000 turned U+2002
    return composed.equals(plain) ? plain : unify(composed);
  }

  private static String unify(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isInvisible(c)) {
        continue;
      }
      if (Characters.isSpace(c)) {
        space = true;
        continue;
      }
      if (space && out.length() > 0) {
        out.append(' ');
      }
      space = false;
      append(out, c);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u02BC', '\u2039', '\u203A', '`' ->
          out.append('\'');
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> out.append('"');
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> out.append('-');
      case '\u2026' -> out.append("...");
      default -> out.append(c);
    }
  }
}

package org.stance4j.slice;

import java.util.regex.Pattern;

/**
 * Whether a text quotes: it holds a double quotation mark of any style, since a quotation may begin
 * in one sentence and end in another, or words between single ones. Apostrophes are none.
 */
final class Quotation {
  private static final Pattern DOUBLE = Pattern.compile("[\"“”„‟«»]");

  /** Opened before a letter or digit where no word stands, closed where a word ends. */
  private static final Pattern SINGLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[‘'‚](?=[\\p{L}\\p{N}]).*?[\\p{L}\\p{N}.,!?][’'‘](?!\\p{L})");

  private Quotation() {}

  static boolean in(String text) {
    return DOUBLE.matcher(text).find() || SINGLE.matcher(text).find();
  }
}

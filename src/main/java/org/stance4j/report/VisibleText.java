package org.stance4j.report;

import java.util.Locale;

/**
 * Makes characters visible that a page would hide or obey: control characters, bidirectional
 * overrides and isolates, other format characters, line and paragraph separators, lone surrogates.
 *
 * <p>Works on a whole rendered page, whose own text holds none of these but line feeds and tabs, so
 * that no call site can be forgotten. Zero-width joiner and non-joiner stay: scripts need them. See
 * N. Boucher and R. Anderson, "Trojan Source", 2021.
 */
final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /** Hidden characters become {@code [U+202E]}; safe in any HTML or Markdown context. */
  static String page(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (hidden(character)) {
                visible.append(String.format(Locale.ROOT, "[U+%04X]", character));
              } else {
                visible.appendCodePoint(character);
              }
            });
    return visible.toString();
  }

  /** Hidden characters become escapes; for JSON, where they can stand in strings only. */
  static String json(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (hidden(character)) {
                for (char unit : Character.toChars(character)) {
                  escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
              } else {
                escaped.appendCodePoint(character);
              }
            });
    return escaped.toString();
  }

  private static boolean hidden(int character) {
    if (character == '\n' || character == '\t') {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }
}

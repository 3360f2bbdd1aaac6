package org.stance4j.text;

/** Character classes that the readers and the segmenter share. */
final class Characters {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  /** White space of any script, no-break spaces included. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** Takes no room on the page: soft hyphen, zero-width characters, byte order mark. */
  static boolean isInvisible(int c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == BYTE_ORDER_MARK;
  }

  /** The white space that HTML collapses: no-break spaces are not among it. */
  static boolean isHtmlSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  /** Ends a line of plain text. */
  static boolean isLineBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == 0x0B
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  /** A quotation mark or bracket that can only close, or one that may do both. */
  static boolean isCloser(char c) {
    return "\"'\u201D\u2019\u00BB\u203A)]}".indexOf(c) >= 0;
  }

  /** A quotation mark or bracket that can only open, or one that may do both. */
  static boolean isOpener(char c) {
    return "\"'\u201C\u2018\u201E\u201A\u00AB\u2039([{\u00BF\u00A1".indexOf(c) >= 0;
  }

  /** Ends a sentence in some script. */
  static boolean isTerminal(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026' || isForeignTerminal(c);
  }

  /** Ends a sentence in Chinese, Japanese, Arabic, Urdu or Hindi; the English model knows none. */
  static boolean isForeignTerminal(char c) {
    return "\u3002\uFF01\uFF1F\u061F\u06D4\u0964".indexOf(c) >= 0;
  }
}

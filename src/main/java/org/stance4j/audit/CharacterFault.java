package org.stance4j.audit;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** What may be wrong with the characters of a row, the gravest first. */
enum CharacterFault {
  CONTROL(Level.FAIL, "hold control characters", "control") {
    @Override
    Optional<String> in(String text) {
      return first(
          text,
          c ->
              Character.getType(c) == Character.SURROGATE
                  || (Character.getType(c) == Character.CONTROL && !isBreak(c)));
    }
  },
  BIDI(Level.FAIL, "hold characters that turn the reading direction", "bidirectional") {
    @Override
    Optional<String> in(String text) {
      return first(
          text,
          c ->
              (c >= 0x202A && c <= 0x202E)
                  || (c >= 0x2066 && c <= 0x2069)
                  || c == 0x200E
                  || c == 0x200F
                  || c == 0x061C);
    }
  },
  REPLACEMENT(
      Level.FAIL, "hold the replacement character: text lost in a wrong encoding", "replacement") {
    @Override
    Optional<String> in(String text) {
      return first(text, c -> c == 0xFFFD);
    }
  },
  ZERO_WIDTH(Level.WARN, "hold characters without width", "zeroWidth") {
    @Override
    Optional<String> in(String text) {
      return first(
          text, c -> c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF);
    }
  },
  PRIVATE_USE(Level.WARN, "hold characters of private use", "privateUse") {
    @Override
    Optional<String> in(String text) {
      return first(text, c -> Character.getType(c) == Character.PRIVATE_USE);
    }
  },
  NOT_NFC(Level.WARN, "are not in Unicode normal form C", "notNfc") {
    @Override
    Optional<String> in(String text) {
      return Normalizer.isNormalized(text, Normalizer.Form.NFC)
          ? Optional.empty()
          : Optional.of("not NFC");
    }
  },
  BREAK(Level.WARN, "hold a line break or tab", "breaks") {
    @Override
    Optional<String> in(String text) {
      return first(text, CharacterFault::isBreak);
    }
  },
  DOUBLE_SPACE(Level.WARN, "hold two spaces in a row", "doubleSpaces") {
    @Override
    Optional<String> in(String text) {
      return found(TWO_SPACES, text, "two spaces");
    }
  },
  EDGE_SPACE(Level.WARN, "begin or end with a space", "edgeSpaces") {
    @Override
    Optional<String> in(String text) {
      return found(SPACE_AT_EDGE, text, "space at the edge");
    }
  },
  MIXED_SCRIPT(Level.WARN, "mix scripts inside a word", "mixedScripts") {
    @Override
    Optional<String> in(String text) {
      return found(LATIN_AND_OTHER, text, "mixed scripts");
    }
  },
  MIXED_QUOTES(Level.WARN, "mix curly and straight quotation marks", "mixedQuotes") {
    @Override
    Optional<String> in(String text) {
      boolean straight = text.indexOf('"') >= 0 || text.indexOf('\'') >= 0;
      boolean curly = text.codePoints().anyMatch(c -> c >= 0x2018 && c <= 0x201F);
      return straight && curly ? Optional.of("both kinds") : Optional.empty();
    }
  };

  private static final String SPACE = "[\\p{Zs}]";
  private static final Pattern TWO_SPACES = Pattern.compile(SPACE + "{2}");
  private static final Pattern SPACE_AT_EDGE =
      Pattern.compile("^[\\s\\p{Z}]|[\\s\\p{Z}]$", Pattern.DOTALL);

  /** A run of letters with a Latin one and one of another script; shared letters are neither. */
  private static final Pattern LATIN_AND_OTHER =
      Pattern.compile(
          "\\p{IsLatin}[\\p{L}\\p{M}]*[\\p{L}&&[^\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]]"
              + "|[\\p{L}&&[^\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]][\\p{L}\\p{M}]*\\p{IsLatin}");

  private final Level level;
  private final String words;
  private final String key;

  CharacterFault(Level level, String words, String key) {
    this.level = level;
    this.words = words;
    this.key = key;
  }

  /** How grave it is. */
  Level level() {
    return level;
  }

  /** What such rows do, in the plural. */
  String words() {
    return words;
  }

  /** The name of the count in files. */
  String key() {
    return key;
  }

  /** What is wrong with a text in this way, if anything; safe to print. */
  abstract Optional<String> in(String text);

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  private static Optional<String> found(Pattern pattern, String text, String what) {
    return pattern.matcher(text).find() ? Optional.of(what) : Optional.empty();
  }

  private static Optional<String> first(String text, IntPredicate wrong) {
    return text.codePoints().filter(wrong).mapToObj(c -> Wording.format("U+%04X", c)).findFirst();
  }
}

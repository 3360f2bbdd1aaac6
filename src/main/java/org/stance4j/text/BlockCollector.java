package org.stance4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Gathers the decoded text of a marked-up source into blocks and finds each character's place in
 * that source again.
 *
 * <p>Parsers hand over decoded text and the range of the source it came from; entities and
 * backslash escapes make the two differ. White space is folded. Not thread-safe.
 */
final class BlockCollector {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?");

  /** How far to look for a character that is not where it should be. */
  private static final int RESYNCHRONISE = 32;

  /** A block of at most this many words that is mostly links is a menu. */
  private static final int MAX_MENU_WORDS = 14;

  private static final double MENU_LINK_SHARE = 0.8;

  private final String source;
  private final Matcher entity;
  private final MappedText.Builder builder = new MappedText.Builder();
  private final List<Block> blocks = new ArrayList<>();
  private int letters;
  private int linkedLetters;

  BlockCollector(String source) {
    this.source = source;
    this.entity = ENTITY.matcher(source);
  }

  /** True as long as the current block holds no visible character. */
  boolean isBlank() {
    return builder.length() == 0;
  }

  /** One past the last source code unit of the current block. */
  int sourceEnd() {
    return builder.sourceEnd();
  }

  /** Adds a space where the source has markup that separates words, such as a line break. */
  void space() {
    builder.appendSpace(builder.sourceEnd(), builder.sourceEnd());
  }

  /** Adds the decoded text of the source range [from, to). */
  void text(String decoded, int from, int to, boolean linked) {
    int at = from;
    for (int i = 0; i < decoded.length(); i++) {
      String replaced = at < to && source.charAt(at) == '&' ? entityAt(at, to, decoded, i) : "";
      if (!replaced.isEmpty()) {
        for (int k = 0; k < replaced.length(); k++) {
          add(replaced.charAt(k), at, entity.end(), linked);
        }
        at = entity.end();
        i += replaced.length() - 1;
      } else {
        at = find(decoded.charAt(i), at, to);
        add(decoded.charAt(i), at, at + 1, linked);
        at = Math.min(at + 1, to);
      }
    }
  }

  /** Ends the current block; does nothing where it is blank. */
  void flush(Block.Role role) {
    MappedText content = builder.takeTrimmed();
    if (!content.isEmpty()) {
      boolean menu =
          role != Block.Role.HEADING
              && linkedLetters > MENU_LINK_SHARE * letters
              && Words.count(content.text(), MAX_MENU_WORDS + 1) <= MAX_MENU_WORDS;
      blocks.add(new Block(content, menu ? Block.Role.FURNITURE : role));
    }
    letters = 0;
    linkedLetters = 0;
  }

  /** Adds blocks that another reader found. */
  void addAll(List<Block> found) {
    blocks.addAll(found);
  }

  /** All blocks so far, in source order. */
  List<Block> blocks() {
    return Block.inSourceOrder(blocks);
  }

  private void add(char c, int start, int end, boolean linked) {
    if (Characters.isHtmlSpace(c)) {
      builder.appendSpace(start, end);
    } else if (c != '\u00AD' && c != '\u200B' && c != Characters.BYTE_ORDER_MARK) {
      builder.append(c, start, end);
      letters++;
      linkedLetters += linked ? 1 : 0;
    }
  }

  /**
   * What the entity at {@code at} stands for if the decoded text goes on with it, else empty; the
   * matcher then holds the entity's end.
   */
  private String entityAt(int at, int to, String decoded, int from) {
    if (!entity.region(at, to).lookingAt()) {
      return "";
    }
    // HTML lets old entities stand without their semicolon: "&ampc" is "&c"; drop letters until it
    // fits
    for (int end = entity.end(); end > at + 2; end--) {
      entity.region(at, end);
      if (entity.lookingAt() && entity.end() == end) {
        String name = source.substring(at, end);
        String value = Parser.unescapeEntities(name, false);
        if (!value.equals(name) && value.length() <= 2 && decoded.startsWith(value, from)) {
          return value;
        }
      }
      if (source.charAt(end - 1) != ';' && end - at > 12) {
        break;
      }
    }
    return "";
  }

  private int find(char c, int at, int to) {
    int limit = Math.min(to, at + RESYNCHRONISE);
    for (int i = at; i < limit; i++) {
      if (source.charAt(i) == c) {
        return i;
      }
    }
    return Math.max(0, Math.min(at, to - 1));
  }
}

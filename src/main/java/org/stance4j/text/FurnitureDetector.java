package org.stance4j.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;

/**
 * Tells running text, headlines and page furniture apart, block by block.
 *
 * <p>Markup decides first, then wording ({@link FurniturePhrases}), then shape and place: a line
 * without a full stop is a headline if it has at least four words, a label if it has fewer; behind
 * the last paragraph it is furniture; so are an author's biography and the disclaimers there. A
 * headline that the page repeats stays a headline. Stateless.
 */
public final class FurnitureDetector {
  /** A line of fewer words is a label, not a headline. */
  private static final int MIN_HEADLINE_WORDS = 4;

  /** A line of more words is running text even without a full stop. */
  private static final int MAX_HEADLINE_WORDS = 24;

  /** How many paragraphs at the end may be biography and disclaimers. */
  private static final int MAX_CLOSING_BLOCKS = 4;

  private static final int MAX_BIOGRAPHY_LENGTH = 700;

  private static final Pattern LIST_MARK =
      Pattern.compile("(?:[-*+\u2022\u2023\u25E6]|\\(?\\d{1,2}[.)])\\s.*");

  /** A name, 'is' or the like, then a profession or a place of work. */
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "(?:About the authors?:? )?(?:The (?:author|writer)|(?:Dr|Prof|Professor|Ambassador|Gen|Lt|Col|Sir|Dame)?\\.? ?"
              + "\\p{Lu}[\\p{L}.'-]+(?:(?: and|,)? (?:de |van |von |bin |al-)?\\p{Lu}[\\p{L}.'-]*){1,6}(?:, [^,]{1,40},)?)"
              + " (?:is|are|was|were|serves?|served|teach(?:es)?|works?|writes?|covers?|reports?|directs?|leads?|heads?|holds?) .{0,160}?"
              + "\\b(?i:fellows?|professors?|lecturers?|researchers?|analysts?|correspondents?|journalists?|columnists?"
              + "|editors?|authors?|writers?|directors?|scholars?|students?|candidate|contributors?|reporters?|consultants?"
              + "|advis[eo]rs?|diplomats?|officers?|historians?|economists?|freelance|editor-in-chief|ph\\.?d)\\b.*");

  private static final Pattern DISCLAIMER =
      Pattern.compile(
          "(?i)(?:.{0,120}\\b)?(?:(?:views?|opinions?|analys[ie]s|assessments?)(?: (?:expressed|presented|stated|here|herein|above|in|this|the|article|piece|essay|commentary|and|or|views?|opinions?)){0,9}"
              + " (?:are|is|remain|belong to) (?:solely |entirely |strictly |only )?(?:his|hers?|theirs?|those of|the authors?'?s?|my|mine|personal)\\b.*"
              + "|(?:views?|opinions?|analys[ie]s|article|piece|essay|commentary)\\b.{0,100}\\b(?:do(?:es)? not|don't|doesn't) (?:necessarily )?(?:reflect|represent)\\b.*"
              + "|this (?:article|piece|essay|story|commentary|op-?ed) (?:was |has been |is )?(?:first |originally )?(?:appeared|published|republished|reprinted|adapted)\\b.*"
              + "|(?:originally|first) (?:published|appeared) (?:in|on|by|at)\\b.*"
              + "|(?:follow (?:him|her|them|the author)|(?:he|she|they) tweets?) (?:on|at)\\b.*)");

  private FurnitureDetector() {}

  /**
   * Whether a sentence that somebody took for running text reads like page furniture: by its
   * wording, without a letter or digit, or, as the last of its document, like a biography or
   * disclaimer. A suspicion only, since the page around it is not known.
   */
  public static boolean suspects(Sentence sentence) {
    boolean closes = sentence.next() == null && sentence.previous() != null;
    return isFurniture(sentence.text()) || (closes && speaksOfAuthor(sentence.text()));
  }

  /** The kind of each block, in the order of {@code blocks}. */
  static List<SentenceKind> kinds(List<Block> blocks) {
    List<SentenceKind> kinds = new ArrayList<>();
    for (Block block : blocks) {
      kinds.add(byItself(block));
    }
    markClosing(blocks, kinds);
    markQuestionHeadline(blocks, kinds);
    int first = kinds.indexOf(SentenceKind.BODY);
    int last = kinds.lastIndexOf(SentenceKind.BODY);
    for (int i = 0; i < kinds.size(); i++) {
      Block block = blocks.get(i);
      if (block.role() == Block.Role.LINE && kinds.get(i) != SentenceKind.FURNITURE) {
        kinds.set(i, byPlace(block.text(), kinds.get(i), i < first, i > last && last >= 0));
      }
    }
    return Collections.unmodifiableList(kinds);
  }

  private static SentenceKind byItself(Block block) {
    String text = block.text();
    if (block.role() == Block.Role.FURNITURE || isFurniture(text)) {
      return SentenceKind.FURNITURE;
    }
    return switch (block.role()) {
      case HEADING -> SentenceKind.TITLE;
      case PARAGRAPH, FURNITURE -> SentenceKind.BODY;
      case LINE -> isRunningText(text) ? SentenceKind.BODY : SentenceKind.TITLE;
    };
  }

  private static boolean isFurniture(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit)
        || FurniturePhrases.matches(text);
  }

  private static boolean isRunningText(String text) {
    return endsLikeSentence(text, ".!?:;,\u2026-\u2013\u2014")
        || Words.count(text, MAX_HEADLINE_WORDS + 1) > MAX_HEADLINE_WORDS
        || LIST_MARK.matcher(text).lookingAt();
  }

  private static SentenceKind byPlace(
      String text, SentenceKind kind, boolean beforeBody, boolean afterBody) {
    if (kind == SentenceKind.BODY) {
      return kind;
    }
    boolean label = beforeBody && Words.count(text, MIN_HEADLINE_WORDS) < MIN_HEADLINE_WORDS;
    return label || afterBody ? SentenceKind.FURNITURE : SentenceKind.TITLE;
  }

  /** A short question or exclamation over the article is its headline, wherever it is repeated. */
  private static void markQuestionHeadline(List<Block> blocks, List<SentenceKind> kinds) {
    int first = kinds.indexOf(SentenceKind.BODY);
    if (first < 0 || first == kinds.lastIndexOf(SentenceKind.BODY)) {
      return;
    }
    String headline = blocks.get(first).text();
    if (blocks.get(first).role() != Block.Role.LINE
        || !endsLikeSentence(headline, "?!")
        || Words.count(headline, MAX_HEADLINE_WORDS + 1) > MAX_HEADLINE_WORDS) {
      return;
    }
    for (int i = first; i < kinds.size(); i++) {
      if (blocks.get(i).text().equals(headline)) {
        kinds.set(i, SentenceKind.TITLE);
      }
    }
  }

  /** Whether a paragraph or sentence opens with an author's biography or a disclaimer. */
  static boolean speaksOfAuthor(String text) {
    if (text.length() > MAX_BIOGRAPHY_LENGTH) {
      return false;
    }
    String normal = TextNormalizer.normalize(text);
    return BIOGRAPHY.matcher(normal).matches() || DISCLAIMER.matcher(normal).matches();
  }

  /** Marks biography and disclaimers, from the last paragraph backwards. */
  private static void markClosing(List<Block> blocks, List<SentenceKind> kinds) {
    int left = MAX_CLOSING_BLOCKS;
    for (int i = blocks.size() - 1; i > 0 && left > 0; i--) {
      if (kinds.get(i) != SentenceKind.BODY) {
        continue;
      }
      String text = blocks.get(i).text();
      if (speaksOfAuthor(text)) {
        kinds.set(i, SentenceKind.FURNITURE);
        left--;
      } else {
        return;
      }
    }
  }

  private static boolean endsLikeSentence(String text, String terminals) {
    int end = text.length();
    while (end > 0 && Characters.isCloser(text.charAt(end - 1))) {
      end--;
    }
    if (end == 0) {
      return false;
    }
    char last = text.charAt(end - 1);
    return terminals.indexOf(last) >= 0 || Characters.isForeignTerminal(last);
  }
}

package org.stance4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Blocks of plain text: paragraphs between blank lines, whatever they are written like.
 *
 * <p>Some files hold a paragraph per line, some break their lines at a fixed width. A line break is
 * taken for the latter, and folded into a space, if the next line's first word would not have
 * fitted on the line, or if the next line goes on in lower case. The width is the longest line's; a
 * file whose text lies mostly in lines longer than {@value #MAX_WIDTH} characters has none.
 */
final class TextBlockReader implements BlockReader {
  /** Nobody breaks lines at more than this. */
  private static final int MAX_WIDTH = 120;

  /** Nobody breaks lines at less than this. */
  private static final int MIN_WIDTH = 40;

  /** Share of the characters that may stand in longer lines: addresses, tables. */
  private static final double MAX_LONG_SHARE = 0.1;

  private static final Pattern LIST_MARK =
      Pattern.compile("(?:[-*+\u2022\u2023\u25E6\u2013]|\\(?\\d{1,2}[.)])[ \\t\u00A0].*");

  private record Line(int start, int end) {
    int length() {
      return end - start;
    }

    boolean isBlank() {
      return start == end;
    }
  }

  @Override
  public List<Block> read(String source) {
    List<Line> lines = lines(source);
    int width = width(lines);
    List<Block> blocks = new ArrayList<>();
    MappedText.Builder builder = new MappedText.Builder();
    Line previous = new Line(0, 0);
    for (Line line : lines) {
      if (previous.isBlank() || line.isBlank() || !continues(source, previous, line, width)) {
        flush(builder, blocks);
      } else if (!isBrokenCompound(source, previous, line)) {
        builder.appendSpace(previous.end(), line.start());
      }
      for (int i = line.start(); i < line.end(); i++) {
        builder.append(source.charAt(i), i, i + 1);
      }
      previous = line;
    }
    flush(builder, blocks);
    return List.copyOf(blocks);
  }

  private static void flush(MappedText.Builder builder, List<Block> blocks) {
    MappedText content = builder.takeTrimmed();
    if (!content.isEmpty()) {
      blocks.add(new Block(content, Block.Role.LINE));
    }
  }

  /** The lines without the white space around them. */
  private static List<Line> lines(String source) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= source.length(); i++) {
      if (i == source.length() || Characters.isLineBreak(source.charAt(i))) {
        lines.add(trimmed(source, start, i));
        if (source.startsWith("\r\n", i)) {
          i++;
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static Line trimmed(String source, int start, int end) {
    while (end > start && isMargin(source.charAt(end - 1))) {
      end--;
    }
    while (start < end && isMargin(source.charAt(start))) {
      start++;
    }
    return new Line(start, end);
  }

  private static boolean isMargin(char c) {
    return Characters.isSpace(c) || c == Characters.BYTE_ORDER_MARK;
  }

  /** The width at which the lines were broken, 0 where they were not. */
  private static int width(List<Line> lines) {
    int width = 0;
    long all = 0;
    long inLongLines = 0;
    for (Line line : lines) {
      all += line.length();
      if (line.length() > MAX_WIDTH) {
        inLongLines += line.length();
      } else {
        width = Math.max(width, line.length());
      }
    }
    return width < MIN_WIDTH || inLongLines > MAX_LONG_SHARE * all ? 0 : width;
  }

  private static boolean continues(String source, Line line, Line next, int width) {
    if (LIST_MARK.matcher(source).region(next.start(), next.end()).lookingAt()) {
      return false;
    }
    if (Character.isLowerCase(source.codePointAt(next.start()))) {
      return true;
    }
    int wordEnd = next.start();
    while (wordEnd < next.end() && !Characters.isSpace(source.charAt(wordEnd))) {
      wordEnd++;
    }
    return width > 0 && line.length() + 1 + wordEnd - next.start() > width;
  }

  /** 'trans-' and 'Atlantic' on two lines are one word; its hyphen stays. */
  private static boolean isBrokenCompound(String source, Line line, Line next) {
    return line.length() > 1
        && source.charAt(line.end() - 1) == '-'
        && Character.isLetter(source.charAt(line.end() - 2))
        && Character.isLetter(source.charAt(next.start()));
  }
}

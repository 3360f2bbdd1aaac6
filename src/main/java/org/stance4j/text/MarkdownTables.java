package org.stance4j.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables (GitHub's extension of Markdown) among the lines of one paragraph, which is what
 * CommonMark takes them for.
 *
 * <p>A table is a line with pipes, a line of dashes with as many cells, and all lines with pipes
 * that follow. A line without a pipe ends it: there, GitHub would still see a row, but it is more
 * likely a sentence. Immutable.
 */
final class MarkdownTables {
  /** Paragraph without a table. */
  static final MarkdownTables NONE = new MarkdownTables("", List.of());

  /** What a place in the source belongs to. */
  enum Line {
    /** Running text. */
    PROSE,
    /** The header or a row of a table. */
    ROW,
    /** The line of dashes below a header. */
    DELIMITER
  }

  private final TreeMap<Integer, Line> starts = new TreeMap<>();

  /** Finds the tables in the lines of a paragraph, given as places in the source, in order. */
  MarkdownTables(String source, List<Range> lines) {
    boolean inTable = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).of(source);
      int cells = cells(line);
      if (isDelimiter(line) && !inTable && i > 0) {
        Range header = lines.get(i - 1);
        inTable = cells(header.of(source)) == cells;
        if (inTable) {
          starts.put(header.start(), Line.ROW);
          starts.put(lines.get(i).start(), Line.DELIMITER);
          continue;
        }
      }
      inTable = inTable && cells > 0;
      starts.put(lines.get(i).start(), inTable ? Line.ROW : Line.PROSE);
    }
    if (!starts.containsValue(Line.DELIMITER)) {
      starts.clear();
    }
  }

  /** A line's place in the source, its end not included. */
  record Range(int start, int end) {
    String of(String source) {
      return source.substring(start, end).strip();
    }
  }

  /** What the line at a place is. */
  Line lineAt(int at) {
    Map.Entry<Integer, Line> line = starts.floorEntry(at);
    return line == null ? Line.PROSE : line.getValue();
  }

  /** A number that two places of prose have in common, and two of a row, but no two rows. */
  int pieceAt(int at) {
    Integer start = starts.floorKey(at);
    // prose before and prose after a table are apart, for the table's lines stand between
    return start == null || lineAt(at) == Line.PROSE ? -1 : start;
  }

  /** How many cells a stripped line has; 0 if it holds no pipe. */
  private static int cells(String line) {
    int pipes = 0;
    boolean closed = false;
    for (int i = 0; i < line.length(); i++) {
      closed = line.charAt(i) == '|';
      pipes += closed ? 1 : 0;
      // a backslash takes the next character's meaning
      i += line.charAt(i) == '\\' ? 1 : 0;
    }
    if (pipes == 0) {
      return 0;
    }
    int outer = (line.startsWith("|") ? 1 : 0) + (closed && line.length() > 1 ? 1 : 0);
    return Math.max(1, pipes + 1 - outer);
  }

  private static boolean isDelimiter(String line) {
    if (cells(line) == 0 || line.indexOf('-') < 0) {
      return false;
    }
    int begin = line.startsWith("|") ? 1 : 0;
    int end = line.endsWith("|") ? line.length() - 1 : line.length();
    for (String cell : line.substring(begin, Math.max(begin, end)).split("\\|", -1)) {
      String dashes = cell.strip();
      int from = dashes.startsWith(":") ? 1 : 0;
      int to = dashes.endsWith(":") ? dashes.length() - 1 : dashes.length();
      if (from >= to || !dashes.substring(from, to).chars().allMatch(c -> c == '-')) {
        return false;
      }
    }
    return true;
  }
}

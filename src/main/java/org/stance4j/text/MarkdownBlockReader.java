package org.stance4j.text;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of a CommonMark source.
 *
 * <p>Front matter, code blocks and images are skipped, the text of links is kept, raw HTML goes
 * through the HTML reader. Each row of a table is a block of furniture. The walk over the tree is a
 * loop, so deep nesting costs no stack.
 */
final class MarkdownBlockReader implements BlockReader {
  /** Metadata between two lines of dashes at the very start. */
  static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\uFEFF?---[ \\t]*\\R(?=[A-Za-z][\\w-]*:)(?:(?!---[ \\t]*\\R)[^\\r\\n]{0,2000}\\R){0,200}?(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");

  /** Longer tags are none. */
  private static final int MAX_TAG = 4000;

  /** A code point that no text may hold, in place of a bracket hidden from the parser. */
  private static final char HIDDEN = '\uFDD0';

  @Override
  public List<Block> read(String source) {
    var frontMatter = FRONT_MATTER.matcher(source);
    int begin = frontMatter.lookingAt() ? frontMatter.end() : 0;
    // as many blank characters keep the offsets; a line break last keeps the margin
    String body =
        (begin > 0 ? " ".repeat(begin - 1) + "\n" : "")
            + source.substring(begin).replace(Characters.BYTE_ORDER_MARK, ' ');
    Parser parser =
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    Walk walk = new Walk(body);
    walk.over(parser.parse(hideOpenBrackets(body)));
    return walk.collector.blocks();
  }

  /**
   * Replaces each '&lt;' that no '&gt;' answers soon: commonmark looks for the answer in the whole
   * rest of the paragraph, at every one of them.
   */
  private static String hideOpenBrackets(String body) {
    StringBuilder out = new StringBuilder(body);
    int closing = Integer.MAX_VALUE;
    for (int i = body.length() - 1; i >= 0; i--) {
      char c = body.charAt(i);
      if (c == '>') {
        closing = i;
      } else if (c == '<' && closing - i > MAX_TAG && !isLongImage(body, i, closing)) {
        out.setCharAt(i, HIDDEN);
      }
    }
    return out.toString();
  }

  /** Images may hold their data, however long. */
  private static boolean isLongImage(String body, int at, int closing) {
    return closing < body.length() && body.regionMatches(true, at, "<img ", 0, 5);
  }

  private static final class Walk {
    private final String source;
    private final BlockCollector collector;
    private Block.Role role = Block.Role.PARAGRAPH;
    private MarkdownTables tables = MarkdownTables.NONE;

    /** Which row of a table the text gathered belongs to; -1 for none. */
    private int piece = -1;

    Walk(String source) {
      this.source = source;
      this.collector = new BlockCollector(source);
    }

    void over(Node root) {
      @Nullable Node linkEnd = null;
      boolean linked = false;
      for (Node node = root; node != null; node = next(node, root)) {
        if (node == linkEnd) {
          linked = false;
        }
        if (node instanceof org.commonmark.node.Block) {
          begin(node);
          linked = false;
        } else if (node instanceof Link) {
          linked = true;
          linkEnd = following(node, root);
        }
        add(node, linked);
      }
      flush();
    }

    private void begin(Node block) {
      flush();
      role = block instanceof Heading ? Block.Role.HEADING : Block.Role.PARAGRAPH;
      // dashes right below a table make a heading of it
      tables =
          block instanceof Paragraph || block instanceof Heading
              ? new MarkdownTables(source, lines(block))
              : MarkdownTables.NONE;
      piece = -1;
    }

    private static List<MarkdownTables.Range> lines(Node block) {
      return block.getSourceSpans().stream()
          .map(span -> new MarkdownTables.Range(begin(List.of(span)), end(List.of(span))))
          .toList();
    }

    private void flush() {
      collector.flush(piece < 0 ? role : Block.Role.FURNITURE);
    }

    private void add(Node node, boolean linked) {
      if (node instanceof Text text) {
        addText(text.getLiteral(), text, linked);
      } else if (node instanceof Code code) {
        addText(code.getLiteral(), code, linked);
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak || isBreak(node)) {
        collector.space();
      } else if (node instanceof HtmlBlock) {
        addHtml(node);
      }
    }

    private static boolean isBreak(Node node) {
      return node instanceof HtmlInline html && html.getLiteral().startsWith("<br");
    }

    private void addText(String decoded, Node node, boolean linked) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (spans.isEmpty()) {
        return;
      }
      if (tables.pieceAt(begin(spans)) != piece) {
        flush();
        piece = tables.pieceAt(begin(spans));
      }
      if (tables.lineAt(begin(spans)) != MarkdownTables.Line.DELIMITER) {
        collector.text(decoded.replace(HIDDEN, '<'), begin(spans), end(spans), linked);
      }
    }

    private void addHtml(Node node) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (!spans.isEmpty()) {
        int begin = begin(spans);
        collector.addAll(
            new HtmlBlockReader()
                .read(source.substring(begin, end(spans))).stream()
                    .map(block -> new Block(block.content().shifted(begin), block.role()))
                    .toList());
      }
    }

    private static int begin(List<SourceSpan> spans) {
      return spans.get(0).getInputIndex();
    }

    private static int end(List<SourceSpan> spans) {
      SourceSpan last = spans.get(spans.size() - 1);
      return last.getInputIndex() + last.getLength();
    }

    private static @Nullable Node next(Node node, Node root) {
      boolean descend = !(node instanceof Image);
      return descend && node.getFirstChild() != null ? node.getFirstChild() : following(node, root);
    }

    /** The node that comes after a node and all inside it. */
    private static @Nullable Node following(Node node, Node root) {
      for (Node at = node; at != null && at != root; at = at.getParent()) {
        if (at.getNext() != null) {
          return at.getNext();
        }
      }
      return null;
    }
  }
}

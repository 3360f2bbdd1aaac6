package org.stance4j.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Blocks of an HTML page, or of a piece of one.
 *
 * <p>The walk over the tree is a loop: deep nesting costs time, not stack. Scripts and other text
 * that no reader sees is skipped; the page's {@code title} counts where there is no {@code h1}.
 */
final class HtmlBlockReader implements BlockReader {
  @Override
  public List<Block> read(String source) {
    // a byte order mark before the doctype would open the body; a space of equal length does not
    String page = source.replace(Characters.BYTE_ORDER_MARK, ' ');
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(page, "");
    Walk walk = new Walk(page, new HtmlRoles(document));
    NodeTraversor.traverse(walk, document);
    walk.collector.flush(walk.role());
    return walk.collector.blocks();
  }

  private static final class Walk implements NodeVisitor {
    private final BlockCollector collector;
    private final HtmlRoles html;
    private final Deque<Block.Role> roles = new ArrayDeque<>();
    private int skipped;
    private int links;
    private int articles;
    private boolean afterBreak;

    Walk(String source, HtmlRoles html) {
      this.collector = new BlockCollector(source);
      this.html = html;
    }

    Block.Role role() {
      Block.Role role = roles.peek();
      return role == null ? Block.Role.LINE : role;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        addText(text);
      } else if (node instanceof Element element) {
        enter(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (skipped > 0) {
        skipped--;
        return;
      }
      Block.Role inner = role();
      roles.pop();
      if (html.isBlock(element) || inner != role()) {
        collector.flush(inner);
      }
      links -= element.nameIs("a") ? 1 : 0;
      articles -= html.isArticle(element) ? 1 : 0;
    }

    private void enter(Element element) {
      if (skipped > 0 || html.isSkipped(element)) {
        skipped++;
        return;
      }
      Block.Role outer = role();
      Block.Role inner = html.role(element, outer, articles > 0);
      if (html.isBlock(element) || inner != outer) {
        collector.flush(outer);
        afterBreak = false;
      }
      roles.push(inner);
      links += element.nameIs("a") ? 1 : 0;
      articles += html.isArticle(element) ? 1 : 0;
      if (element.nameIs("br")) {
        lineBreak();
      }
    }

    /** Two line breaks in a row part paragraphs on pages that know no other way. */
    private void lineBreak() {
      if (afterBreak) {
        collector.flush(role());
      } else {
        collector.space();
      }
      afterBreak = !afterBreak;
    }

    private void addText(TextNode text) {
      Range range = text.sourceRange();
      if (skipped > 0 || !range.isTracked()) {
        return;
      }
      if (range.startPos() < collector.sourceEnd()) {
        // the parser moved this text in front of what precedes it in the source
        collector.flush(role());
      }
      String decoded = text.getWholeText();
      collector.text(decoded, range.startPos(), range.endPos(), links > 0);
      afterBreak = afterBreak && decoded.isBlank();
    }
  }
}

package org.stance4j.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A stretch of text that no sentence leaves: a paragraph, a heading, a list item, a line.
 *
 * @param content the text and its place in the source, not empty
 * @param role what the format says about it
 */
record Block(MappedText content, Role role) {
  /** What the markup of a format tells about a block. */
  enum Role {
    /** Marked as a heading. */
    HEADING,
    /** Marked as running text or a list item. */
    PARAGRAPH,
    /** Not marked at all: may be anything. */
    LINE,
    /** Marked as something beside the article: navigation, caption, comments. */
    FURNITURE
  }

  String text() {
    return content.text();
  }

  /**
   * The blocks in source order without overlap.
   *
   * <p>A parser may move text (HTML tables do) so that one block encloses another; the enclosing
   * one is cut in two.
   */
  static List<Block> inSourceOrder(List<Block> blocks) {
    PriorityQueue<Block> queue =
        new PriorityQueue<>(Comparator.comparingInt(block -> block.content.sourceStart()));
    queue.addAll(blocks);
    List<Block> ordered = new ArrayList<>();
    Block block = queue.poll();
    while (block != null) {
      Block next = queue.peek();
      if (next != null && next.content.sourceStart() < block.content.sourceEnd()) {
        MappedText whole = block.content;
        // at least one character, so that what goes back into the queue gets shorter
        int cut = Math.max(1, whole.indexAtSource(next.content.sourceStart()));
        MappedText rest = whole.slice(cut, whole.text().length());
        if (!rest.isEmpty()) {
          queue.add(new Block(rest, block.role));
        }
        block = new Block(whole.slice(0, cut), block.role);
      }
      if (!block.content.isEmpty()) {
        ordered.add(block);
      }
      block = queue.poll();
    }
    return List.copyOf(ordered);
  }
}

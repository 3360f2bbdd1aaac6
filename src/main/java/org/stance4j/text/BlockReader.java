package org.stance4j.text;

import java.util.List;

/** Finds the blocks of text in one format. Implementations are stateless and thread-safe. */
interface BlockReader {
  /**
   * The blocks of {@code source} in source order, without overlap, none empty; page furniture is
   * marked, not dropped.
   */
  List<Block> read(String source);

  /** The reader of a format. */
  static BlockReader of(ArticleFormat format) {
    return switch (format) {
      case TEXT -> new TextBlockReader();
      case MARKDOWN -> new MarkdownBlockReader();
      case HTML -> new HtmlBlockReader();
    };
  }
}

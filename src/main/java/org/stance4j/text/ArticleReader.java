package org.stance4j.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Document;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.text.UnreadableTextException.Reason;

/**
 * Reads an article from bytes: the front door of this package.
 *
 * <p>The document's text is the decoded file, a byte order mark included as U+FEFF, so that spans
 * are places in the file. A sentence's text is what a reader sees: in plain text the substring at
 * its span, with a line break inside it folded into one space; in Markdown and HTML without the
 * markup, and with a span from its first to its last visible character.
 *
 * <p>Page furniture is marked, not dropped. The neighbours of a sentence, furniture or not, are the
 * nearest sentences before and after it that are no furniture. Stateless and thread-safe.
 */
public final class ArticleReader {
  /** The largest article, in bytes. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private ArticleReader() {}

  /** A reader of all formats. */
  public static ArticleReader create() {
    return new ArticleReader();
  }

  /**
   * Reads an article in the format it seems to have.
   *
   * @param id name of the document; where it is a file name, its ending helps to find the format
   * @param content UTF-8, with or without a byte order mark, at most {@link #MAX_BYTES}
   * @throws UnreadableTextException if it is empty, too large, binary or not UTF-8
   */
  public Document read(String id, byte[] content) {
    String text = TextDecoder.decode(id, content);
    return read(id, text, ArticleFormat.detect(id, text));
  }

  /**
   * Reads an article in a given format.
   *
   * @param id name of the document
   * @param content UTF-8, with or without a byte order mark, at most {@link #MAX_BYTES}
   * @throws UnreadableTextException if it is empty, too large, binary or not UTF-8
   */
  public Document read(String id, byte[] content, ArticleFormat format) {
    return read(id, TextDecoder.decode(id, content), format);
  }

  private static Document read(String id, String text, ArticleFormat format) {
    List<Block> blocks = BlockReader.of(format).read(text);
    List<Piece> pieces = pieces(blocks);
    if (pieces.isEmpty()) {
      throw new UnreadableTextException(
          id,
          Reason.EMPTY,
          "no visible text was found in it as " + format.label() + "; is that its format?");
    }
    return new Document(id, text, sentences(id, pieces));
  }

  /** A sentence before it knows its neighbours. */
  private record Piece(String text, TextSpan span, SentenceKind kind) {}

  private static List<Piece> pieces(List<Block> blocks) {
    SentenceSegmenter segmenter = new SentenceSegmenter();
    List<SentenceKind> kinds = FurnitureDetector.kinds(blocks);
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < blocks.size(); i++) {
      MappedText content = blocks.get(i).content();
      for (TextSpan part : parts(segmenter, content.text(), kinds.get(i))) {
        TextSpan span = content.sourceSpan(part.start(), part.end());
        if (span.end() > end) {
          // characters that share one entity may be cut apart: a place belongs to one sentence
          TextSpan free = new TextSpan(Math.max(end, span.start()), span.end());
          pieces.add(
              new Piece(content.text().substring(part.start(), part.end()), free, kinds.get(i)));
          end = span.end();
        }
      }
    }
    markClosing(pieces);
    return pieces;
  }

  /** Biography that shares its paragraph with the article's last words. */
  private static void markClosing(List<Piece> pieces) {
    for (int i = pieces.size() - 1; i > 0; i--) {
      Piece piece = pieces.get(i);
      if (piece.kind() == SentenceKind.FURNITURE) {
        continue;
      }
      if (piece.kind() != SentenceKind.BODY || !FurnitureDetector.speaksOfAuthor(piece.text())) {
        return;
      }
      pieces.set(i, new Piece(piece.text(), piece.span(), SentenceKind.FURNITURE));
    }
  }

  /** Headlines and one-line furniture are one piece, whatever full stops they hold. */
  private static List<TextSpan> parts(SentenceSegmenter segmenter, String text, SentenceKind kind) {
    boolean whole =
        kind == SentenceKind.TITLE
            || (kind == SentenceKind.FURNITURE && FurniturePhrases.matches(text));
    return whole ? List.of(new TextSpan(0, text.length())) : segmenter.segment(text);
  }

  private static List<Sentence> sentences(String id, List<Piece> pieces) {
    @Nullable String[] next = new String[pieces.size()];
    String following = null;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      next[i] = following;
      Piece piece = pieces.get(i);
      following = piece.kind() == SentenceKind.FURNITURE ? following : piece.text();
    }
    List<Sentence> sentences = new ArrayList<>();
    String previous = null;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      sentences.add(new Sentence(id, piece.text(), piece.span(), piece.kind(), previous, next[i]));
      previous = piece.kind() == SentenceKind.FURNITURE ? previous : piece.text();
    }
    return sentences;
  }
}

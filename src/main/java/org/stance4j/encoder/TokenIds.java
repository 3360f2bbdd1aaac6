package org.stance4j.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.List;

/** What an encoder reads at once, as numbers of its tokens, special ones included. */
final class TokenIds {
  private final long[] ids;
  private final List<TokenSpan> wanted;

  private TokenIds(long[] ids, List<TokenSpan> wanted) {
    this.ids = ids;
    this.wanted = List.copyOf(wanted);
  }

  /** A text by itself; all its tokens are wanted, special ones and those of a prefix included. */
  static TokenIds of(Encoding encoding) {
    long[] ids = encoding.getIds();
    return new TokenIds(ids, List.of(new TokenSpan(0, ids.length)));
  }

  /**
   * Several texts.
   *
   * @param wanted where the texts stand whose vectors are wanted
   */
  static TokenIds of(long[] ids, List<TokenSpan> wanted) {
    return new TokenIds(ids, wanted);
  }

  /** Number of tokens. */
  int size() {
    return ids.length;
  }

  /** Number of each token. */
  long[] ids() {
    return ids;
  }

  /** Where the texts stand whose vectors are wanted, in their order. */
  List<TokenSpan> wanted() {
    return wanted;
  }
}

package org.stance4j.encoder;

import ai.djl.huggingface.tokenizers.Encoding;

/** A text as numbers of its tokens, special ones and those of the prefix included. */
final class TokenIds {
  private final long[] ids;
  private final long[] segments;
  private final int own;

  /** What a tokenizer made of a text. */
  TokenIds(Encoding encoding) {
    this.ids = encoding.getIds();
    this.segments = encoding.getTypeIds();
    int first = 0;
    while (first < segments.length && segments[first] == 0) {
      first++;
    }
    this.own = first;
  }

  /** Number of tokens. */
  int size() {
    return ids.length;
  }

  /** How many of them are the text's; those of its context follow. */
  int own() {
    return own;
  }

  /** Number of each token. */
  long[] ids() {
    return ids;
  }

  /** 0 for tokens of the text, 1 for those of its context. */
  long[] segments() {
    return segments;
  }
}

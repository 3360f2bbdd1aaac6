package org.stance4j.recipe;

import java.util.Collection;

/** What features give and classifiers take. */
public enum FeatureKind {
  /** Sparse vectors: n-grams, alone or beside embeddings. */
  SPARSE("n-grams"),
  /** Dense vectors of one length: embeddings of sentences. */
  DENSE("embeddings"),
  /** A dense vector for every token of a sentence. */
  TOKENS("tokens");

  private final String words;

  FeatureKind(String words) {
    this.words = words;
  }

  /** How messages call it. */
  String words() {
    return words;
  }

  /** What vectors of several features side by side are; all of them sparse or dense. */
  static FeatureKind sideBySide(Collection<FeatureKind> kinds) {
    return kinds.stream().allMatch(DENSE::equals) ? DENSE : SPARSE;
  }
}

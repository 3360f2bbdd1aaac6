package org.stance4j.features;

import java.util.List;
import java.util.Optional;
import org.stance4j.Sentence;
import org.stance4j.tensor.TensorBundle;

/** Turns sentences into vectors of one length. Safe for use by several threads. */
public interface FittedFeatureExtractor {
  /** Length of every vector. */
  int dimension();

  /**
   * One vector per sentence, in the same order; a sentence's vector does not depend on the others.
   */
  List<FeatureVector> extract(List<Sentence> sentences);

  /** Whether a sentence's vector depends on its target. */
  boolean usesTarget();

  /** Tells the words behind each number; empty where numbers do not stand for words. */
  default Optional<NgramReader> ngrams() {
    return Optional.empty();
  }

  /** The encoder that it embeds sentences with, the first of several; empty where it has none. */
  default Optional<TextEmbedder> embedder() {
    return Optional.empty();
  }

  /** What was learnt, enough to restore the extractor. */
  TensorBundle state();
}

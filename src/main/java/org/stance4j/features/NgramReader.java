package org.stance4j.features;

import org.stance4j.Sentence;

/** Tells which words the numbers of a vector come from. Safe for use by several threads. */
@FunctionalInterface
public interface NgramReader {
  /** The numbers of {@link FittedFeatureExtractor#extract} for one sentence, with their words. */
  NgramVector read(Sentence sentence);
}

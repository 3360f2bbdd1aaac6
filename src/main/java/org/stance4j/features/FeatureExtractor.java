package org.stance4j.features;

import java.util.List;
import org.stance4j.Sentence;

/** What has to be learnt from sentences before they can become vectors. */
public interface FeatureExtractor {
  /**
   * Learns vocabulary, weights or means.
   *
   * @param sentences the training part, at least one
   */
  FittedFeatureExtractor fit(List<Sentence> sentences);
}

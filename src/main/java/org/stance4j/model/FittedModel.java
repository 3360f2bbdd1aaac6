package org.stance4j.model;

import java.util.Set;
import java.util.SortedMap;
import org.stance4j.StanceModel;

/** A trained model that can be written down. */
public interface FittedModel extends StanceModel {
  /**
   * The model as files; the same model gives the same bytes.
   *
   * @param prefix what every file name begins with; empty for the outermost model
   * @return content by file name
   */
  SortedMap<String, byte[]> files(String prefix);

  /** The targets that it can score, in their normal form; empty where it asks for none. */
  default Set<String> targets() {
    return Set.of();
  }

  /** Whether its answers depend on the target of a sentence. */
  boolean usesTarget();

  /** The same model before its probabilities were mended; itself where they were not. */
  default FittedModel uncalibrated() {
    return this;
  }
}

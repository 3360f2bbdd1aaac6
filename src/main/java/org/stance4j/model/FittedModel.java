package org.stance4j.model;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.stance4j.StanceModel;
import org.stance4j.explain.Explainer;
import org.stance4j.explain.Occlusion;
import org.stance4j.features.TextEmbedder;

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

  /** Tells which words of a sentence pull the model where. */
  default Explainer explainer() {
    return new Occlusion(this);
  }

  /** An encoder that it embeds sentences with, the first of several; empty where it has none. */
  default Optional<TextEmbedder> embedder() {
    return Optional.empty();
  }

  /** The same model before its probabilities were mended; itself where they were not. */
  default FittedModel uncalibrated() {
    return this;
  }
}

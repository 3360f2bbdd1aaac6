package org.stance4j.pipeline;

import org.stance4j.StanceModel;
import org.stance4j.store.ModelManifest;

/**
 * A model from a store, ready to score.
 *
 * @param manifest what it is made of
 * @param model scores sentences
 * @param trainingTexts tells which texts it was trained on
 */
public record LoadedModel(ModelManifest manifest, StanceModel model, TextFingerprints trainingTexts)
    implements AutoCloseable {
  /** Name and version, such as {@code ngram-linear@1}. */
  public String name() {
    return manifest.ref().toString();
  }

  @Override
  public void close() {
    model.close();
  }
}

package org.stance4j.pipeline;

import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelStoreException;

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

  /**
   * The most frequent stance of the training data; of equally frequent ones, the first.
   *
   * @throws ModelStoreException if the manifest does not tell
   */
  public Stance majority() {
    Stance majority = Stance.PRO;
    for (Stance stance : Stance.values()) {
      if (trained(stance) > trained(majority)) {
        majority = stance;
      }
    }
    return majority;
  }

  private int trained(Stance stance) {
    String count = manifest.dataset().get(stance.label());
    if (count == null || !count.matches("[0-9]{1,9}")) {
      throw new ModelStoreException(
          "model "
              + name()
              + " is damaged: its manifest does not count the '"
              + stance.label()
              + "' sentences it was trained on; restore the folder or train it again");
    }
    return Integer.parseInt(count);
  }

  @Override
  public void close() {
    model.close();
  }
}

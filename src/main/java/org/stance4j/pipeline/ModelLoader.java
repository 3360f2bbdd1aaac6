package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;
import org.stance4j.encoder.Encoders;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelStore;
import org.stance4j.store.ModelStoreException;
import org.stance4j.store.StoredModel;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorFormatException;

/** Opens models of a store. */
public final class ModelLoader {
  private static final List<String> LABELS =
      Arrays.stream(Stance.values()).map(Stance::label).toList();

  private ModelLoader() {}

  /**
   * Opens a model; every file is checked against the manifest first.
   *
   * @param model {@code default}, {@code name}, {@code name@version} or a folder
   * @param cacheFolder where embeddings are kept between runs; {@code null} to keep none
   * @throws ModelStoreException if there is no such model, or it is damaged
   */
  public static LoadedModel load(ModelStore store, String model, @Nullable Path cacheFolder) {
    if (!store.manifest(model).encoder().isEmpty()) {
      Encoders.loadAhead();
    }
    StoredModel stored = store.open(model);
    ModelManifest manifest = stored.manifest();
    if (!manifest.labels().equals(LABELS)) {
      throw new ModelStoreException(
          "model "
              + manifest.ref()
              + " has the labels "
              + manifest.labels()
              + ", this stance4j has "
              + LABELS);
    }
    try {
      return new LoadedModel(
          manifest,
          FittedStanceModel.restore(
              stored.file(FittedStanceModel.FEATURES_FILE),
              stored.file(FittedStanceModel.CLASSIFIER_FILE),
              new EncoderPool(cacheFolder)),
          TextFingerprints.restore(SafeTensors.read(stored.file(TextFingerprints.FILE))));
    } catch (TensorFormatException e) {
      throw new ModelStoreException(
          "model " + manifest.ref() + " is damaged: " + e.getMessage(), e);
    }
  }
}

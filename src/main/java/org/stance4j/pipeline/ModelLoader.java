package org.stance4j.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.encoder.Encoders;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.explain.Explainer;
import org.stance4j.features.TextEmbedder;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelFiles;
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
    EncoderPool pool = new EncoderPool(cacheFolder);
    try {
      return new LoadedModel(
          manifest,
          new OwnedModel(ModelFiles.restore(stored.files(), pool), pool),
          recipe(stored),
          TextFingerprints.restore(SafeTensors.read(stored.file(TextFingerprints.FILE))),
          labelSets(stored));
    } catch (RuntimeException e) {
      pool.close();
      if (!(e instanceof TensorFormatException)) {
        throw e;
      }
      throw new ModelStoreException(
          "model " + manifest.ref() + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Scoring takes no recipe, so that its absence is no damage. */
  private static String recipe(StoredModel stored) {
    byte[] text = stored.files().get(ModelPublisher.RECIPE_FILE);
    return text == null ? "" : new String(text, StandardCharsets.UTF_8);
  }

  /** Models of earlier versions have none. */
  private static @Nullable ConformalCalibration labelSets(StoredModel stored) {
    byte[] file = stored.files().get(LabelSetFile.FILE);
    return file == null ? null : LabelSetFile.read(file);
  }

  /** A model and the encoders that were opened for it alone. */
  private record OwnedModel(FittedModel model, EncoderPool pool) implements FittedModel {
    @Override
    public List<StanceProbabilities> predict(List<Sentence> sentences) {
      return model.predict(sentences);
    }

    @Override
    public SortedMap<String, byte[]> files(String prefix) {
      return model.files(prefix);
    }

    @Override
    public Set<String> targets() {
      return model.targets();
    }

    @Override
    public boolean usesTarget() {
      return model.usesTarget();
    }

    @Override
    public Explainer explainer() {
      return model.explainer();
    }

    @Override
    public Optional<TextEmbedder> embedder() {
      return model.embedder();
    }

    @Override
    public FittedModel uncalibrated() {
      return model.uncalibrated();
    }

    @Override
    public void close() {
      model.close();
      pool.close();
    }
  }
}

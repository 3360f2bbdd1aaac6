package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Encoders;
import org.stance4j.encoder.Pooling;
import org.stance4j.explain.NearestSentences;
import org.stance4j.features.TextEmbedder;

/**
 * The sentences that a model learnt from, to find neighbours among. A model folder keeps their
 * fingerprints, not their text, so that the text comes from the training data.
 *
 * <p>Embeddings are those of the model's own encoder, which stays the model's; a model without one
 * is given {@link #USUAL}, which is closed with this. Those of the training sentences are kept on
 * disk, where a training leaves them too; those of other sentences are not.
 */
public final class Neighbourhood implements AutoCloseable {
  /** The encoder of models that have none: the one of the recipes that ship. */
  public static final EncoderSpec USUAL =
      new EncoderSpec(
          EncoderCatalog.E5_SMALL_INT8.id(),
          List.of(8, 12),
          Pooling.MEAN,
          EncoderCatalog.E5_SMALL_INT8.prefix(),
          128);

  private final NearestSentences nearest;
  private final EncoderPool pool;

  private Neighbourhood(NearestSentences nearest, EncoderPool pool) {
    this.nearest = nearest;
    this.pool = pool;
  }

  /**
   * The rows of a dataset that a model learnt from.
   *
   * @param data rows whose texts' fingerprints the model does not hold are passed over
   */
  public static List<Example> learnt(LoadedModel model, Dataset data) {
    return data.examples().stream()
        .filter(example -> model.trainingTexts().contains(example.sentence()))
        .toList();
  }

  /** Number of different texts of examples. */
  public static int texts(List<Example> examples) {
    return TextFingerprints.of(new Dataset("", examples)).size();
  }

  /** Whether embeddings of other runs are at hand, so that opening does not embed everything. */
  public static boolean isCached(LoadedModel model, Path cacheFolder) {
    EncoderSpec spec = model.model().embedder().map(TextEmbedder::spec).orElse(USUAL);
    return Encoders.isCached(spec, cacheFolder);
  }

  /**
   * Opens a neighbourhood; the model must stay open as long.
   *
   * @param learnt what the model learnt from
   * @param cacheFolder where embeddings of training sentences are kept; {@code null} for nowhere
   */
  public static Neighbourhood of(
      LoadedModel model, List<Example> learnt, @Nullable Path cacheFolder) {
    EncoderPool pool = new EncoderPool(null);
    try (EncoderPool cached = new EncoderPool(cacheFolder)) {
      Optional<TextEmbedder> own = model.model().embedder();
      TextEmbedder embedder = own.orElseGet(() -> new TextEmbedder(USUAL, pool.encoder(USUAL)));
      return new Neighbourhood(
          new NearestSentences(
              learnt, cached.encoder(embedder.spec()), embedder.encoder(), embedder.spec().title()),
          pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Finds neighbours; until this is closed. */
  public NearestSentences nearest() {
    return nearest;
  }

  @Override
  public void close() {
    pool.close();
  }
}

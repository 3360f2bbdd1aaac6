package org.stance4j.pipeline;

import org.stance4j.encoder.EncoderSpec;
import org.stance4j.features.EmbeddingExtractor;
import org.stance4j.features.FeatureExtractor;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;

/** The features that a recipe asks for. */
public sealed interface FeatureSpec {
  /** The name used in recipes. */
  String type();

  /** An extractor to fit; encoders come from the pool. */
  FeatureExtractor extractor(EncoderPool pool);

  /** Word and character n-grams. */
  record Ngrams(NgramSettings settings) implements FeatureSpec {
    static final String TYPE = "ngrams";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public FeatureExtractor extractor(EncoderPool pool) {
      return new NgramExtractor(settings);
    }
  }

  /** Sentence embeddings. */
  record Embedding(EncoderSpec spec) implements FeatureSpec {
    static final String TYPE = "embedding";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public FeatureExtractor extractor(EncoderPool pool) {
      return new EmbeddingExtractor(spec, pool.encoder(spec));
    }
  }
}

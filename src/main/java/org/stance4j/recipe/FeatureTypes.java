package org.stance4j.recipe;

import java.util.Arrays;
import java.util.List;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.features.EmbeddingExtractor;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;

/** The kinds of features that recipes may name, and their keys. */
final class FeatureTypes {
  private static final Key<Integer> WORD_MAX =
      Key.integer("wordMax", 1, 5, "longest word n-gram; all lengths from 1 are counted").or(2);
  private static final Key<Integer> CHAR_MIN =
      Key.integer("charMin", 1, 8, "shortest character n-gram").or(3);
  private static final Key<Integer> CHAR_MAX =
      Key.integer("charMax", 0, 8, "longest character n-gram; 0 for none").or(5);
  private static final Key<Integer> MIN_DOCUMENTS =
      Key.integer("minDocuments", 1, "n-grams in fewer training sentences are dropped").or(2);
  private static final Key<Integer> MAX_FEATURES =
      Key.integer("maxFeatures", 1, "at most so many n-grams are kept, the most frequent ones")
          .or(40_000);

  private static final Key<String> ENCODER =
      Key.choice(
          "encoder",
          Arrays.stream(EncoderCatalog.values()).map(EncoderCatalog::id).toList(),
          "which encoder");
  private static final Key<List<Integer>> LAYERS =
      Key.integers("layers", "layers whose vectors stand side by side, counted from 1");
  private static final Key<String> POOLING =
      Key.choice(
              "pooling",
              Arrays.stream(Pooling.values()).map(Pooling::label).toList(),
              "how the vectors of tokens become one")
          .or(Pooling.MEAN.label());
  private static final Key<String> PREFIX =
      Key.anyText(
              "prefix", "put in front of every text; left out, what the encoder was trained with")
          .or("");
  private static final Key<Integer> MAX_TOKENS =
      Key.integer("maxTokens", 8, EncoderSpec.TOKEN_LIMIT, "longer sentences are cut").or(128);

  /** Every kind, in the order of listings. */
  static final List<ComponentType<FeatureSpec>> ALL =
      List.of(
          new ComponentType<>(
              "ngrams",
              "TF-IDF of word and character n-grams",
              List.of(WORD_MAX, CHAR_MIN, CHAR_MAX, MIN_DOCUMENTS, MAX_FEATURES),
              FeatureTypes::ngrams),
          new ComponentType<>(
              "embedding",
              "sentence embeddings of an encoder",
              List.of(ENCODER, LAYERS, POOLING, PREFIX, MAX_TOKENS),
              FeatureTypes::embedding));

  private FeatureTypes() {}

  private static FeatureSpec ngrams(Section section) {
    NgramSettings settings =
        new NgramSettings(
            section.get(WORD_MAX),
            section.get(CHAR_MIN),
            section.get(CHAR_MAX),
            section.get(MIN_DOCUMENTS),
            section.get(MAX_FEATURES));
    return new FeatureSpec("ngrams", List.of(), encoders -> new NgramExtractor(settings));
  }

  private static FeatureSpec embedding(Section section) {
    String encoder = section.get(ENCODER);
    EncoderSpec spec =
        new EncoderSpec(
            encoder,
            section.get(LAYERS),
            Pooling.of(section.get(POOLING)),
            section.get(PREFIX.or(EncoderCatalog.of(encoder).prefix())),
            section.get(MAX_TOKENS));
    return new FeatureSpec(
        "embedding", List.of(spec), encoders -> new EmbeddingExtractor(spec, encoders.apply(spec)));
  }
}

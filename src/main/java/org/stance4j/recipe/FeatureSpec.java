package org.stance4j.recipe;

import java.util.List;
import java.util.function.Function;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.features.FeatureExtractor;

/**
 * The features that a recipe asks for.
 *
 * @param type the name used in recipes
 * @param encoders what it embeds with; empty for n-grams
 * @param maker an extractor to fit, given how encoders are opened
 */
public record FeatureSpec(
    String type,
    List<EncoderSpec> encoders,
    Function<Function<EncoderSpec, SentenceEncoder>, FeatureExtractor> maker) {
  public FeatureSpec {
    encoders = List.copyOf(encoders);
  }
}

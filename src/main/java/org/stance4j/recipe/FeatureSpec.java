package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.features.ConcatenatedExtractor;
import org.stance4j.features.FeatureExtractor;

/**
 * The features that a recipe asks for.
 *
 * @param type the name used in recipes
 * @param kind what they give
 * @param layers number of layers where a vector is nothing but layers of one size side by side;
 *     else 0
 * @param usesTarget whether the target has a part in them that a recipe's text section asks for
 * @param encoders what it embeds sentences with; empty for n-grams
 * @param tokenEncoders what it embeds tokens with; empty for most
 * @param maker an extractor to fit, given how encoders are opened
 */
public record FeatureSpec(
    String type,
    FeatureKind kind,
    int layers,
    boolean usesTarget,
    List<EncoderSpec> encoders,
    List<TokenSpec> tokenEncoders,
    Function<EncoderSource, FeatureExtractor> maker) {
  public FeatureSpec {
    encoders = List.copyOf(encoders);
    tokenEncoders = List.copyOf(tokenEncoders);
  }

  /**
   * Several features side by side, none of them of tokens.
   *
   * @param weights factor of each part's numbers
   */
  static FeatureSpec sideBySide(List<FeatureSpec> parts, List<Double> weights) {
    return new FeatureSpec(
        parts.stream().map(FeatureSpec::type).collect(Collectors.joining(" + ")),
        FeatureKind.sideBySide(parts.stream().map(FeatureSpec::kind).toList()),
        parts.size() == 1 ? parts.get(0).layers() : 0,
        parts.stream().anyMatch(FeatureSpec::usesTarget),
        parts.stream().flatMap(part -> part.encoders().stream()).toList(),
        parts.stream().flatMap(part -> part.tokenEncoders().stream()).toList(),
        encoders -> {
          List<ConcatenatedExtractor.Part> extractors = new ArrayList<>();
          for (int i = 0; i < parts.size(); i++) {
            extractors.add(
                new ConcatenatedExtractor.Part(
                    parts.get(i).maker().apply(encoders), weights.get(i)));
          }
          return new ConcatenatedExtractor(extractors);
        });
  }
}

package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.features.ConcatenatedExtractor;
import org.stance4j.features.EmbeddingExtractor;
import org.stance4j.features.EmbeddingSettings;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;
import org.stance4j.features.TokenExtractor;

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

  private static final Key<Boolean> TARGET_COPIES =
      Key.flag("targetCopies", "whether each target gets n-grams of its own beside the shared ones")
          .or(false);
  private static final Key<Boolean> SOCIAL_MEDIA =
      Key.flag(
              "socialMedia",
              "whether texts are posts: user names are dropped, hashtags split into words")
          .or(false);
  private static final Key<Boolean> CENTRE =
      Key.flag("centre", "whether the mean of the training vectors is subtracted").or(true);
  private static final Key<Integer> COMPONENTS =
      Key.integer(
              "components",
              0,
              4096,
              "directions that are kept, those in which embeddings differ most; 0 for all")
          .or(0);
  private static final Key<Double> TARGET_WEIGHT =
      Key.number(
              "targetWeight",
              0,
              100,
              "weight of the target's embedding and of its product with the sentence's; 0 for none")
          .or(0.0);
  private static final Key<List<String>> POLES =
      Key.texts("poles", "texts that state the two sides; similarity to each becomes a feature")
          .or(List.of());
  private static final Key<Double> POLE_WEIGHT =
      Key.number("poleWeight", 0, 100, "weight of these similarities").or(1.0);

  /** Weight of one kind of features among several. */
  static final Key<Double> WEIGHT =
      Key.number("weight", 0.001, 100, "factor of these features where there are several").or(1.0);

  /** Every kind, in the order of listings. */
  static final List<ComponentType<Function<TextSpec, FeatureSpec>>> ALL =
      List.of(
          new ComponentType<>(
              "ngrams",
              "TF-IDF of word and character n-grams",
              List.of(WORD_MAX, CHAR_MIN, CHAR_MAX, MIN_DOCUMENTS, MAX_FEATURES, TARGET_COPIES),
              FeatureTypes::ngrams),
          new ComponentType<>(
              "embedding",
              "sentence embeddings of an encoder",
              List.of(
                  ENCODER,
                  LAYERS,
                  POOLING,
                  PREFIX,
                  MAX_TOKENS,
                  SOCIAL_MEDIA,
                  CENTRE,
                  COMPONENTS,
                  TARGET_WEIGHT,
                  POLES,
                  POLE_WEIGHT),
              FeatureTypes::embedding),
          new ComponentType<>(
              "tokens",
              "an encoder's vector for every token; for conv and attention",
              List.of(ENCODER, LAYERS, PREFIX, MAX_TOKENS),
              FeatureTypes::tokens));

  private FeatureTypes() {}

  /**
   * The features that a section names: one kind, or a list of several that stand side by side, each
   * with a weight.
   */
  static FeatureSpec read(Section parent, TextSpec text) {
    if (!parent.isList("features")) {
      return read(parent.section("features"), text, ALL);
    }
    List<FeatureSpec> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Section> sections = parent.sections("features");
    if (sections.size() > ConcatenatedExtractor.MAX_PARTS) {
      throw parent.errorAt(
          "features",
          "features must be at most "
              + ConcatenatedExtractor.MAX_PARTS
              + " side by side, got "
              + sections.size());
    }
    for (Section section : sections) {
      weights.add(section.get(WEIGHT));
      FeatureSpec part = read(section, text, ALL);
      if (part.kind() == FeatureKind.TOKENS) {
        throw section.errorAt(
            "type", "tokens stand alone; write them as the features themselves, not in a list");
      }
      parts.add(part);
    }
    return FeatureSpec.sideBySide(parts, weights);
  }

  private static FeatureSpec read(
      Section section, TextSpec text, List<ComponentType<Function<TextSpec, FeatureSpec>>> types) {
    Function<TextSpec, FeatureSpec> maker = ComponentType.read(types, section);
    return section.checked(() -> maker.apply(text));
  }

  private static Function<TextSpec, FeatureSpec> ngrams(Section section) {
    int wordMax = section.get(WORD_MAX);
    int charMin = section.get(CHAR_MIN);
    int charMax = section.get(CHAR_MAX);
    NgramSettings settings =
        new NgramSettings(
                wordMax,
                charMax == 0 ? 1 : charMin,
                charMax,
                section.get(MIN_DOCUMENTS),
                section.get(MAX_FEATURES))
            .withTargetCopies(section.get(TARGET_COPIES));
    return text -> {
      NgramSettings all = settings.withContext(text.previousWeight(), text.nextWeight());
      return new FeatureSpec(
          "ngrams",
          FeatureKind.SPARSE,
          0,
          false,
          List.of(),
          List.of(),
          encoders -> new NgramExtractor(all));
    };
  }

  private static Function<TextSpec, FeatureSpec> embedding(Section section) {
    String encoder = section.get(ENCODER);
    EncoderSpec spec =
        new EncoderSpec(
            encoder,
            section.get(LAYERS),
            Pooling.of(section.get(POOLING)),
            section.get(PREFIX.or(EncoderCatalog.of(encoder).prefix())),
            section.get(MAX_TOKENS));
    boolean socialMedia = section.get(SOCIAL_MEDIA);
    boolean centre = section.get(CENTRE);
    int components = components(section, spec);
    double targetWeight = section.get(TARGET_WEIGHT);
    List<String> poles = section.get(POLES);
    double poleWeight = section.get(POLE_WEIGHT);
    boolean layersAlone = components == 0 && targetWeight == 0 && poles.isEmpty();
    return text -> {
      boolean usesTarget = text.targetPrefix() || targetWeight > 0;
      EmbeddingSettings settings =
          EmbeddingSettings.DEFAULTS
              .withSocialMedia(socialMedia)
              .withCentre(centre)
              .withComponents(components)
              .withContext(text.previousWeight(), text.nextWeight())
              .withTarget(usesTarget ? text.target() : "", text.targetPrefix(), targetWeight)
              .withPoles(poles, poleWeight);
      return new FeatureSpec(
          "embedding",
          FeatureKind.DENSE,
          layersAlone && text.previousWeight() == 0 && text.nextWeight() == 0
              ? spec.layers().size()
              : 0,
          usesTarget,
          List.of(spec),
          List.of(),
          encoders -> new EmbeddingExtractor(spec, encoders.encoder(spec), settings));
    };
  }

  /** No more directions than the embedding has numbers. */
  private static int components(Section section, EncoderSpec spec) {
    int components = section.get(COMPONENTS);
    int hidden = EncoderCatalog.of(spec.encoder()).hiddenSize();
    int most = spec.layers().size() * hidden;
    if (components > most) {
      throw section.errorAt(
          COMPONENTS.name(),
          "components must be at most "
              + most
              + " ("
              + hidden
              + " numbers for each of the layers "
              + spec.layers()
              + "), got "
              + components
              + "; set it to 0 to keep all directions");
    }
    return components;
  }

  private static Function<TextSpec, FeatureSpec> tokens(Section section) {
    String encoder = section.get(ENCODER);
    TokenSpec spec =
        new TokenSpec(
            encoder,
            section.get(LAYERS),
            section.get(PREFIX.or(EncoderCatalog.of(encoder).prefix())),
            section.get(MAX_TOKENS));
    return text -> {
      if (text.targetPrefix() || text.previousWeight() > 0 || text.nextWeight() > 0) {
        throw new IllegalArgumentException(
            "tokens know no target and no neighbours; leave out 'text' or use other features");
      }
      return new FeatureSpec(
          "tokens",
          FeatureKind.TOKENS,
          0,
          false,
          List.of(),
          List.of(spec),
          encoders -> new TokenExtractor(spec, encoders.tokenEncoder(spec)));
    };
  }
}

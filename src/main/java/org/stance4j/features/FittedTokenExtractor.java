package org.stance4j.features;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stance4j.Sentence;
import org.stance4j.encoder.TokenEncoder;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.encoder.TokenVectors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;
import org.stance4j.text.TextNormalizer;

/** A token encoder with the mean of its training tokens and the scale of each layer. */
final class FittedTokenExtractor implements FittedFeatureExtractor {
  /** Value of the setting {@code type} in {@link #state()}. */
  static final String TYPE = "tokens";

  private final TokenSpec spec;
  private final TokenEncoder encoder;
  private final float[] mean;
  private final float[] layerScale;
  private final float[] scale;

  FittedTokenExtractor(TokenSpec spec, TokenEncoder encoder, float[] mean, float[] layerScale) {
    int layers = spec.layers().size();
    if (mean.length != encoder.dimension()
        || mean.length % layers != 0
        || layerScale.length != layers) {
      throw new TensorFormatException(
          "mean has "
              + mean.length
              + " numbers and scale "
              + layerScale.length
              + ", the encoder's tokens have "
              + encoder.dimension()
              + " in "
              + layers
              + " layers");
    }
    this.spec = spec;
    this.encoder = encoder;
    this.mean = mean;
    this.layerScale = layerScale;
    this.scale = new float[mean.length];
    int hidden = mean.length / layers;
    for (int layer = 0; layer < layers; layer++) {
      Arrays.fill(scale, layer * hidden, (layer + 1) * hidden, layerScale[layer]);
    }
  }

  /** The encoder spec in a saved state. */
  static TokenSpec spec(TensorBundle state) {
    return new TokenSpec(
        state.setting("encoder"),
        Arrays.stream(state.setting("layers").split(",")).map(Integer::valueOf).toList(),
        state.setting("prefix"),
        Integer.parseInt(state.setting("maxTokens")));
  }

  static FittedTokenExtractor restore(TensorBundle state, TokenEncoder encoder) {
    KnownKeys.check(
        state,
        Set.of("type", "encoder", "layers", "prefix", "maxTokens", "fingerprint"),
        Set.of("mean", "scale"));
    if (!state.setting("fingerprint").equals(encoder.fingerprint())) {
      throw new TensorFormatException(
          "model was trained on encoder "
              + state.setting("encoder")
              + " with fingerprint "
              + state.setting("fingerprint")
              + ", but the one on the class path has "
              + encoder.fingerprint());
    }
    return new FittedTokenExtractor(
        spec(state), encoder, state.floats("mean", -1), state.floats("scale", -1));
  }

  static List<TokenVectors> encode(TokenEncoder encoder, List<Sentence> sentences) {
    return encoder.encode(
        sentences.stream().map(sentence -> TextNormalizer.normalize(sentence.text())).toList());
  }

  @Override
  public int dimension() {
    return mean.length;
  }

  @Override
  public List<FeatureVector> extract(List<Sentence> sentences) {
    return encode(encoder, sentences).stream()
        .<FeatureVector>map(tokens -> new TokenMatrix(tokens, mean, scale))
        .toList();
  }

  @Override
  public boolean usesTarget() {
    return false;
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of(
            "type", TYPE,
            "encoder", spec.encoder().id(),
            "layers", spec.layers().stream().map(String::valueOf).collect(Collectors.joining(",")),
            "prefix", spec.prefix(),
            "maxTokens", String.valueOf(spec.maxTokens()),
            "fingerprint", encoder.fingerprint()),
        Map.of(
            "mean", Tensor.ofFloats(mean, mean.length),
            "scale", Tensor.ofFloats(layerScale, layerScale.length)));
  }
}

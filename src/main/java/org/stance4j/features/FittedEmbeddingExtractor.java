package org.stance4j.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;
import org.stance4j.text.TextNormalizer;

/** An encoder with the mean and scale of its training vectors. */
final class FittedEmbeddingExtractor implements FittedFeatureExtractor {
  /** Value of the setting {@code type} in {@link #state()}. */
  static final String TYPE = "embedding";

  private final EncoderSpec spec;
  private final SentenceEncoder encoder;
  private final float[] mean;
  private final float scale;

  FittedEmbeddingExtractor(EncoderSpec spec, SentenceEncoder encoder, float[] mean, float scale) {
    if (mean.length != encoder.dimension()) {
      throw new TensorFormatException(
          "mean has "
              + mean.length
              + " numbers, the encoder's vectors have "
              + encoder.dimension());
    }
    this.spec = spec;
    this.encoder = encoder;
    this.mean = mean;
    this.scale = scale;
  }

  /** The encoder spec in a saved state. */
  static EncoderSpec spec(TensorBundle state) {
    return new EncoderSpec(
        state.setting("encoder"),
        Arrays.stream(state.setting("layers").split(",")).map(Integer::valueOf).toList(),
        Pooling.valueOf(state.setting("pooling")),
        state.setting("prefix"),
        Integer.parseInt(state.setting("maxTokens")));
  }

  static FittedEmbeddingExtractor restore(TensorBundle state, SentenceEncoder encoder) {
    if (!state.setting("fingerprint").equals(encoder.fingerprint())) {
      throw new TensorFormatException(
          "model was trained on encoder "
              + state.setting("encoder")
              + " with fingerprint "
              + state.setting("fingerprint")
              + ", but the one on the class path has "
              + encoder.fingerprint());
    }
    return new FittedEmbeddingExtractor(
        spec(state), encoder, state.floats("mean", -1), state.floats("scale", 1)[0]);
  }

  static float[][] encode(SentenceEncoder encoder, List<Sentence> sentences) {
    return encoder.encode(
        sentences.stream().map(sentence -> TextNormalizer.normalize(sentence.text())).toList());
  }

  @Override
  public int dimension() {
    return mean.length;
  }

  @Override
  public List<FeatureVector> extract(List<Sentence> sentences) {
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    for (float[] vector : encode(encoder, sentences)) {
      float[] centred = new float[mean.length];
      for (int k = 0; k < mean.length; k++) {
        centred[k] = (vector[k] - mean[k]) * scale;
      }
      vectors.add(new DenseVector(centred));
    }
    return vectors;
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of(
            "type", TYPE,
            "encoder", spec.encoder(),
            "layers", spec.layers().stream().map(String::valueOf).collect(Collectors.joining(",")),
            "pooling", spec.pooling().name(),
            "prefix", spec.prefix(),
            "maxTokens", String.valueOf(spec.maxTokens()),
            "fingerprint", encoder.fingerprint()),
        Map.of(
            "mean",
            Tensor.ofFloats(mean, mean.length),
            "scale",
            Tensor.ofFloats(new float[] {scale}, 1)));
  }
}

package org.stance4j.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** An encoder with the mean and scale of its training vectors. */
final class FittedEmbeddingExtractor implements FittedFeatureExtractor {
  /** Value of the setting {@code type} in {@link #state()}. */
  static final String TYPE = "embedding";

  private final EncoderSpec spec;
  private final SentenceEncoder encoder;
  private final EmbeddingSettings settings;
  private final EmbeddingTexts texts;
  private final EmbeddingMap map;
  private final float[][] poles;

  /**
   * An extractor of these parts, which are not copied.
   *
   * @param poles [poles][dimension], shifted and scaled
   */
  FittedEmbeddingExtractor(
      EncoderSpec spec,
      SentenceEncoder encoder,
      EmbeddingSettings settings,
      EmbeddingMap map,
      float[][] poles) {
    float[] mean = map.mean();
    if (mean.length != encoder.dimension()) {
      throw new TensorFormatException(
          "mean has "
              + mean.length
              + " numbers, the encoder's vectors have "
              + encoder.dimension());
    }
    this.spec = spec;
    this.encoder = encoder;
    this.settings = settings;
    this.texts = new EmbeddingTexts(settings);
    this.map = map;
    this.poles = poles;
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
    Set<String> known = new TreeSet<>(EmbeddingSettings.KEYS);
    known.addAll(
        Set.of("type", "encoder", "layers", "pooling", "prefix", "maxTokens", "fingerprint"));
    KnownKeys.check(state, known, Set.of("mean", "scale", "poles", "projection"));
    if (!state.setting("fingerprint").equals(encoder.fingerprint())) {
      throw new TensorFormatException(
          "model was trained on encoder "
              + state.setting("encoder")
              + " with fingerprint "
              + state.setting("fingerprint")
              + ", but the one on the class path has "
              + encoder.fingerprint());
    }
    EmbeddingSettings settings = EmbeddingSettings.of(state);
    float[] mean = state.floats("mean", -1);
    return new FittedEmbeddingExtractor(
        spec(state),
        encoder,
        settings,
        new EmbeddingMap(
            mean,
            rows(state, "projection", settings.components(), mean.length),
            state.floats("scale", 1)[0]),
        rows(state, "poles", settings.poles().size(), mean.length));
  }

  private static float[][] rows(TensorBundle state, String name, int count, int dimension) {
    float[] numbers =
        count == 0 && !state.tensors().containsKey(name)
            ? new float[0]
            : state.floats(name, count, dimension);
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(numbers, i * dimension, (i + 1) * dimension);
    }
    return rows;
  }

  @Override
  public int dimension() {
    int blocks = 1;
    blocks += settings.previousWeight() > 0 ? 1 : 0;
    blocks += settings.nextWeight() > 0 ? 1 : 0;
    blocks += settings.targetWeight() > 0 ? 2 : 0;
    return blocks * map.dimension() + poles.length * spec.layers().size();
  }

  @Override
  public List<FeatureVector> extract(List<Sentence> sentences) {
    TextVectors encoded = new TextVectors(encoder, sentences.stream().flatMap(this::inputs));
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      vectors.add(new DenseVector(vector(sentence, encoded)));
    }
    return vectors;
  }

  private Stream<String> inputs(Sentence sentence) {
    Stream<String> others =
        Stream.of(texts.previous(sentence), texts.next(sentence), texts.targetBlock(sentence));
    return Stream.concat(Stream.of(texts.own(sentence)), others.filter(text -> !text.isEmpty()));
  }

  private float[] vector(Sentence sentence, TextVectors encoded) {
    float[] own = map.apply(encoded.of(texts.own(sentence)));
    float[] vector = Arrays.copyOf(own, dimension());
    int offset = own.length;
    if (settings.previousWeight() > 0) {
      float[] previous = shiftedOrZeros(texts.previous(sentence), encoded);
      offset = append(previous, settings.previousWeight(), vector, offset);
    }
    if (settings.nextWeight() > 0) {
      float[] next = shiftedOrZeros(texts.next(sentence), encoded);
      offset = append(next, settings.nextWeight(), vector, offset);
    }
    if (settings.targetWeight() > 0) {
      float[] target = shiftedOrZeros(texts.targetBlock(sentence), encoded);
      offset = append(target, settings.targetWeight(), vector, offset);
      offset = append(product(own, target), settings.targetWeight(), vector, offset);
    }
    for (float[] pole : poles) {
      offset = append(cosines(own, pole), settings.poleWeight(), vector, offset);
    }
    return vector;
  }

  private float[] shiftedOrZeros(String text, TextVectors encoded) {
    return text.isEmpty() ? new float[map.dimension()] : map.apply(encoded.of(text));
  }

  private static int append(float[] block, double weight, float[] vector, int offset) {
    for (int k = 0; k < block.length; k++) {
      vector[offset + k] = (float) (weight * block[k]);
    }
    return offset + block.length;
  }

  private static float[] product(float[] sentence, float[] target) {
    double root = Math.sqrt(sentence.length);
    float[] product = new float[sentence.length];
    for (int k = 0; k < product.length; k++) {
      product[k] = (float) (root * sentence[k] * target[k]);
    }
    return product;
  }

  /** One cosine per layer, in [−1, 1]. */
  private float[] cosines(float[] sentence, float[] pole) {
    float[] cosines = new float[spec.layers().size()];
    int size = sentence.length / cosines.length;
    for (int layer = 0; layer < cosines.length; layer++) {
      double product = 0;
      double sentenceSquares = 0;
      double poleSquares = 0;
      for (int k = layer * size; k < (layer + 1) * size; k++) {
        product += (double) sentence[k] * pole[k];
        sentenceSquares += (double) sentence[k] * sentence[k];
        poleSquares += (double) pole[k] * pole[k];
      }
      double lengths = Math.sqrt(sentenceSquares) * Math.sqrt(poleSquares);
      cosines[layer] = lengths == 0 ? 0 : (float) (product / lengths);
    }
    return cosines;
  }

  @Override
  public boolean usesTarget() {
    return settings.usesTarget();
  }

  @Override
  public Optional<TextEmbedder> embedder() {
    return Optional.of(new TextEmbedder(spec, encoder));
  }

  @Override
  public TensorBundle state() {
    Map<String, String> metadata = settings.text();
    metadata.put("type", TYPE);
    metadata.put("encoder", spec.encoder());
    metadata.put(
        "layers", spec.layers().stream().map(String::valueOf).collect(Collectors.joining(",")));
    metadata.put("pooling", spec.pooling().name());
    metadata.put("prefix", spec.prefix());
    metadata.put("maxTokens", String.valueOf(spec.maxTokens()));
    metadata.put("fingerprint", encoder.fingerprint());
    Map<String, Tensor> tensors = new TreeMap<>();
    tensors.put("mean", Tensor.ofFloats(map.mean(), map.mean().length));
    tensors.put("scale", Tensor.ofFloats(new float[] {map.scale()}, 1));
    put(tensors, "projection", map.projection());
    put(tensors, "poles", poles);
    return TensorBundle.of(metadata, tensors);
  }

  /** Rows of equal length as a tensor; none where there are none. */
  private static void put(Map<String, Tensor> tensors, String name, float[][] rows) {
    if (rows.length > 0) {
      int size = rows[0].length;
      float[] numbers = new float[rows.length * size];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(rows[i], 0, numbers, i * size, size);
      }
      tensors.put(name, Tensor.ofFloats(numbers, rows.length, size));
    }
  }
}

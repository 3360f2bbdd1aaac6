package org.stance4j.features;

import java.util.List;
import java.util.stream.Stream;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.SentenceEncoder;

/**
 * Sentence embeddings, shifted by the mean of the training vectors and scaled so that their mean
 * squared length is 1. Centring takes out what all sentences about one topic share.
 *
 * <p>With d numbers in an embedding, L layers and P poles, a vector is made of these blocks, each
 * but the first only where the settings ask for it. Shift and scale are learnt on the training
 * sentences themselves and hold for every text.
 *
 * <ol>
 *   <li>d: the sentence x.
 *   <li>d: the previous sentence times {@code previousWeight}; zeros where there is none.
 *   <li>d: the next sentence times {@code nextWeight}; zeros where there is none.
 *   <li>d: the target t times {@code targetWeight}; zeros where neither sentence nor settings name
 *       one.
 *   <li>d: the product √d · x<sub>k</sub> · t<sub>k</sub> times {@code targetWeight}; zeros without
 *       a target. √d brings its length to the order of the other blocks where x and t are shifted;
 *       without the shift the few large numbers that some encoders have make it several times as
 *       long.
 *   <li>P · L: the cosine of the sentence and the pole in each layer, pole by pole, times {@code
 *       poleWeight}; 0 where either has no length. Both are shifted as above, which spreads the
 *       cosines: in an encoder's own space they lie close together.
 * </ol>
 *
 * <p>With {@code targetPrefix} sentences and neighbours are encoded as {@code target: TARGET text:
 * TEXT}, with the sentence's own target or else that of the settings; without either as they are.
 * The target of block 4 and the poles are encoded as they are. With {@code socialMedia} sentences
 * and neighbours are posts, which {@link org.stance4j.text.SocialMediaText} puts in plain words
 * first.
 *
 * @param spec what the encoder was opened with
 * @param encoder shared by all extractors fitted from here; closed by its owner
 * @param settings what a vector is made of
 */
public record EmbeddingExtractor(
    EncoderSpec spec, SentenceEncoder encoder, EmbeddingSettings settings)
    implements FeatureExtractor {
  /** Centred embeddings of the sentences alone. */
  public EmbeddingExtractor(EncoderSpec spec, SentenceEncoder encoder) {
    this(spec, encoder, EmbeddingSettings.DEFAULTS);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no sentence, or the settings use the target and
   *     neither they nor any sentence name one
   */
  @Override
  public FittedFeatureExtractor fit(List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no sentences to take the mean of");
    }
    EmbeddingTexts texts = new EmbeddingTexts(settings);
    if (settings.usesTarget() && sentences.stream().map(texts::target).allMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "targetPrefix or targetWeight is on, but none of the "
              + sentences.size()
              + " training sentences names a target; switch both off, name the targets in the data,"
              + " or one for all sentences in the setting target");
    }
    List<String> own = sentences.stream().map(texts::own).toList();
    TextVectors encoded =
        new TextVectors(encoder, Stream.concat(own.stream(), settings.poles().stream()));
    List<float[]> vectors = own.stream().map(encoded::of).toList();
    float[] mean =
        settings.centre() ? mean(vectors, encoder.dimension()) : new float[encoder.dimension()];
    if (settings.components() > encoder.dimension()) {
      throw new IllegalArgumentException(
          "components must be at most "
              + encoder.dimension()
              + ", the length of the embeddings, got "
              + settings.components());
    }
    float[][] projection =
        settings.components() == 0
            ? new float[0][]
            : PrincipalComponents.of(vectors, mean, settings.components());
    EmbeddingMap unscaled = new EmbeddingMap(mean, projection, 1);
    EmbeddingMap map = new EmbeddingMap(mean, projection, scale(vectors, unscaled));
    float[][] poles =
        settings.poles().stream().map(pole -> map.apply(encoded.of(pole))).toArray(float[][]::new);
    return new FittedEmbeddingExtractor(spec, encoder, settings, map, poles);
  }

  private static float[] mean(List<float[]> vectors, int dimension) {
    double[] sum = new double[dimension];
    for (float[] vector : vectors) {
      for (int k = 0; k < dimension; k++) {
        sum[k] += vector[k];
      }
    }
    float[] mean = new float[dimension];
    for (int k = 0; k < dimension; k++) {
      mean[k] = (float) (sum[k] / vectors.size());
    }
    return mean;
  }

  private static float scale(List<float[]> vectors, EmbeddingMap unscaled) {
    double squares = 0;
    for (float[] vector : vectors) {
      for (float value : unscaled.apply(vector)) {
        squares += (double) value * value;
      }
    }
    return squares == 0 ? 1 : (float) (1 / Math.sqrt(squares / vectors.size()));
  }
}

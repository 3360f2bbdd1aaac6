package org.stance4j.classifier;

import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.TokenMatrix;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * A convolution over tokens: every filter looks at {@code width} neighbouring tokens at a time, and
 * the largest of its values over the sentence, at least 0, goes into a softmax.
 *
 * <p>As many positions as tokens: (width − 1) / 2 tokens of zeros stand in front, rounded down, and
 * the rest of the width − 1 behind.
 *
 * @see <a href="https://aclanthology.org/D14-1181/">Kim 2014, Convolutional Neural Networks for
 *     Sentence Classification</a>; here with one width
 */
public final class ConvolutionClassifier implements Classifier {
  static final String TYPE = "conv";

  private final int width;
  private final int filters;
  private final int columns;
  private final float[] filterWeights;
  private final float[] filterBiases;
  private final float[] outputWeights;
  private final float[] outputBiases;

  /**
   * A network over these numbers.
   *
   * @param width tokens that a filter sees at a time
   * @param filterWeights [filters][width][columns], row by row
   * @param filterBiases [filters]
   * @param outputWeights [stances][filters], row by row
   * @param outputBiases [stances]
   */
  public ConvolutionClassifier(
      int width,
      float[] filterWeights,
      float[] filterBiases,
      float[] outputWeights,
      float[] outputBiases) {
    this.width = width;
    this.filters = filterBiases.length;
    if (width < 1
        || filters == 0
        || filterWeights.length == 0
        || filterWeights.length % ((long) filters * width) != 0
        || outputBiases.length != Stance.COUNT
        || outputWeights.length != Stance.COUNT * filters) {
      throw new TensorFormatException(
          "shapes of the convolution do not fit: width "
              + width
              + ", "
              + filterWeights.length
              + " and "
              + outputWeights.length
              + " weights, "
              + filters
              + " and "
              + outputBiases.length
              + " biases");
    }
    this.columns = filterWeights.length / (filters * width);
    this.filterWeights = filterWeights.clone();
    this.filterBiases = filterBiases.clone();
    this.outputWeights = outputWeights.clone();
    this.outputBiases = outputBiases.clone();
  }

  static ConvolutionClassifier restore(TensorBundle state) {
    float[] filterBiases = state.floats("filterBiases", -1);
    float[] filterWeights = state.floats("filterWeights", filterBiases.length, -1, -1);
    return new ConvolutionClassifier(
        state.tensor("filterWeights").shape().get(1),
        filterWeights,
        filterBiases,
        state.floats("outputWeights", Stance.COUNT, filterBiases.length),
        state.floats("outputBiases", Stance.COUNT));
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    TokenMatrix matrix = Vectors.tokens(vector);
    float[] values = matrix.values();
    float[] pooled = new float[filters];
    for (int f = 0; f < filters; f++) {
      double largest = 0;
      for (int t = 0; t < matrix.rows(); t++) {
        largest = Math.max(largest, filter(f, t, values, matrix.rows()));
      }
      pooled[f] = (float) largest;
    }
    double[] scores = new double[Stance.COUNT];
    for (int c = 0; c < Stance.COUNT; c++) {
      scores[c] = Vectors.dot(pooled, outputWeights, c * filters) + outputBiases[c];
    }
    return StanceProbabilities.of(Vectors.softmax(scores));
  }

  /** A filter's value around a token; the tokens inside the sentence lie side by side. */
  private double filter(int filter, int token, float[] values, int tokens) {
    int start = token - (width - 1) / 2;
    int first = Math.max(0, start);
    int end = Math.min(tokens, start + width);
    return Vectors.dot(
            values,
            first * columns,
            filterWeights,
            (filter * width + first - start) * columns,
            (end - first) * columns)
        + filterBiases[filter];
  }

  @Override
  public int dimension() {
    return columns;
  }

  @Override
  public TensorBundle state() {
    Map<String, Tensor> tensors = new TreeMap<>();
    tensors.put("filterWeights", Tensor.ofFloats(filterWeights, filters, width, columns));
    tensors.put("filterBiases", Tensor.ofFloats(filterBiases, filters));
    tensors.put("outputWeights", Tensor.ofFloats(outputWeights, Stance.COUNT, filters));
    tensors.put("outputBiases", Tensor.ofFloats(outputBiases, Stance.COUNT));
    return TensorBundle.of(Map.of("type", TYPE), tensors);
  }
}

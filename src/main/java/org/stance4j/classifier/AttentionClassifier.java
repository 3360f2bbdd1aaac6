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
 * Self-attention over tokens, the mean over tokens of what it gives, and a softmax.
 *
 * <p>In each head token t attends to token s with a weight that is the softmax over s of q(t)·k(s)
 * / √size. Mean and output are linear, so the head's result is its value matrix times the tokens'
 * mean, each token weighted by the attention that it gets on average; nothing in between is
 * computed.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, Attention Is All You
 *     Need</a>; one layer, no positions of its own (the encoder's tokens know theirs)
 */
public final class AttentionClassifier implements Classifier {
  static final String TYPE = "attention";

  private static final float[] NONE = {};

  private final boolean projected;
  private final int heads;
  private final int size;
  private final int columns;
  private final float[] queryWeights;
  private final float[] keyWeights;
  private final float[] valueWeights;
  private final float[] outputWeights;
  private final float[] outputBiases;

  private AttentionClassifier(
      boolean projected,
      int heads,
      int columns,
      float[] queryWeights,
      float[] keyWeights,
      float[] valueWeights,
      float[] outputWeights,
      float[] outputBiases) {
    int width = outputWeights.length / Stance.COUNT;
    int weights = projected ? width * columns : 0;
    if (heads < 1
        || columns < 1
        || width == 0
        || width % heads != 0
        || outputWeights.length % Stance.COUNT != 0
        || outputBiases.length != Stance.COUNT
        || queryWeights.length != weights
        || keyWeights.length != weights
        || valueWeights.length != weights) {
      throw new TensorFormatException(
          "shapes of the attention do not fit: "
              + heads
              + " heads, "
              + columns
              + " columns, "
              + queryWeights.length
              + ", "
              + keyWeights.length
              + " and "
              + valueWeights.length
              + " weights of query, key and value, "
              + outputWeights.length
              + " output weights, "
              + outputBiases.length
              + " biases");
    }
    this.projected = projected;
    this.heads = heads;
    this.size = width / heads;
    this.columns = columns;
    this.queryWeights = queryWeights.clone();
    this.keyWeights = keyWeights.clone();
    this.valueWeights = valueWeights.clone();
    this.outputWeights = outputWeights.clone();
    this.outputBiases = outputBiases.clone();
  }

  /**
   * A network whose queries, keys and values are learnt projections of the tokens.
   *
   * @param heads number of heads
   * @param queryWeights [heads][size][columns], row by row
   * @param keyWeights the same
   * @param valueWeights the same
   * @param outputWeights [stances][heads · size], row by row
   * @param outputBiases [stances]
   */
  public static AttentionClassifier projected(
      int heads,
      float[] queryWeights,
      float[] keyWeights,
      float[] valueWeights,
      float[] outputWeights,
      float[] outputBiases) {
    int width = Math.max(1, outputWeights.length / Stance.COUNT);
    return new AttentionClassifier(
        true,
        heads,
        queryWeights.length / width,
        queryWeights,
        keyWeights,
        valueWeights,
        outputWeights,
        outputBiases);
  }

  /**
   * A network of one head whose queries, keys and values are the tokens themselves.
   *
   * @param outputWeights [stances][columns], row by row
   * @param outputBiases [stances]
   */
  public static AttentionClassifier unprojected(float[] outputWeights, float[] outputBiases) {
    return new AttentionClassifier(
        false,
        1,
        outputWeights.length / Stance.COUNT,
        NONE,
        NONE,
        NONE,
        outputWeights,
        outputBiases);
  }

  static AttentionClassifier restore(TensorBundle state) {
    float[] outputBiases = state.floats("outputBiases", Stance.COUNT);
    float[] outputWeights = state.floats("outputWeights", Stance.COUNT, -1);
    return switch (state.setting("projected")) {
      case "false" -> unprojected(outputWeights, outputBiases);
      case "true" -> {
        float[] queryWeights = state.floats("queryWeights", -1, -1, -1);
        Integer[] shape = state.tensor("queryWeights").shape().toArray(Integer[]::new);
        yield projected(
            shape[0],
            queryWeights,
            state.floats("keyWeights", shape[0], shape[1], shape[2]),
            state.floats("valueWeights", shape[0], shape[1], shape[2]),
            outputWeights,
            outputBiases);
      }
      default ->
          throw new TensorFormatException(
              "setting 'projected' must be true or false, got '"
                  + state.setting("projected")
                  + "'");
    };
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    TokenMatrix matrix = Vectors.tokens(vector);
    float[] tokens = matrix.values();
    float[] pooled = new float[heads * size];
    for (int head = 0; head < heads; head++) {
      float[] queries = projected(tokens, queryWeights, head);
      float[] keys = projected(tokens, keyWeights, head);
      float[] mean = mean(tokens, attention(queries, keys, matrix.rows()));
      System.arraycopy(projected(mean, valueWeights, head), 0, pooled, head * size, size);
    }
    double[] scores = new double[Stance.COUNT];
    for (int c = 0; c < Stance.COUNT; c++) {
      scores[c] = Vectors.dot(pooled, outputWeights, c * pooled.length) + outputBiases[c];
    }
    return StanceProbabilities.of(Vectors.softmax(scores));
  }

  /** [rows][columns] → [rows][size] by the weights of one head. */
  private float[] projected(float[] rows, float[] weights, int head) {
    if (!projected) {
      return rows;
    }
    float[] result = new float[rows.length / columns * size];
    for (int i = 0; i < result.length; i++) {
      int unit = head * size + i % size;
      result[i] = (float) Vectors.dot(rows, i / size * columns, weights, unit * columns, columns);
    }
    return result;
  }

  /** The attention that each token gets, on average over all tokens; sums to 1. */
  private double[] attention(float[] queries, float[] keys, int tokens) {
    double[] mean = new double[tokens];
    double[] scores = new double[tokens];
    for (int t = 0; t < tokens; t++) {
      for (int s = 0; s < tokens; s++) {
        scores[s] = Vectors.dot(queries, t * size, keys, s * size, size) / Math.sqrt(size);
      }
      double[] weights = Vectors.softmax(scores);
      for (int s = 0; s < tokens; s++) {
        mean[s] += weights[s] / tokens;
      }
    }
    return mean;
  }

  /** The weighted mean of the tokens. */
  private float[] mean(float[] tokens, double[] weights) {
    double[] sum = new double[columns];
    for (int t = 0; t < weights.length; t++) {
      for (int k = 0; k < columns; k++) {
        sum[k] += weights[t] * tokens[t * columns + k];
      }
    }
    float[] mean = new float[columns];
    for (int k = 0; k < columns; k++) {
      mean[k] = (float) sum[k];
    }
    return mean;
  }

  @Override
  public int dimension() {
    return columns;
  }

  @Override
  public TensorBundle state() {
    Map<String, Tensor> tensors = new TreeMap<>();
    if (projected) {
      tensors.put("queryWeights", Tensor.ofFloats(queryWeights, heads, size, columns));
      tensors.put("keyWeights", Tensor.ofFloats(keyWeights, heads, size, columns));
      tensors.put("valueWeights", Tensor.ofFloats(valueWeights, heads, size, columns));
    }
    tensors.put("outputWeights", Tensor.ofFloats(outputWeights, Stance.COUNT, heads * size));
    tensors.put("outputBiases", Tensor.ofFloats(outputBiases, Stance.COUNT));
    return TensorBundle.of(Map.of("type", TYPE, "projected", String.valueOf(projected)), tensors);
  }
}

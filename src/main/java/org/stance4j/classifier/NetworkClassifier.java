package org.stance4j.classifier;

import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * A multilayer perceptron with one hidden layer: softmax(W₂·relu(W₁·x + b₁) + b₂).
 *
 * <p>Scores in plain Java, so that reading an article never waits for an array library to load.
 */
public final class NetworkClassifier implements Classifier {
  static final String TYPE = "mlp";

  private final int inputs;
  private final int hidden;
  private final float[] hiddenWeights;
  private final float[] hiddenBiases;
  private final float[] outputWeights;
  private final float[] outputBiases;

  /**
   * A network over these numbers.
   *
   * @param hiddenWeights [hidden][inputs], row by row
   * @param hiddenBiases [hidden]
   * @param outputWeights [stances][hidden], row by row
   * @param outputBiases [stances]
   */
  public NetworkClassifier(
      float[] hiddenWeights, float[] hiddenBiases, float[] outputWeights, float[] outputBiases) {
    this.hidden = hiddenBiases.length;
    if (hidden == 0
        || hiddenWeights.length % hidden != 0
        || outputBiases.length != Stance.COUNT
        || outputWeights.length != Stance.COUNT * hidden) {
      throw new TensorFormatException(
          "shapes of the network do not fit: "
              + hiddenWeights.length
              + " and "
              + outputWeights.length
              + " weights, "
              + hidden
              + " and "
              + outputBiases.length
              + " biases");
    }
    this.inputs = Vectors.checkedDimension(hiddenWeights.length / hidden);
    this.hiddenWeights = hiddenWeights.clone();
    this.hiddenBiases = hiddenBiases.clone();
    this.outputWeights = outputWeights.clone();
    this.outputBiases = outputBiases.clone();
  }

  static NetworkClassifier restore(TensorBundle state) {
    float[] hiddenBiases = state.floats("hiddenBiases", -1);
    return new NetworkClassifier(
        state.floats("hiddenWeights", hiddenBiases.length, -1),
        hiddenBiases,
        state.floats("outputWeights", Stance.COUNT, hiddenBiases.length),
        state.floats("outputBiases", Stance.COUNT));
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    float[] activations = new float[hidden];
    for (int h = 0; h < hidden; h++) {
      activations[h] =
          (float) Math.max(0, Vectors.dot(vector, hiddenWeights, h * inputs) + hiddenBiases[h]);
    }
    DenseVector layer = new DenseVector(activations);
    double[] scores = new double[Stance.COUNT];
    for (int c = 0; c < Stance.COUNT; c++) {
      scores[c] = Vectors.dot(layer, outputWeights, c * hidden) + outputBiases[c];
    }
    return StanceProbabilities.of(Vectors.softmax(scores));
  }

  @Override
  public int dimension() {
    return inputs;
  }

  @Override
  public TensorBundle state() {
    Map<String, Tensor> tensors = new TreeMap<>();
    tensors.put("hiddenWeights", Tensor.ofFloats(hiddenWeights, hidden, inputs));
    tensors.put("hiddenBiases", Tensor.ofFloats(hiddenBiases, hidden));
    tensors.put("outputWeights", Tensor.ofFloats(outputWeights, Stance.COUNT, hidden));
    tensors.put("outputBiases", Tensor.ofFloats(outputBiases, Stance.COUNT));
    return TensorBundle.of(Map.of("type", TYPE), tensors);
  }
}

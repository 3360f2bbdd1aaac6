package org.stance4j.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;

/**
 * Multinomial logistic regression on a few inputs: decision values in, probabilities out.
 *
 * <p>Generalises the sigmoid of Platt (1999) to three classes (matrix scaling, Guo et al. 2017).
 */
public final class SoftmaxRegression {
  private static final int STEPS = 2_000;
  private static final double PENALTY = 1e-3;
  private static final double FIRST_RATE = 1.0;
  // Its exponential is 0, and so is its gradient: a stance that the data lack keeps this bias.
  private static final double NEVER = -10_000;

  private final float[] weights;
  private final float[] biases;

  /**
   * A regression over these numbers.
   *
   * @param weights [stances][inputs], row by row
   * @param biases [stances]
   */
  public SoftmaxRegression(float[] weights, float[] biases) {
    if (biases.length != Stance.COUNT || weights.length % Stance.COUNT != 0) {
      throw new IllegalArgumentException(biases.length + " biases, " + weights.length + " weights");
    }
    this.weights = weights.clone();
    this.biases = biases.clone();
  }

  /** Ignores its inputs: equal probabilities. */
  public static SoftmaxRegression uniform(int inputs) {
    return new SoftmaxRegression(new float[Stance.COUNT * inputs], new float[Stance.COUNT]);
  }

  /**
   * Minimises mean cross-entropy + 0.0005·‖weights‖² by gradient descent with backtracking.
   *
   * @param inputs [n][k]
   * @param gold n stances; one that does not occur among them gets probability 0
   * @param balanced whether every stance that occurs weighs the same, however often it does
   */
  public static SoftmaxRegression fit(double[][] inputs, List<Stance> gold, boolean balanced) {
    double[] importance = importance(gold, balanced);
    int size = inputs[0].length;
    double[] parameters = new double[Stance.COUNT * (size + 1)];
    for (Stance stance : Stance.values()) {
      if (!gold.contains(stance)) {
        parameters[stance.ordinal() * (size + 1) + size] = NEVER;
      }
    }
    double[] gradient = new double[parameters.length];
    double loss = loss(inputs, gold, importance, parameters, gradient);
    double rate = FIRST_RATE;
    for (int step = 0; step < STEPS && rate > 1e-9; step++) {
      double[] trial = new double[parameters.length];
      for (int i = 0; i < trial.length; i++) {
        trial[i] = parameters[i] - rate * gradient[i];
      }
      double[] trialGradient = new double[parameters.length];
      double trialLoss = loss(inputs, gold, importance, trial, trialGradient);
      if (trialLoss < loss) {
        parameters = trial;
        gradient = trialGradient;
        loss = trialLoss;
        rate *= 1.2;
      } else {
        rate /= 2;
      }
    }
    float[] weights = new float[Stance.COUNT * size];
    float[] biases = new float[Stance.COUNT];
    for (int c = 0; c < Stance.COUNT; c++) {
      for (int k = 0; k < size; k++) {
        weights[c * size + k] = (float) parameters[c * (size + 1) + k];
      }
      biases[c] = (float) parameters[c * (size + 1) + size];
    }
    return new SoftmaxRegression(weights, biases);
  }

  /** What a row of each stance weighs; over all rows the weights sum to 1. */
  static double[] importance(List<Stance> gold, boolean balanced) {
    double[] importance = new double[Stance.COUNT];
    long present = gold.stream().distinct().count();
    for (Stance stance : Stance.values()) {
      long count = gold.stream().filter(stance::equals).count();
      importance[stance.ordinal()] = 1.0 / (balanced ? Math.max(1, count) * present : gold.size());
    }
    return importance;
  }

  private static double loss(
      double[][] inputs,
      List<Stance> gold,
      double[] importance,
      double[] parameters,
      double[] gradient) {
    int size = inputs[0].length;
    Arrays.fill(gradient, 0);
    double loss = 0;
    double[] scores = new double[Stance.COUNT];
    for (int i = 0; i < inputs.length; i++) {
      for (int c = 0; c < Stance.COUNT; c++) {
        scores[c] = parameters[c * (size + 1) + size];
        for (int k = 0; k < size; k++) {
          scores[c] += parameters[c * (size + 1) + k] * inputs[i][k];
        }
      }
      double[] probabilities = Vectors.softmax(scores);
      int target = gold.get(i).ordinal();
      loss -= Math.log(Math.max(1e-300, probabilities[target])) * importance[target];
      for (int c = 0; c < Stance.COUNT; c++) {
        double error = (probabilities[c] - (c == target ? 1 : 0)) * importance[target];
        for (int k = 0; k < size; k++) {
          gradient[c * (size + 1) + k] += error * inputs[i][k];
        }
        gradient[c * (size + 1) + size] += error;
      }
    }
    for (int c = 0; c < Stance.COUNT; c++) {
      for (int k = 0; k < size; k++) {
        double weight = parameters[c * (size + 1) + k];
        loss += PENALTY / 2 * weight * weight;
        gradient[c * (size + 1) + k] += PENALTY * weight;
      }
    }
    return loss;
  }

  /** One probability per stance. */
  public double[] probabilities(double[] inputs) {
    double[] scores = new double[Stance.COUNT];
    for (int c = 0; c < Stance.COUNT; c++) {
      scores[c] = biases[c];
      for (int k = 0; k < inputs.length; k++) {
        scores[c] += weights[c * inputs.length + k] * inputs[k];
      }
    }
    return Vectors.softmax(scores);
  }

  /** Number of inputs. */
  public int inputs() {
    return weights.length / Stance.COUNT;
  }

  /** [stances][inputs], row by row. */
  public float[] weights() {
    return weights.clone();
  }

  /** One per stance. */
  public float[] biases() {
    return biases.clone();
  }

  /** The regression in the state of a calibrated classifier. */
  static SoftmaxRegression restore(TensorBundle state, int inputs) {
    return new SoftmaxRegression(
        state.floats("calibrationWeights", Stance.COUNT, inputs),
        state.floats("calibrationBiases", Stance.COUNT));
  }

  /** What {@link #restore} reads, for the state of a calibrated classifier. */
  Map<String, Tensor> tensors() {
    return Map.of(
        "calibrationWeights", Tensor.ofFloats(weights, Stance.COUNT, inputs()),
        "calibrationBiases", Tensor.ofFloats(biases, Stance.COUNT));
  }
}

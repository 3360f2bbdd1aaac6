package org.stance4j.classifier;

import java.util.Arrays;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;

/**
 * Vector scaling: the softmax of w_k · ln p(k) + b_k, with a weight and a bias for each stance (Guo
 * et al. 2017, there on logits).
 *
 * <p>It can move probability from one stance to another, so the most probable stance may change. A
 * penalty draws it towards weights of 1 and biases of 0, which change nothing.
 */
public final class VectorScaling implements Calibration {
  static final String TYPE = "vector";

  private static final double PENALTY = 1e-3;
  private static final int STEPS = 100;
  private static final int HALVINGS = 40;
  private static final double FLAT = 1e-10;

  private final float[] weights;
  private final float[] biases;

  /**
   * A scaling with these numbers.
   *
   * @param weights one per stance, in their order, finite
   * @param biases one per stance, in their order, finite
   * @throws IllegalArgumentException if there are more, fewer, or one is not finite
   */
  public VectorScaling(float[] weights, float[] biases) {
    this.weights = checked("weights", weights);
    this.biases = checked("biases", biases);
  }

  private static float[] checked(String what, float[] values) {
    boolean finite = true;
    for (float value : values) {
      finite &= Float.isFinite(value);
    }
    if (values.length != Stance.COUNT || !finite) {
      throw new IllegalArgumentException(
          "vector scaling has "
              + Stance.COUNT
              + " finite "
              + what
              + ", got "
              + Arrays.toString(values));
    }
    return values.clone();
  }

  /**
   * Minimises mean log loss + 0.0005 · (‖weights − 1‖² + ‖biases‖²), which is convex, by Newton's
   * method with halved steps.
   */
  static VectorScaling fit(CalibrationRows rows) {
    Point point = new Point(rows, start());
    for (int step = 0; step < STEPS && point.steepest() > FLAT; step++) {
      double[] direction = solve(point.hessian, point.gradient);
      Point next = null;
      double length = 1;
      for (int halving = 0; halving < HALVINGS && next == null; halving++) {
        double[] trial = point.parameters.clone();
        for (int i = 0; i < trial.length; i++) {
          trial[i] -= length * direction[i];
        }
        Point there = new Point(rows, trial);
        next = there.loss < point.loss ? there : null;
        length /= 2;
      }
      if (next == null) {
        break;
      }
      point = next;
    }
    float[] weights = new float[Stance.COUNT];
    float[] biases = new float[Stance.COUNT];
    for (int k = 0; k < Stance.COUNT; k++) {
      weights[k] = (float) point.parameters[k];
      biases[k] = (float) point.parameters[Stance.COUNT + k];
    }
    return new VectorScaling(weights, biases);
  }

  /** Weights of 1, then biases of 0. */
  private static double[] start() {
    double[] parameters = new double[2 * Stance.COUNT];
    Arrays.fill(parameters, 0, Stance.COUNT, 1);
    return parameters;
  }

  private static double[] probabilities(double[] logarithms, double[] parameters) {
    double[] scores = new double[Stance.COUNT];
    for (int k = 0; k < Stance.COUNT; k++) {
      scores[k] =
          logarithms[k] == Double.NEGATIVE_INFINITY
              ? logarithms[k]
              : parameters[k] * logarithms[k] + parameters[Stance.COUNT + k];
    }
    return Vectors.softmax(scores);
  }

  /** Loss, gradient and Hessian at some parameters. */
  private static final class Point {
    private final double[] parameters;
    private final double[] gradient = new double[2 * Stance.COUNT];
    private final double[][] hessian = new double[2 * Stance.COUNT][2 * Stance.COUNT];
    private double loss;

    Point(CalibrationRows rows, double[] parameters) {
      this.parameters = parameters;
      for (int row = 0; row < rows.size(); row++) {
        add(rows.logarithms()[row], rows.target(row), rows.weight(row));
      }
      double[] neutral = start();
      for (int i = 0; i < parameters.length; i++) {
        double away = parameters[i] - neutral[i];
        loss += PENALTY / 2 * away * away;
        gradient[i] += PENALTY * away;
        hessian[i][i] += PENALTY;
      }
    }

    private void add(double[] logarithms, int target, double weight) {
      double[] probabilities = probabilities(logarithms, parameters);
      loss -= weight * Math.log(Math.max(Double.MIN_NORMAL, probabilities[target]));
      for (int i = 0; i < parameters.length; i++) {
        int k = i % Stance.COUNT;
        double input = input(logarithms, i);
        gradient[i] += weight * (probabilities[k] - (k == target ? 1 : 0)) * input;
        for (int j = 0; j < parameters.length; j++) {
          int other = j % Stance.COUNT;
          double spread =
              (k == other ? probabilities[k] : 0) - probabilities[k] * probabilities[other];
          hessian[i][j] += weight * spread * input * input(logarithms, j);
        }
      }
    }

    /** What a parameter is multiplied by; 0 for a stance that the row rules out. */
    private static double input(double[] logarithms, int parameter) {
      double logarithm = logarithms[parameter % Stance.COUNT];
      if (logarithm == Double.NEGATIVE_INFINITY) {
        return 0;
      }
      return parameter < Stance.COUNT ? logarithm : 1;
    }

    double steepest() {
      double steepest = 0;
      for (double slope : gradient) {
        steepest = Math.max(steepest, Math.abs(slope));
      }
      return steepest;
    }
  }

  /** Solves A x = b for a symmetric positive definite A by Cholesky's decomposition. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  static VectorScaling restored(TensorBundle state) {
    return new VectorScaling(
        state.floats("weights", Stance.COUNT), state.floats("biases", Stance.COUNT));
  }

  /** One weight per stance, in their order. */
  public float[] weights() {
    return weights.clone();
  }

  /** One bias per stance, in their order. */
  public float[] biases() {
    return biases.clone();
  }

  @Override
  public StanceProbabilities apply(StanceProbabilities probabilities) {
    double[] parameters = new double[2 * Stance.COUNT];
    for (int k = 0; k < Stance.COUNT; k++) {
      parameters[k] = weights[k];
      parameters[Stance.COUNT + k] = biases[k];
    }
    return StanceProbabilities.of(
        probabilities(CalibrationRows.logarithms(probabilities), parameters));
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of("type", TYPE),
        Map.of(
            "weights", Tensor.ofFloats(weights, Stance.COUNT),
            "biases", Tensor.ofFloats(biases, Stance.COUNT)));
  }
}

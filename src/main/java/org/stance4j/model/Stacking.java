package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.SoftmaxRegression;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * A softmax regression on the logarithms of the members' probabilities, fitted on predictions for
 * sentences whose groups the members had not seen (Wolpert 1992, "Stacked Generalization").
 *
 * @param members number of models
 * @param regression {@link Stance#COUNT} × members inputs: the first member's three logarithms,
 *     then the second's …
 */
record Stacking(int members, SoftmaxRegression regression) implements Combiner {
  static final String TYPE = "stacking";

  /** Below it, one over-certain member would drown all others. */
  private static final double LEAST = 1e-4;

  Stacking {
    if (members < 2 || regression.inputs() != members * Stance.COUNT) {
      throw new TensorFormatException(
          "stacking needs "
              + Stance.COUNT
              + " inputs for each of at least two members, got "
              + regression.inputs()
              + " for "
              + members);
    }
  }

  /**
   * Fits the regression.
   *
   * @param answers [members][sentences], out of fold
   * @param gold one stance per sentence
   * @param balanced whether every stance weighs the same, however often it occurs
   */
  static Stacking fit(
      List<List<StanceProbabilities>> answers, List<Stance> gold, boolean balanced) {
    double[][] inputs = new double[gold.size()][];
    for (int i = 0; i < inputs.length; i++) {
      List<StanceProbabilities> row = new ArrayList<>();
      for (List<StanceProbabilities> member : answers) {
        row.add(member.get(i));
      }
      inputs[i] = inputs(row);
    }
    return new Stacking(answers.size(), SoftmaxRegression.fit(inputs, gold, balanced));
  }

  static Stacking restore(TensorBundle state) {
    float[] weights = state.floats("weights", Stance.COUNT, -1);
    return new Stacking(
        weights.length / Stance.COUNT / Stance.COUNT,
        new SoftmaxRegression(weights, state.floats("biases", Stance.COUNT)));
  }

  @Override
  public StanceProbabilities combine(List<StanceProbabilities> answers) {
    return StanceProbabilities.of(regression.probabilities(inputs(answers)));
  }

  private static double[] inputs(List<StanceProbabilities> answers) {
    double[] inputs = new double[answers.size() * Stance.COUNT];
    int place = 0;
    for (StanceProbabilities answer : answers) {
      for (double probability : answer.toArray()) {
        inputs[place++] = Math.log(Math.max(LEAST, probability));
      }
    }
    return inputs;
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of("type", TYPE),
        Map.of(
            "weights",
            Tensor.ofFloats(regression.weights(), Stance.COUNT, regression.inputs()),
            "biases",
            Tensor.ofFloats(regression.biases(), Stance.COUNT)));
  }
}

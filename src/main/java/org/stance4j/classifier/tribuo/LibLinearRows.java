package org.stance4j.classifier.tribuo;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.tribuo.classification.Label;

/**
 * Vectors in LibLinear's own arrays, made once for all trainings on parts of them.
 *
 * <p>Tribuo keeps each number as a named feature; on dense vectors, copying and looking up the
 * names takes longer than solving. The problems of one stance against the rest do not depend on
 * each other and are solved side by side, each by one thread, so that the number of threads plays
 * no part in the result.
 */
final class LibLinearRows {
  /** Iterations of a solver at most. */
  static final int MOST_ITERATIONS = 1000;

  /** The solver stops where the gradient is that small a part of the first one. */
  static final double TOLERANCE = 0.01;

  private static final int REST = -1;

  static {
    Linear.disableDebugOutput();
  }

  private final FeatureNode[][] rows;
  private final int dimension;

  /** The rows of these vectors, all of one dimension. */
  LibLinearRows(List<FeatureVector> vectors) {
    dimension = vectors.get(0).dimension();
    FeatureNode bias = new FeatureNode(dimension + 1, 1);
    rows = vectors.stream().map(vector -> row(vector, bias)).toArray(FeatureNode[][]::new);
  }

  /** LibLinear counts features from 1; the bias is one more feature, penalised like the others. */
  private static FeatureNode[] row(FeatureVector vector, FeatureNode bias) {
    FeatureNode[] row;
    if (vector instanceof SparseVector sparse) {
      row = new FeatureNode[sparse.size() + 1];
      for (int i = 0; i < sparse.size(); i++) {
        row[i] = new FeatureNode(sparse.index(i) + 1, sparse.value(i));
      }
    } else {
      float[] values = ((DenseVector) vector).values();
      row = new FeatureNode[values.length + 1];
      for (int k = 0; k < values.length; k++) {
        row[k] = new FeatureNode(k + 1, values[k]);
      }
    }
    row[row.length - 1] = bias;
    return row;
  }

  /** What was learnt; zeros for a stance that does not occur. */
  static final class Learnt {
    private final float[] weights;
    private final float[] biases = new float[Stance.COUNT];

    private Learnt(int dimension) {
      weights = new float[Stance.COUNT * dimension];
    }

    /** [stances][dimension], row by row, in stance order. */
    float[] weights() {
      return weights.clone();
    }

    /** [stances]. */
    float[] biases() {
      return biases.clone();
    }
  }

  /**
   * Trains each stance against the rest.
   *
   * @param part the rows to learn from, of at least two stances
   * @param places where they stand among the vectors
   * @param solver one without random choices
   * @param cost penalty of a row's loss, above 0
   * @param balanced whether a stance's rows weigh n / (stances · n_k) where it stands against the
   *     rest, which weighs 1; of two stances both are weighed
   */
  Learnt train(
      Dataset part, List<Integer> places, SolverType solver, double cost, boolean balanced) {
    List<Stance> stances = part.stances();
    List<Stance> present = stances.stream().distinct().sorted().toList();
    Map<Label, Float> weights = balanced ? TribuoData.balancedWeights(part) : Map.of();
    FeatureNode[][] chosen =
        places.stream().map(place -> rows[place]).toArray(FeatureNode[][]::new);
    Learnt learnt = new Learnt(dimension);
    if (present.size() == 2) {
      Stance first = present.get(0);
      Stance second = present.get(1);
      double[] both = {weight(weights, first), weight(weights, second)};
      double[] solution =
          solve(chosen, stances, first, new Parameter(solver, cost, TOLERANCE), both);
      store(solution, 1, first, learnt);
      store(solution, -1, second, learnt);
      return learnt;
    }
    // each writes its own row
    present.stream()
        .parallel()
        .forEach(
            stance ->
                store(
                    solve(
                        chosen,
                        stances,
                        stance,
                        new Parameter(solver, cost, TOLERANCE),
                        new double[] {weight(weights, stance), 1}),
                    1,
                    stance,
                    learnt));
    return learnt;
  }

  private static double weight(Map<Label, Float> weights, Stance stance) {
    return weights.getOrDefault(new Label(stance.label()), 1f);
  }

  /** The weights of one stance against the rest, the bias last. */
  private double[] solve(
      FeatureNode[][] chosen,
      List<Stance> stances,
      Stance stance,
      Parameter parameter,
      double[] weights) {
    Problem problem = new Problem();
    problem.l = chosen.length;
    problem.n = dimension + 1;
    problem.bias = 1;
    problem.x = chosen;
    problem.y = stances.stream().mapToDouble(other -> other == stance ? 1 : REST).toArray();
    parameter.setWeights(weights, new int[] {1, REST});
    parameter.setMaxIters(MOST_ITERATIONS);
    return Linear.train(problem, parameter).getFeatureWeights();
  }

  private void store(double[] solution, int sign, Stance stance, Learnt learnt) {
    int row = stance.ordinal();
    for (int k = 0; k < dimension; k++) {
      learnt.weights[row * dimension + k] = (float) (sign * solution[k]);
    }
    learnt.biases[row] = (float) (sign * solution[dimension]);
  }
}

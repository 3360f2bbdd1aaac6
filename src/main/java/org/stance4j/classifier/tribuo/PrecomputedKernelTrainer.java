package org.stance4j.classifier.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.List;
import java.util.SplittableRandom;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.common.libsvm.SVMParameters;

/**
 * Tribuo's LibSVM trainer on a kernel that is already computed.
 *
 * <p>LibSVM keeps vectors as arrays of (index, value) objects; on dense vectors nearly all of its
 * time goes into inner products over them. Handed the kernel's values instead, the same solver
 * finds the same machine. Equal values share one object, so that a pair of rows costs a reference.
 * The Tribuo examples hold nothing but the number of their row.
 */
final class PrecomputedKernelTrainer extends LibSVMClassificationTrainer {
  private static final svm_node[] VALUES = values();

  private final KernelMatrix kernel;
  private final List<Integer> rows;

  /**
   * A trainer for one training.
   *
   * @param parameters cost and tolerance; the kernel type in them is of no account
   * @param kernel values for all vectors
   * @param rows the vectors to train on, in the order of the Tribuo examples
   */
  PrecomputedKernelTrainer(
      SVMParameters<Label> parameters, KernelMatrix kernel, List<Integer> rows, long seed) {
    super(parameters, seed);
    this.kernel = kernel;
    this.rows = List.copyOf(rows);
  }

  @Override
  protected Pair<svm_node[][], double[][]> extractData(
      Dataset<Label> data, ImmutableOutputInfo<Label> labels, ImmutableFeatureMap features) {
    double[] targets = new double[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = labels.getID(data.getExample(i).getOutput());
    }
    svm_node[][] nodes = new svm_node[rows.size()][];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = kernelRow(i);
    }
    return new Pair<>(nodes, new double[][] {targets});
  }

  /** LibSVM's layout: the row's own number, from 1, then its kernel value with every row. */
  private svm_node[] kernelRow(int i) {
    svm_node[] nodes = new svm_node[rows.size() + 1];
    nodes[0] = node(i + 1);
    for (int j = 0; j < rows.size(); j++) {
      nodes[j + 1] = VALUES[kernel.steps(rows.get(i), rows.get(j))];
    }
    return nodes;
  }

  private static svm_node[] values() {
    svm_node[] values = new svm_node[KernelMatrix.STEPS + 1];
    for (int step = 0; step < values.length; step++) {
      values[step] = node((double) step / KernelMatrix.STEPS);
    }
    return values;
  }

  /** With a kernel that is computed, LibSVM goes by place and never looks at a node's index. */
  private static svm_node node(double value) {
    svm_node node = new svm_node();
    node.value = value;
    return node;
  }

  @Override
  protected List<svm_model> trainModels(
      svm_parameter parameters,
      int features,
      svm_node[][] nodes,
      double[][] targets,
      SplittableRandom random) {
    svm_parameter own = SVMParameters.copyParameters(parameters);
    own.kernel_type = svm_parameter.PRECOMPUTED;
    svm_problem problem = new svm_problem();
    problem.l = nodes.length;
    problem.x = nodes;
    problem.y = targets[0];
    String complaint = svm.svm_check_parameter(problem, own);
    if (complaint != null) {
      throw new IllegalStateException("LibSVM refuses the parameters: " + complaint);
    }
    svm_model model = svm.svm_train(problem, own);
    // Tribuo copies the support vectors, which are whole rows of the matrix: their numbers suffice
    for (int v = 0; v < model.l; v++) {
      model.SV[v] = new svm_node[] {model.SV[v][0]};
    }
    return List.of(model);
  }
}

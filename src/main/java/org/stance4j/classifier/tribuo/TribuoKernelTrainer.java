package org.stance4j.classifier.tribuo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.KernelClassifier;
import org.stance4j.classifier.SoftmaxRegression;
import org.stance4j.classifier.StancePairs;
import org.stance4j.features.FeatureVector;
import org.tribuo.classification.Label;
import org.tribuo.classification.libsvm.LibSVMClassificationModel;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.classification.libsvm.SVMClassificationType.SVMMode;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;

/**
 * A support vector machine with a radial kernel, by LibSVM.
 *
 * <p>Its probabilities are fitted on the decision values of a grouped cross-validation inside the
 * training data. LibSVM's own way (Wu, Lin and Weng 2004) splits rows at random, which puts
 * sentences of one article on both sides, and draws from an unseeded source.
 *
 * @param cost penalty of a margin violation, above 0
 * @param gamma kernel width, above 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 * @param calibrationFolds folds of the inner cross-validation, at least 2
 */
public record TribuoKernelTrainer(double cost, double gamma, boolean balanced, int calibrationFolds)
    implements ClassifierTrainer {
  private static final double CACHE_MEGABYTES = 200;
  private static final double TOLERANCE = 1e-3;
  // about 5 bytes for every pair of rows: 0.7 GB here
  private static final int MOST_ROWS = 12_000;

  public TribuoKernelTrainer {
    if (!(cost > 0) || !(gamma > 0) || calibrationFolds < 2) {
      throw new IllegalArgumentException(
          "cost and gamma must be above 0 and calibrationFolds at least 2, got "
              + cost
              + ", "
              + gamma
              + ", "
              + calibrationFolds);
    }
  }

  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    ClassifierTrainer.check(dataset, vectors);
    if (dataset.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " has "
              + dataset.size()
              + " rows; a kernel machine holds the values of all pairs and takes at most "
              + MOST_ROWS
              + "; train embedding-mlp or ngram-linear, or fewer rows");
    }
    KernelMatrix kernel = new KernelMatrix(vectors, gamma);
    double[][] decisions =
        HeldOutDecisions.of(
            dataset,
            calibrationFolds,
            seed,
            (rest, train, test) ->
                machine(rest, train, vectors, kernel, seed)
                    .decisions(test.stream().map(vectors::get).toList()));
    List<Integer> all = IntStream.range(0, dataset.size()).boxed().toList();
    return machine(dataset, all, vectors, kernel, seed)
        .withCalibration(SoftmaxRegression.fit(decisions, dataset.stances(), balanced));
  }

  private KernelClassifier machine(
      Dataset dataset,
      List<Integer> rows,
      List<FeatureVector> vectors,
      KernelMatrix kernel,
      long seed) {
    svm.svm_set_print_string_function(line -> {});
    LibSVMClassificationTrainer trainer =
        new PrecomputedKernelTrainer(parameters(), kernel, rows, seed);
    if (balanced) {
      trainer.setLabelWeights(TribuoData.balancedWeights(dataset));
    }
    LibSVMClassificationModel model =
        (LibSVMClassificationModel) trainer.train(TribuoData.labels(dataset));
    return classifier(model, rows.stream().map(vectors::get).toList());
  }

  /** What Tribuo's own trainer is given too, when the parity test compares with it. */
  SVMParameters<Label> parameters() {
    SVMParameters<Label> parameters =
        new SVMParameters<>(new SVMClassificationType(SVMMode.C_SVC), KernelType.RBF);
    parameters.setCost(cost);
    parameters.setGamma(gamma);
    parameters.setEpsilon(TOLERANCE);
    parameters.setCacheSize(CACHE_MEGABYTES);
    return parameters;
  }

  private KernelClassifier classifier(LibSVMClassificationModel tribuo, List<FeatureVector> rows) {
    svm_model model = tribuo.getInnerModels().get(0);
    // sv_indices counts the training rows from 1
    List<FeatureVector> supportVectors =
        Arrays.stream(model.sv_indices).mapToObj(index -> rows.get(index - 1)).toList();
    float[] coefficients = new float[StancePairs.COUNT * model.l];
    float[] offsets = new float[StancePairs.COUNT];
    int decision = 0;
    for (int i = 0; i < model.nr_class; i++) {
      for (int j = i + 1; j < model.nr_class; j++) {
        addPair(tribuo, model, i, j, decision++, coefficients, offsets);
      }
    }
    return new KernelClassifier(
        gamma, supportVectors, coefficients, offsets, SoftmaxRegression.uniform(StancePairs.COUNT));
  }

  /**
   * LibSVM's decision of class i against class j: the vectors of i weigh by row j − 1 of its
   * coefficients, those of j by row i; positive speaks for i. Ours is positive for the stance that
   * is declared first.
   */
  private static void addPair(
      LibSVMClassificationModel tribuo,
      svm_model model,
      int i,
      int j,
      int decision,
      float[] coefficients,
      float[] offsets) {
    Stance first = stance(tribuo, model, i);
    Stance second = stance(tribuo, model, j);
    boolean inOrder = first.compareTo(second) < 0;
    float sign = inOrder ? 1 : -1;
    int pair = inOrder ? StancePairs.indexOf(first, second) : StancePairs.indexOf(second, first);
    for (int v = start(model, i); v < start(model, i + 1); v++) {
      coefficients[pair * model.l + v] = sign * (float) model.sv_coef[j - 1][v];
    }
    for (int v = start(model, j); v < start(model, j + 1); v++) {
      coefficients[pair * model.l + v] = sign * (float) model.sv_coef[i][v];
    }
    offsets[pair] = sign * (float) -model.rho[decision];
  }

  private static int start(svm_model model, int place) {
    int start = 0;
    for (int i = 0; i < place; i++) {
      start += model.nSV[i];
    }
    return start;
  }

  private static Stance stance(LibSVMClassificationModel tribuo, svm_model model, int place) {
    return TribuoData.stance(tribuo.getOutputIDInfo().getOutput(model.label[place]));
  }
}

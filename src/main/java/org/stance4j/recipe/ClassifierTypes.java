package org.stance4j.recipe;

import java.util.List;
import org.stance4j.classifier.MajorityClassifier;
import org.stance4j.classifier.dl4j.AttentionSettings;
import org.stance4j.classifier.dl4j.AttentionTrainer;
import org.stance4j.classifier.dl4j.ConvolutionSettings;
import org.stance4j.classifier.dl4j.ConvolutionTrainer;
import org.stance4j.classifier.dl4j.MlpSettings;
import org.stance4j.classifier.dl4j.MlpTrainer;
import org.stance4j.classifier.tribuo.TribuoKernelTrainer;
import org.stance4j.classifier.tribuo.TribuoLinearSvmTrainer;
import org.stance4j.classifier.tribuo.TribuoLinearTrainer;
import org.stance4j.classifier.tribuo.XGBoostSettings;
import org.stance4j.classifier.tribuo.XGBoostTrainer;

/** The kinds of classifier that recipes may name, and their keys. */
final class ClassifierTypes {
  private static final Key<Boolean> BALANCED =
      Key.flag("balanced", "whether every stance weighs the same, however often it occurs")
          .or(true);
  private static final Key<Double> COST =
      Key.positive("cost", "penalty of an error; the inverse of the regularisation").or(1.0);
  private static final Key<Double> GAMMA = Key.positive("gamma", "width of the kernel").or(1.0);
  private static final Key<Integer> CALIBRATION_FOLDS =
      Key.integer(
              "calibrationFolds",
              2,
              20,
              "folds inside the training data that probabilities are fitted on")
          .or(3);

  private static final Key<Integer> TREES =
      Key.integer("trees", 1, 10_000, "rounds; each adds a tree for every stance").or(100);
  private static final Key<Integer> DEPTH = Key.integer("depth", 1, 12, "deepest tree").or(4);
  private static final Key<Double> SHRINKAGE =
      Key.number("learningRate", 0.001, 1, "share of each tree that is kept").or(0.1);
  private static final Key<Double> SUBSAMPLE =
      Key.number("subsample", 0.01, 1, "share of the sentences that a round sees").or(0.8);
  private static final Key<Double> COLUMN_SAMPLE =
      Key.number("columnSample", 0.001, 1, "share of the features that a tree sees").or(0.3);
  private static final Key<Double> MIN_CHILD_WEIGHT =
      Key.number("minChildWeight", 0, Double.POSITIVE_INFINITY, "least weight of a leaf").or(1.0);
  private static final Key<Double> LAMBDA =
      Key.number("lambda", 0, Double.POSITIVE_INFINITY, "L2 penalty of the leaves").or(1.0);
  private static final Key<Integer> BINS =
      Key.integer("bins", 2, 1024, "steps in which a feature's values are told apart").or(64);

  private static final Key<Integer> HIDDEN =
      Key.integer("hidden", 1, 4096, "units of the hidden layer").or(256);
  private static final Key<Double> DROPOUT =
      Key.share("dropout", "share of inputs and hidden units that a step leaves out").or(0.5);
  private static final Key<Integer> EPOCHS =
      Key.integer("epochs", 1, "passes over the data").or(30);
  private static final Key<Integer> BATCH = Key.integer("batch", 1, "sentences a step").or(32);
  private static final Key<Double> LEARNING_RATE =
      Key.positive("learningRate", "step size of Adam").or(0.001);
  private static final Key<Double> WEIGHT_DECAY =
      Key.number("weightDecay", 0, Double.POSITIVE_INFINITY, "decay of the weights").or(0.0001);

  private static final Key<Integer> MIX_LAYERS =
      Key.integer(
              "mixLayers",
              0,
              24,
              "number of layers whose mix is learnt, as many as the features have; 0 for none")
          .or(0);
  private static final Key<Integer> WIDTH =
      Key.integer("width", 1, 15, "tokens that a filter sees at a time").or(3);
  private static final Key<Integer> FILTERS =
      Key.integer("filters", 1, 4096, "number of filters").or(128);
  private static final Key<Integer> HEADS = Key.integer("heads", 1, 64, "number of heads").or(4);
  private static final Key<Integer> HEAD_SIZE =
      Key.integer("headSize", 1, 1024, "numbers of a query, key and value in each head").or(32);
  private static final Key<Boolean> PROJECT =
      Key.flag("project", "whether queries, keys and values are learnt projections").or(true);
  private static final Key<Integer> TOKEN_EPOCHS =
      Key.integer("epochs", 1, "passes over the data").or(5);

  /** Every kind, in the order of listings. */
  static final List<ComponentType<ClassifierSpec>> ALL =
      List.of(
          new ComponentType<>(
              "majority",
              "always the most frequent stance",
              List.of(),
              section -> ClassifierSpec.ofVectors("majority", MajorityClassifier.trainer())),
          new ComponentType<>(
              "linear",
              "logistic regression, one stance against the rest (Tribuo, LibLinear)",
              List.of(COST, BALANCED),
              section ->
                  ClassifierSpec.ofVectors(
                      "linear", new TribuoLinearTrainer(section.get(COST), section.get(BALANCED)))),
          new ComponentType<>(
              "linear-svm",
              "linear support vector machine (Tribuo, LibLinear)",
              List.of(COST, BALANCED, CALIBRATION_FOLDS),
              section ->
                  ClassifierSpec.ofVectors(
                      "linear-svm",
                      new TribuoLinearSvmTrainer(
                          section.get(COST),
                          section.get(BALANCED),
                          section.get(CALIBRATION_FOLDS)))),
          new ComponentType<>(
              "rbf-svm",
              "support vector machine with a radial kernel (Tribuo, LibSVM)",
              List.of(COST, GAMMA, BALANCED, CALIBRATION_FOLDS),
              section ->
                  ClassifierSpec.ofVectors(
                      "rbf-svm",
                      new TribuoKernelTrainer(
                          section.get(COST),
                          section.get(GAMMA),
                          section.get(BALANCED),
                          section.get(CALIBRATION_FOLDS)))),
          new ComponentType<>(
              "xgboost",
              "gradient-boosted trees (XGBoost)",
              List.of(
                  TREES,
                  DEPTH,
                  SHRINKAGE,
                  SUBSAMPLE,
                  COLUMN_SAMPLE,
                  MIN_CHILD_WEIGHT,
                  LAMBDA,
                  BINS,
                  BALANCED),
              section ->
                  ClassifierSpec.ofVectors(
                      "xgboost",
                      new XGBoostTrainer(
                          new XGBoostSettings(
                              section.get(TREES),
                              section.get(DEPTH),
                              section.get(SHRINKAGE),
                              section.get(SUBSAMPLE),
                              section.get(COLUMN_SAMPLE),
                              section.get(MIN_CHILD_WEIGHT),
                              section.get(LAMBDA),
                              section.get(BINS),
                              section.get(BALANCED))))),
          new ComponentType<>(
              "mlp",
              "perceptron with one hidden layer (Deeplearning4j)",
              List.of(
                  HIDDEN,
                  DROPOUT,
                  EPOCHS,
                  BATCH,
                  LEARNING_RATE,
                  WEIGHT_DECAY,
                  BALANCED,
                  MIX_LAYERS),
              section ->
                  ClassifierSpec.ofDense(
                      "mlp",
                      section.get(MIX_LAYERS),
                      new MlpTrainer(
                          new MlpSettings(
                              section.get(HIDDEN),
                              section.get(DROPOUT),
                              section.get(EPOCHS),
                              section.get(BATCH),
                              section.get(LEARNING_RATE),
                              section.get(WEIGHT_DECAY),
                              section.get(BALANCED),
                              section.get(MIX_LAYERS))))),
          new ComponentType<>(
              "conv",
              "convolution over tokens, greatest response of each filter (Deeplearning4j)",
              List.of(
                  WIDTH,
                  FILTERS,
                  DROPOUT,
                  TOKEN_EPOCHS,
                  BATCH,
                  LEARNING_RATE,
                  WEIGHT_DECAY,
                  BALANCED),
              section ->
                  ClassifierSpec.ofTokens(
                      "conv",
                      new ConvolutionTrainer(
                          new ConvolutionSettings(
                              section.get(WIDTH),
                              section.get(FILTERS),
                              section.get(DROPOUT),
                              section.get(TOKEN_EPOCHS),
                              section.get(BATCH),
                              section.get(LEARNING_RATE),
                              section.get(WEIGHT_DECAY),
                              section.get(BALANCED))))),
          new ComponentType<>(
              "attention",
              "self-attention over tokens, then their mean (Deeplearning4j)",
              List.of(
                  HEADS,
                  HEAD_SIZE,
                  PROJECT,
                  DROPOUT,
                  TOKEN_EPOCHS,
                  BATCH,
                  LEARNING_RATE,
                  WEIGHT_DECAY,
                  BALANCED),
              section ->
                  ClassifierSpec.ofTokens(
                      "attention",
                      new AttentionTrainer(
                          new AttentionSettings(
                              section.get(HEADS),
                              section.get(HEAD_SIZE),
                              section.get(PROJECT),
                              section.get(DROPOUT),
                              section.get(TOKEN_EPOCHS),
                              section.get(BATCH),
                              section.get(LEARNING_RATE),
                              section.get(WEIGHT_DECAY),
                              section.get(BALANCED))))));

  private ClassifierTypes() {}
}

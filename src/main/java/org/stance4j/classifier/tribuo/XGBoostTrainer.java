package org.stance4j.classifier.tribuo;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.features.FeatureVector;

/**
 * Gradient-boosted trees on the softmax of the stances, by XGBoost's histogram method.
 *
 * <p>XGBoost is given the vectors' own numbers. Tribuo's trainer, which finds the same trees, would
 * first make a named feature of each. A zero counts as missing in training as in scoring; see
 * {@link org.stance4j.classifier.TreeEnsembleClassifier}. Each training has one thread: the work
 * between two points at which threads wait for each other is too little to share, and trainings can
 * run side by side.
 *
 * @param settings size and training
 * @see <a href="https://arxiv.org/abs/1603.02754">Chen and Guestrin 2016, XGBoost</a>
 */
public record XGBoostTrainer(XGBoostSettings settings) implements ClassifierTrainer {
  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if XGBoost's library does not load on this machine
   */
  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    ClassifierTrainer.check(dataset, vectors);
    List<Stance> stances = List.copyOf(EnumSet.copyOf(dataset.stances()));
    try {
      Booster booster = fit(dataset, stances, vectors, seed);
      try {
        return XGBoostDump.classifier(
            booster.getModelDump((String) null, false, "text"),
            stances,
            vectors.get(0).dimension());
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "XGBoost's library does not load on this machine; it needs OpenMP (libgomp on Linux,"
              + " libomp on macOS); install that, or choose another classifier",
          e);
    }
  }

  /** XGBoost's own model: what the parity test compares with. */
  Booster fit(Dataset dataset, List<Stance> stances, List<FeatureVector> vectors, long seed)
      throws XGBoostError {
    DMatrix matrix = XGBoostMatrix.of(vectors);
    try {
      List<Stance> gold = dataset.stances();
      float[] labels = new float[gold.size()];
      for (int row = 0; row < labels.length; row++) {
        labels[row] = stances.indexOf(gold.get(row));
      }
      matrix.setLabel(labels);
      if (settings.balanced()) {
        matrix.setWeight(balancedWeights(gold, stances.size()));
      }
      return XGBoost.train(
          matrix, parameters(stances.size(), seed), settings.trees(), Map.of(), null, null);
    } finally {
      matrix.dispose();
    }
  }

  /** What Tribuo's own trainer is given too, when the parity test compares with it. */
  Map<String, Object> parameters(int stances, long seed) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "multi:softprob");
    parameters.put("num_class", stances);
    parameters.put("base_score", 0);
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", settings.depth());
    parameters.put("eta", settings.learningRate());
    parameters.put("subsample", settings.subsample());
    parameters.put("colsample_bytree", settings.columnSample());
    parameters.put("min_child_weight", settings.minChildWeight());
    parameters.put("lambda", settings.lambda());
    parameters.put("max_bin", settings.bins());
    parameters.put("seed", Long.hashCode(seed) & Integer.MAX_VALUE);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  /** n / (stances · n_k) for a row of stance k: every stance present weighs the same in all. */
  private static float[] balancedWeights(List<Stance> gold, int stances) {
    int[] counts = new int[Stance.COUNT];
    gold.forEach(stance -> counts[stance.ordinal()]++);
    float[] weights = new float[gold.size()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = (float) gold.size() / (stances * counts[gold.get(row).ordinal()]);
    }
    return weights;
  }
}

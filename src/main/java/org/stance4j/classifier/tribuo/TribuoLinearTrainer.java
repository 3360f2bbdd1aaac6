package org.stance4j.classifier.tribuo;

import de.bwaldvogel.liblinear.Model;
import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.LinearClassifier;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * L2-regularised logistic regression, one stance against the rest, by LibLinear's dual solver.
 *
 * @param cost inverse strength of the penalty, above 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/liblinear.pdf">Fan et al. 2008</a>
 */
public record TribuoLinearTrainer(double cost, boolean balanced) implements ClassifierTrainer {
  private static final int MOST_ITERATIONS = 1000;
  private static final double TOLERANCE = 0.01;
  // A stance that the data lack scores far below the others: σ(−30) ≈ 1e-13.
  private static final float NEVER = -30;

  public TribuoLinearTrainer {
    if (!(cost > 0)) {
      throw new IllegalArgumentException("cost must be above 0, got " + cost);
    }
  }

  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    ClassifierTrainer.check(dataset, vectors);
    int dimension = vectors.get(0).dimension();
    // Tribuo refuses examples without a feature
    List<Integer> rows =
        IntStream.range(0, dataset.size()).filter(i -> known(vectors.get(i))).boxed().toList();
    Dataset kept = dataset.select(rows);
    if (kept.stances().stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + ": only "
              + rows.size()
              + " of "
              + dataset.size()
              + " sentences hold a known n-gram, of fewer than two stances; lower minDocuments");
    }
    List<FeatureVector> keptVectors = rows.stream().map(vectors::get).toList();
    return classifier(fit(kept, keptVectors, new TribuoData(dimension), seed), dimension);
  }

  private static boolean known(FeatureVector vector) {
    return !(vector instanceof SparseVector sparse) || sparse.size() > 0;
  }

  /** Tribuo's own model: what the parity test compares with. */
  LibLinearClassificationModel fit(
      Dataset dataset, List<FeatureVector> vectors, TribuoData data, long seed) {
    MutableDataset<Label> examples = data.dataset(dataset, vectors);
    LibLinearClassificationTrainer trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearType.L2R_LR),
            cost,
            MOST_ITERATIONS,
            TOLERANCE,
            seed);
    if (balanced) {
      trainer.setLabelWeights(TribuoData.balancedWeights(dataset));
    }
    return (LibLinearClassificationModel) trainer.train(examples);
  }

  private static LinearClassifier classifier(LibLinearClassificationModel tribuo, int dimension) {
    Model model = tribuo.getInnerModels().get(0);
    int[] indices = TribuoData.indexById(tribuo.getFeatureIDMap());
    float[] weights = new float[Stance.COUNT * dimension];
    float[] biases = {NEVER, NEVER, NEVER};
    int[] labels = model.getLabels();
    double[] learnt = model.getFeatureWeights();
    for (int place = 0; place < labels.length; place++) {
      int row = TribuoData.stance(tribuo.getOutputIDInfo().getOutput(labels[place])).ordinal();
      for (int id = 0; id < indices.length; id++) {
        // LibLinear counts features from 1, and Tribuo adds the bias as one more feature.
        weights[row * dimension + indices[id]] = (float) weight(learnt, labels.length, id, place);
      }
      biases[row] = (float) weight(learnt, labels.length, indices.length, place);
    }
    return new LinearClassifier(weights, biases);
  }

  /** Two-class models store one column, for the first label; the other is its negative. */
  private static double weight(double[] learnt, int labels, int feature, int place) {
    int columns = labels == 2 ? 1 : labels;
    double stored = learnt[feature * columns + (columns == 1 ? 0 : place)];
    return columns == 1 && place == 1 ? -stored : stored;
  }
}

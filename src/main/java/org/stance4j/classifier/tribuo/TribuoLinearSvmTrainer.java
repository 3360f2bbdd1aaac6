package org.stance4j.classifier.tribuo;

import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.LinearSvmClassifier;
import org.stance4j.classifier.SoftmaxRegression;
import org.stance4j.features.FeatureVector;

/**
 * A linear support vector machine with squared hinge loss, one stance against the rest, by
 * LibLinear's primal solver, which makes no random choice. Its probabilities are fitted on the
 * decision values of a grouped cross-validation inside the training data.
 *
 * @param cost penalty of a margin violation, above 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 * @param calibrationFolds folds of the inner cross-validation, at least 2
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/liblinear.pdf">Fan et al. 2008</a>
 */
public record TribuoLinearSvmTrainer(double cost, boolean balanced, int calibrationFolds)
    implements ClassifierTrainer {
  public TribuoLinearSvmTrainer {
    if (!(cost > 0) || calibrationFolds < 2) {
      throw new IllegalArgumentException(
          "cost must be above 0 and calibrationFolds at least 2, got "
              + cost
              + ", "
              + calibrationFolds);
    }
  }

  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    KnownRows known = KnownRows.of(dataset, vectors);
    LibLinearRows rows = new LibLinearRows(known.vectors());
    double[][] decisions =
        HeldOutDecisions.of(
            known.dataset(),
            calibrationFolds,
            seed,
            (rest, train, test) -> {
              LinearSvmClassifier inner = machine(rows, rest, train);
              return test.stream().map(known.vectors()::get).map(inner::decisions).toList();
            });
    List<Integer> all = IntStream.range(0, known.dataset().size()).boxed().toList();
    return machine(rows, known.dataset(), all)
        .withCalibration(SoftmaxRegression.fit(decisions, known.dataset().stances(), balanced));
  }

  private LinearSvmClassifier machine(LibLinearRows rows, Dataset part, List<Integer> places) {
    LibLinearRows.Learnt learnt =
        rows.train(part, places, SolverType.L2R_L2LOSS_SVC, cost, balanced);
    return new LinearSvmClassifier(
        learnt.weights(), learnt.biases(), SoftmaxRegression.uniform(Stance.COUNT));
  }
}

package org.stance4j.classifier.tribuo;

import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.LinearClassifier;
import org.stance4j.features.FeatureVector;

/**
 * L2-regularised logistic regression, one stance against the rest, by LibLinear's primal solver (a
 * Newton method with conjugate gradients). It makes no random choice; the seed plays no part.
 *
 * @param cost inverse strength of the penalty, above 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/liblinear.pdf">Fan et al. 2008</a>
 */
public record TribuoLinearTrainer(double cost, boolean balanced) implements ClassifierTrainer {
  // A stance that the data lack scores far below the others: σ(−30) ≈ 1e-13.
  private static final float NEVER = -30;

  public TribuoLinearTrainer {
    if (!(cost > 0)) {
      throw new IllegalArgumentException("cost must be above 0, got " + cost);
    }
  }

  @Override
  public Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed) {
    KnownRows known = KnownRows.of(dataset, vectors);
    List<Integer> all = IntStream.range(0, known.dataset().size()).boxed().toList();
    LibLinearRows.Learnt learnt =
        new LibLinearRows(known.vectors())
            .train(known.dataset(), all, SolverType.L2R_LR, cost, balanced);
    float[] biases = learnt.biases();
    List<Stance> present = known.dataset().stances();
    for (Stance stance : Stance.values()) {
      if (!present.contains(stance)) {
        biases[stance.ordinal()] = NEVER;
      }
    }
    return new LinearClassifier(learnt.weights(), biases);
  }
}

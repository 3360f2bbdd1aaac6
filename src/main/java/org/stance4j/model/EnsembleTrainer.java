package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.StanceProbabilities;

/**
 * Trains several models on the same data and puts them together: one after the other those that
 * keep several threads busy, then the others side by side.
 *
 * @param members what to train, at least two
 * @param combination how their answers become one
 */
public record EnsembleTrainer(List<ModelTrainer> members, Combination combination)
    implements ModelTrainer {
  public EnsembleTrainer {
    members = List.copyOf(members);
    if (members.size() < 2) {
      throw new IllegalArgumentException(
          "an ensemble needs at least two members, got " + members.size());
    }
  }

  /** How the members' answers become one. */
  public sealed interface Combination {}

  /**
   * The weighted mean of their probabilities.
   *
   * @param weights one per member, each above 0
   */
  public record Vote(List<Float> weights) implements Combination {
    public Vote {
      weights = List.copyOf(weights);
    }
  }

  /**
   * A regression on their out-of-fold probabilities.
   *
   * @param folds of the inner cross-validation that gives them, at least 2
   * @param balanced whether every stance weighs the same
   */
  public record Stack(int folds, boolean balanced) implements Combination {
    public Stack {
      if (folds < 2) {
        throw new IllegalArgumentException("stacking folds must be at least 2, got " + folds);
      }
    }
  }

  @Override
  public ModelTrainer telling(TrainingProgress progress) {
    return new EnsembleTrainer(
        members.stream().map(member -> member.telling(progress)).toList(), combination);
  }

  @Override
  public FittedModel train(Dataset dataset, long seed) {
    Combiner combiner = combiner(dataset, seed);
    FittedModel[] trained = new FittedModel[members.size()];
    List<Integer> sideBySide = new ArrayList<>();
    for (int m = 0; m < trained.length; m++) {
      if (members.get(m).takesSeveralThreads()) {
        trained[m] = members.get(m).train(dataset, seed);
      } else {
        sideBySide.add(m);
      }
    }
    sideBySide.parallelStream().forEach(m -> trained[m] = members.get(m).train(dataset, seed));
    return new EnsembleModel(List.of(trained), combiner);
  }

  private Combiner combiner(Dataset dataset, long seed) {
    if (combination instanceof Vote vote) {
      return new SoftVote(vote.weights());
    }
    Stack stack = (Stack) combination;
    List<List<StanceProbabilities>> answers = new ArrayList<>();
    for (ModelTrainer member : members) {
      answers.add(OutOfFold.predict(dataset, member, stack.folds(), seed, "stacking"));
    }
    return Stacking.fit(answers, dataset.stances(), stack.balanced());
  }
}

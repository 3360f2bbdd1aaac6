package org.stance4j.evaluation;

import java.util.List;

/**
 * One split of a dataset into what is learnt from and what is tested on.
 *
 * @param index number of the fold, from 0
 * @param train row numbers of the dataset, ascending
 * @param test row numbers of the dataset, ascending, none of them in {@code train}
 */
public record Fold(int index, List<Integer> train, List<Integer> test) {
  public Fold {
    train = List.copyOf(train);
    test = List.copyOf(test);
    if (train.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          "fold "
              + index
              + " needs rows on both sides, got "
              + train.size()
              + " to train and "
              + test.size()
              + " to test");
    }
  }
}

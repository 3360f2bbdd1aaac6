package org.stance4j.model;

import org.stance4j.Dataset;
import org.stance4j.StanceTrainer;

/**
 * Makes models that can be written down. Stateless; every part is fitted on the given data alone.
 */
@FunctionalInterface
public interface ModelTrainer extends StanceTrainer {
  @Override
  FittedModel train(Dataset dataset, long seed);

  /** Whether one training keeps several threads busy, so that others had better wait for it. */
  default boolean takesSeveralThreads() {
    return false;
  }

  /** The same trainer, which tells how it goes on where that takes minutes. */
  default ModelTrainer telling(TrainingProgress progress) {
    return this;
  }
}

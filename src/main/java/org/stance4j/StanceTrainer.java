package org.stance4j;

/** Makes a model from labelled sentences; knows nothing of the data it is evaluated on. */
public interface StanceTrainer {
  /**
   * Trains a model. The same dataset and seed give the same model, bit for bit, on the same
   * machine.
   *
   * @param dataset what may be learnt from, and nothing else
   * @param seed source of every random choice
   * @throws IllegalArgumentException if the dataset is empty or holds a single stance
   */
  StanceModel train(Dataset dataset, long seed);
}

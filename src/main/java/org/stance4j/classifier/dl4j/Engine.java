package org.stance4j.classifier.dl4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.stance4j.Dataset;
import org.stance4j.Stance;

/** What all trainings with Deeplearning4j share. */
final class Engine {
  private static final Object ONE_TRAINING = new Object();

  // its exponential is 0
  private static final float NEVER = -10_000;

  private Engine() {}

  /**
   * Runs a training while no other runs, on one thread: ND4J's random source and its number of
   * threads are those of the process.
   */
  static <T> T alone(long seed, Supplier<T> training) {
    synchronized (ONE_TRAINING) {
      Nd4j.getRandom().setSeed(seed);
      // after Nd4j has found its backend, not before
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
      return training.get();
    }
  }

  /** n / (3 · n_k) for each stance if balanced, else 1. */
  static INDArray lossWeights(Dataset dataset, boolean balanced) {
    float[] weights = {1, 1, 1};
    if (balanced) {
      for (Stance stance : Stance.values()) {
        long count = dataset.stances().stream().filter(stance::equals).count();
        weights[stance.ordinal()] =
            count == 0 ? 0 : (float) dataset.size() / (Stance.COUNT * count);
      }
    }
    return Nd4j.createFromArray(weights);
  }

  /** One row per example, 1 at its stance and 0 elsewhere. */
  static float[][] targets(Dataset dataset) {
    float[][] targets = new float[dataset.size()][Stance.COUNT];
    for (int i = 0; i < targets.length; i++) {
      targets[i][dataset.examples().get(i).stance().ordinal()] = 1;
    }
    return targets;
  }

  /** The numbers of an array, its last index running fastest. */
  static float[] numbers(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  /**
   * The biases of the output layer. A stance that the data lack gets one that rules it out:
   * training alone leaves it a chance.
   */
  static float[] outputBiases(INDArray learnt, Dataset dataset) {
    float[] biases = numbers(learnt);
    for (Stance stance : Stance.values()) {
      if (!dataset.stances().contains(stance)) {
        biases[stance.ordinal()] = NEVER;
      }
    }
    return biases;
  }
}

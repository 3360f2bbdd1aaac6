package org.stance4j.finetune;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adam with decoupled weight decay for one array of parameters. Of one thread at a time.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019, Decoupled Weight
 *     Decay Regularization</a>
 */
final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final INDArray parameters;
  private final double weightDecay;
  private final INDArray firstMoment;
  private final INDArray secondMoment;
  private int steps;

  /**
   * An optimiser that has made no step.
   *
   * @param parameters changed in place by every step
   * @param weightDecay share of a parameter that a step of rate 1 takes away; 0 for none
   */
  AdamW(INDArray parameters, double weightDecay) {
    this.parameters = parameters;
    this.weightDecay = weightDecay;
    this.firstMoment = parameters.ulike().assign(0);
    this.secondMoment = parameters.ulike().assign(0);
  }

  /**
   * One step against a gradient, which is overwritten.
   *
   * @param gradient as many numbers as parameters
   * @param rate of learning, above 0
   */
  void step(INDArray gradient, double rate) {
    if (weightDecay > 0) {
      parameters.muli(1 - rate * weightDecay);
    }
    Nd4j.exec(
        new AdamUpdater(
            gradient,
            secondMoment,
            firstMoment,
            gradient,
            secondMoment,
            firstMoment,
            rate,
            BETA1,
            BETA2,
            EPSILON,
            steps++));
    parameters.subi(gradient);
  }

  /** Frees the native memory of the moments. */
  void close() {
    firstMoment.close();
    secondMoment.close();
  }
}

package org.stance4j.evaluation;

/**
 * What became of one demand on one model.
 *
 * @param gate the demand, as it was written
 * @param model name of the model it was held against
 * @param value the figure that the model has
 * @param limit the number that it was compared with, the baseline's figure worked in
 * @param failed whether the condition holds, which is what must not be
 */
public record GateResult(String gate, String model, double value, double limit, boolean failed) {
  /** How far the figure lies beyond the limit, or, where it passes, how far from it; at least 0. */
  public double distance() {
    return Math.abs(value - limit);
  }
}

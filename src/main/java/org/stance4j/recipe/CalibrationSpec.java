package org.stance4j.recipe;

/**
 * How a model's probabilities are mended after training.
 *
 * @param method none, temperature or vector
 * @param folds of the inner cross-validation whose predictions it is fitted on, at least 2
 * @param balanced whether every stance weighs the same in the fit
 */
public record CalibrationSpec(String method, int folds, boolean balanced) {}

package org.stance4j.pipeline;

import org.stance4j.evaluation.Evaluation;
import org.stance4j.noise.NoiseEstimate;

/**
 * What a search for wrong labels found.
 *
 * @param estimate how many labels are likely wrong, and which
 * @param crossValidated how good the model is that doubts them
 */
public record NoiseOutcome(NoiseEstimate estimate, Evaluation crossValidated) {}

package org.stance4j.recipe;

import org.stance4j.classifier.ClassifierTrainer;

/**
 * The classifier that a recipe asks for.
 *
 * @param type the name used in recipes
 * @param trainer what learns
 */
public record ClassifierSpec(String type, ClassifierTrainer trainer) {}

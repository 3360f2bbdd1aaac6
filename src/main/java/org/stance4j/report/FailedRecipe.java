package org.stance4j.report;

/**
 * A recipe that could not be trained or measured.
 *
 * @param name name of the recipe
 * @param description one line on when to use it
 * @param reason why, with the way out where there is one
 */
public record FailedRecipe(String name, String description, String reason) {}

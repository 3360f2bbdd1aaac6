package org.stance4j.explain;

/** How pulls were found, and so what their unit is. */
public enum ExplanationMethod {
  /**
   * N-gram × weight of a linear model: exact parts of the score of each stance against the rest, a
   * log-odds where the model is a logistic regression. Pulls of all words, of the context and the
   * bias sum to the score.
   */
  EXACT_WEIGHTS("exact-weights", "exact: n-gram times weight, in units of the linear score"),
  /**
   * Probability with the word minus probability without it, in [−1, 1] (leave-one-out: Zeiler and
   * Fergus 2014, "Visualizing and Understanding Convolutional Networks"; Li, Monroe and Jurafsky
   * 2016, "Understanding Neural Networks through Representation Erasure", who divide by the
   * former). Pulls of several words need not sum to anything.
   */
  OCCLUSION("occlusion", "occlusion: probability with the word minus probability without it");

  private final String label;
  private final String words;

  ExplanationMethod(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** The name used in files. */
  public String label() {
    return label;
  }

  /** The method in words. */
  public String words() {
    return words;
  }
}

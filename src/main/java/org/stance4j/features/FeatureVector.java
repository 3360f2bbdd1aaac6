package org.stance4j.features;

/** The numbers that a classifier sees of one sentence. */
public sealed interface FeatureVector permits SparseVector, DenseVector {
  /** Length of the vector, zeros included. */
  int dimension();
}

package org.stance4j.features;

/** The numbers that a classifier sees of one sentence. */
public sealed interface FeatureVector permits SparseVector, DenseVector, TokenMatrix {
  /** Length of the vector, zeros included; of a {@link TokenMatrix}, that of each row. */
  int dimension();
}

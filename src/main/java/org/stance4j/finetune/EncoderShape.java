package org.stance4j.finetune;

import org.stance4j.Stance;

/**
 * The sizes of a BERT-style encoder.
 *
 * @param layers number of layers
 * @param hidden numbers in a token's vector; a multiple of {@code heads}
 * @param heads attention heads of a layer
 * @param epsilon what layer norms add to the variance
 */
record EncoderShape(int layers, int hidden, int heads, double epsilon) {
  /** Classes of the head. */
  static final int CLASSES = Stance.COUNT;

  EncoderShape {
    if (layers < 1 || heads < 1 || hidden < 1 || hidden % heads != 0) {
      throw new IllegalArgumentException(
          "an encoder has at least one layer and head, and its hidden size is a multiple of the"
              + " heads, got "
              + layers
              + " layers, hidden size "
              + hidden
              + ", "
              + heads
              + " heads");
    }
  }

  /** Numbers that a head sees. */
  int headSize() {
    return hidden / heads;
  }
}

package org.stance4j.finetune;

import java.util.List;
import org.stance4j.encoder.TokenSpan;

/**
 * Scaled dot-product attention of several heads, within each passage. Of one thread at a time.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, Attention is all you
 *     need</a>
 */
final class Attention implements AutoCloseable {
  private final EncoderShape shape;
  private final float scale;

  /** For each passage and head [tokens][tokens], one after the other. */
  private final Matrix shares = new Matrix(0, 1);

  Attention(EncoderShape shape) {
    this.shape = shape;
    this.scale = (float) (1 / Math.sqrt(shape.headSize()));
  }

  /**
   * What each token gathers from its passage.
   *
   * @param passages where the rows of each passage are
   * @param query [rows][hidden], as key and value
   * @param result [rows][hidden]
   */
  void forward(List<TokenSpan> passages, Matrix query, Matrix key, Matrix value, Matrix result) {
    int hidden = shape.hidden();
    int size = shape.headSize();
    int heads = shape.heads();
    shares.reserve(
        passages.stream().mapToInt(passage -> passage.length() * passage.length() * heads).sum());
    long place = 0;
    for (TokenSpan passage : passages) {
      int tokens = passage.length();
      int start = passage.start();
      float[] row = new float[tokens];
      for (int head = 0; head < heads; head++) {
        int column = head * size;
        Blas.product(
            false,
            true,
            tokens,
            tokens,
            size,
            scale,
            query.at(start, column),
            hidden,
            key.at(start, column),
            hidden,
            0,
            shares.at(place),
            tokens);
        for (int t = 0; t < tokens; t++) {
          long first = place + (long) t * tokens;
          shares.at(first).get(row, 0, tokens);
          Activations.softmax(row, tokens);
          shares.at(first).put(row, 0, tokens);
        }
        Blas.product(
            false,
            false,
            tokens,
            size,
            tokens,
            1,
            shares.at(place),
            tokens,
            value.at(start, column),
            hidden,
            0,
            result.at(start, column),
            hidden);
        place += (long) tokens * tokens;
      }
    }
  }

  /**
   * Sets the gradients of query, key and value.
   *
   * @param gradient of the result
   * @param scratch of one column
   */
  void backward(
      List<TokenSpan> passages,
      Matrix query,
      Matrix key,
      Matrix value,
      Matrix gradient,
      Matrix queryGradient,
      Matrix keyGradient,
      Matrix valueGradient,
      Matrix scratch) {
    int hidden = shape.hidden();
    int size = shape.headSize();
    long place = 0;
    for (TokenSpan passage : passages) {
      int tokens = passage.length();
      int start = passage.start();
      scratch.reserve(tokens * tokens);
      for (int head = 0; head < shape.heads(); head++) {
        int column = head * size;
        Blas.product(
            false,
            true,
            tokens,
            tokens,
            size,
            1,
            gradient.at(start, column),
            hidden,
            value.at(start, column),
            hidden,
            0,
            scratch.at(0),
            tokens);
        Blas.product(
            true,
            false,
            tokens,
            size,
            tokens,
            1,
            shares.at(place),
            tokens,
            gradient.at(start, column),
            hidden,
            0,
            valueGradient.at(start, column),
            hidden);
        softmaxBackward(tokens, place, scratch);
        Blas.product(
            false,
            false,
            tokens,
            size,
            tokens,
            scale,
            scratch.at(0),
            tokens,
            key.at(start, column),
            hidden,
            0,
            queryGradient.at(start, column),
            hidden);
        Blas.product(
            true,
            false,
            tokens,
            size,
            tokens,
            scale,
            scratch.at(0),
            tokens,
            query.at(start, column),
            hidden,
            0,
            keyGradient.at(start, column),
            hidden);
        place += (long) tokens * tokens;
      }
    }
  }

  /** Turns the gradient of the shares into that of the scores. */
  private void softmaxBackward(int tokens, long place, Matrix gradient) {
    float[] share = new float[tokens];
    float[] row = new float[tokens];
    for (int t = 0; t < tokens; t++) {
      long first = (long) t * tokens;
      shares.at(place + first).get(share, 0, tokens);
      gradient.at(first).get(row, 0, tokens);
      float mean = 0;
      for (int k = 0; k < tokens; k++) {
        mean += share[k] * row[k];
      }
      for (int k = 0; k < tokens; k++) {
        row[k] = share[k] * (row[k] - mean);
      }
      gradient.at(first).put(row, 0, tokens);
    }
  }

  @Override
  public void close() {
    shares.close();
  }
}

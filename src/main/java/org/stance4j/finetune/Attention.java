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
        Blas.Block share = square(shares, place, tokens);
        Blas.product(
            scale,
            query.block(start, column, tokens, size),
            key.block(start, column, tokens, size).turned(),
            0,
            share);
        for (int t = 0; t < tokens; t++) {
          long first = place + (long) t * tokens;
          shares.at(first).get(row, 0, tokens);
          Activations.softmax(row, tokens);
          shares.at(first).put(row, 0, tokens);
        }
        Blas.product(
            1,
            share,
            value.block(start, column, tokens, size),
            0,
            result.block(start, column, tokens, size));
        place += (long) tokens * tokens;
      }
    }
  }

  /** [tokens][tokens] in a matrix of one column. */
  private static Blas.Block square(Matrix matrix, long place, int tokens) {
    return new Blas.Block(matrix.at(place), tokens, tokens, tokens, false);
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
    int size = shape.headSize();
    long place = 0;
    for (TokenSpan passage : passages) {
      int tokens = passage.length();
      int start = passage.start();
      scratch.reserve(tokens * tokens);
      for (int head = 0; head < shape.heads(); head++) {
        int column = head * size;
        Blas.Block share = square(shares, place, tokens);
        Blas.Block slope = square(scratch, 0, tokens);
        Blas.Block ofResult = gradient.block(start, column, tokens, size);
        Blas.product(1, ofResult, value.block(start, column, tokens, size).turned(), 0, slope);
        Blas.product(
            1, share.turned(), ofResult, 0, valueGradient.block(start, column, tokens, size));
        softmaxBackward(tokens, place, scratch);
        Blas.product(
            scale,
            slope,
            key.block(start, column, tokens, size),
            0,
            queryGradient.block(start, column, tokens, size));
        Blas.product(
            scale,
            slope.turned(),
            query.block(start, column, tokens, size),
            0,
            keyGradient.block(start, column, tokens, size));
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

package org.stance4j.finetune;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sentences as the inputs of an {@link EncoderGraph}, padded to one length. */
final class Feed implements AutoCloseable {
  /** What padding scores before the softmax: nothing looks at it. */
  private static final float NEVER = -10_000;

  /** Lengths are padded to a multiple of this, so that there are few shapes. */
  private static final int STEP = 8;

  private final Map<String, INDArray> arrays = new HashMap<>();
  private final int tokens;

  /**
   * The inputs of a batch.
   *
   * @param rows at least one
   * @param targets [rows][classes]
   */
  Feed(EncoderShape shape, List<TokenRows> rows, float[][] targets) {
    int hidden = shape.hidden();
    int batch = rows.size();
    int longest = rows.stream().mapToInt(TokenRows::tokens).max().orElseThrow();
    int length = (longest + STEP - 1) / STEP * STEP;
    this.tokens = batch * length;
    float[] input = new float[tokens * hidden];
    float[] bias = new float[tokens];
    float[] pooling = new float[tokens];
    for (int r = 0; r < batch; r++) {
      TokenRows row = rows.get(r);
      for (int t = 0; t < length; t++) {
        int place = r * length + t;
        if (t < row.tokens()) {
          row.copyToken(t, input, place * hidden);
        } else {
          bias[place] = NEVER;
        }
        pooling[place] = t < row.own() ? 1f / row.own() : 0;
      }
    }
    put(EncoderGraph.INPUT, Nd4j.createFromArray(input).reshape(-1, hidden));
    put(EncoderGraph.ATTENTION_BIAS, Nd4j.createFromArray(bias).reshape(batch, 1, 1, length));
    put(EncoderGraph.POOLING, Nd4j.createFromArray(pooling).reshape(batch, 1, length));
    put(EncoderGraph.TARGETS, Nd4j.createFromArray(targets));
    put(EncoderGraph.TOKEN_ONES, Nd4j.ones(DataType.FLOAT, tokens, 1));
    put(EncoderGraph.BATCH_ONES, Nd4j.ones(DataType.FLOAT, batch, 1));
    put(
        EncoderGraph.SPLIT_SHAPE,
        Nd4j.createFromArray(new long[] {batch, length, shape.heads(), shape.headSize()}));
    put(EncoderGraph.TOKEN_SHAPE, Nd4j.createFromArray(new long[] {batch, length, hidden}));
  }

  /** A further input. */
  void put(String name, INDArray array) {
    arrays.put(name, array);
  }

  /** Tokens of the batch, padding included. */
  int tokens() {
    return tokens;
  }

  /** Every input by its name. */
  Map<String, INDArray> arrays() {
    return arrays;
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    arrays.values().forEach(INDArray::close);
  }
}

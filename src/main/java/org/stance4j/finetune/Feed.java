package org.stance4j.finetune;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.encoder.TokenSpan;

/** Passages as the inputs of an {@link EncoderGraph}, padded to one length. */
final class Feed implements AutoCloseable {
  /** What padding scores before the softmax: nothing looks at it. */
  private static final float NEVER = -10_000;

  /** Lengths are padded to a multiple of this, so that there are few shapes. */
  private static final int STEP = 8;

  private final Map<String, INDArray> arrays = new HashMap<>();
  private final int tokens;
  private final int places;

  /**
   * The inputs of a batch.
   *
   * @param rows passages, at least one
   * @param targets of each passage [wanted texts][classes]
   */
  Feed(EncoderShape shape, List<TokenRows> rows, List<float[][]> targets) {
    int hidden = shape.hidden();
    int batch = rows.size();
    int longest = rows.stream().mapToInt(TokenRows::tokens).max().orElseThrow();
    int length = (longest + STEP - 1) / STEP * STEP;
    this.tokens = batch * length;
    this.places = rows.stream().mapToInt(row -> row.wanted().size()).max().orElseThrow();
    float[] input = new float[tokens * hidden];
    float[] bias = new float[tokens];
    float[] pooling = new float[batch * places * length];
    float[] wanted = new float[batch * places * EncoderShape.CLASSES];
    for (int r = 0; r < batch; r++) {
      TokenRows row = rows.get(r);
      for (int t = 0; t < length; t++) {
        int place = r * length + t;
        if (t < row.tokens()) {
          row.copyToken(t, input, place * hidden);
        } else {
          bias[place] = NEVER;
        }
      }
      for (int i = 0; i < row.wanted().size(); i++) {
        TokenSpan span = row.wanted().get(i);
        int place = r * places + i;
        Arrays.fill(
            pooling,
            place * length + span.start(),
            place * length + span.end(),
            1f / span.length());
        System.arraycopy(
            targets.get(r)[i], 0, wanted, place * EncoderShape.CLASSES, EncoderShape.CLASSES);
      }
    }
    put(EncoderGraph.INPUT, Nd4j.createFromArray(input).reshape(-1, hidden));
    put(EncoderGraph.ATTENTION_BIAS, Nd4j.createFromArray(bias).reshape(batch, 1, 1, length));
    put(EncoderGraph.POOLING, Nd4j.createFromArray(pooling).reshape(batch, places, length));
    put(EncoderGraph.TARGETS, Nd4j.createFromArray(wanted).reshape(-1, EncoderShape.CLASSES));
    put(EncoderGraph.TOKEN_ONES, Nd4j.ones(DataType.FLOAT, tokens, 1));
    put(EncoderGraph.TEXT_ONES, Nd4j.ones(DataType.FLOAT, (long) batch * places, 1));
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

  /** Texts that each passage has a place for: the texts of passage p begin at p times this. */
  int places() {
    return places;
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

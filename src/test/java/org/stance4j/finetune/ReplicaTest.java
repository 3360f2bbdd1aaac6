package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.encoder.TokenSpan;
import org.stance4j.tensor.Tensor;

/**
 * A tiny encoder, 2 layers, hidden size 6, 2 heads, inner size 8: SameDiff's gradients in double
 * precision against finite differences, and ours against SameDiff's.
 */
class ReplicaTest {
  private static final EncoderShape SHAPE = new EncoderShape(2, 6, 2, 1e-3);
  private static final int INNER = 8;
  private static final int BATCH = 2;
  private static final int TOKENS = 4;
  private static final int TEXTS = 2;
  private static final double STEP = 1e-5;

  private final Random random = new Random(5);

  private float[] numbers(double scale, int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) (random.nextGaussian() * scale);
    }
    return numbers;
  }

  /** Numbers in single precision, so that both arithmetics begin with the same. */
  private Map<String, INDArray> parameters() {
    Map<String, INDArray> parameters = new LinkedHashMap<>();
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      for (String name : EncoderWeights.names(layer)) {
        int inputs = name.contains("output.dense") && !name.contains("attention") ? INNER : 6;
        int outputs = name.contains("intermediate") ? INNER : 6;
        boolean matrix = name.endsWith(".weight") && !name.contains("LayerNorm");
        parameters.put(name, array(0.5, matrix ? inputs : 1, outputs));
      }
    }
    parameters.put(Head.WEIGHT, array(0.5, 6, EncoderShape.CLASSES));
    parameters.put(Head.BIAS, array(0.5, 1, EncoderShape.CLASSES));
    return parameters;
  }

  private INDArray array(double scale, int rows, int columns) {
    return Nd4j.createFromArray(numbers(scale, rows * columns))
        .castTo(DataType.DOUBLE)
        .reshape(rows, columns);
  }

  private static Parameters single(Map<String, INDArray> parameters) {
    Parameters single = new Parameters();
    parameters.forEach(
        (name, values) ->
            single.add(
                name,
                Matrix.of(values.data().asFloat(), (int) values.size(0), (int) values.size(1))));
    return single;
  }

  /**
   * Two texts of two tokens and of one; and a passage of three tokens, of which one text is one.
   */
  private static final List<List<TokenSpan>> WANTED =
      List.of(List.of(new TokenSpan(0, 2), new TokenSpan(3, 4)), List.of(new TokenSpan(1, 2)));

  private static final List<float[][]> TARGETS =
      List.of(
          new float[][] {{0.2f, 0.05f, 0.05f}, {0.05f, 0.2f, 0.05f}},
          new float[][] {{0.05f, 0.05f, 0.3f}});

  private static List<TokenRows> rows(float[] numbers) {
    return List.of(
        TokenRows.of(Tensor.ofFloats(Arrays.copyOf(numbers, 24), 4, 6), WANTED.get(0)),
        TokenRows.of(Tensor.ofFloats(Arrays.copyOfRange(numbers, 24, 42), 3, 6), WANTED.get(1)));
  }

  /** The same as SameDiff wants it; the second passage has a token of padding. */
  private static Map<String, INDArray> feed(float[] numbers) {
    Map<String, INDArray> feed = new HashMap<>();
    feed.put(
        SameDiffEncoder.INPUT,
        Nd4j.createFromArray(numbers).castTo(DataType.DOUBLE).reshape(BATCH * TOKENS, 6));
    feed.put(
        SameDiffEncoder.ATTENTION_BIAS,
        Nd4j.create(new double[] {0, 0, 0, 0, 0, 0, 0, -10_000}).reshape(BATCH, 1, 1, TOKENS));
    feed.put(
        SameDiffEncoder.POOLING,
        Nd4j.create(new double[] {0.5, 0.5, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0})
            .reshape(BATCH, TEXTS, TOKENS));
    feed.put(
        SameDiffEncoder.TARGETS,
        Nd4j.create(
            new double[][] {{0.2, 0.05, 0.05}, {0.05, 0.2, 0.05}, {0.05, 0.05, 0.3}, {0, 0, 0}}));
    feed.put(SameDiffEncoder.TOKEN_ONES, Nd4j.ones(DataType.DOUBLE, BATCH * TOKENS, 1));
    feed.put(SameDiffEncoder.TEXT_ONES, Nd4j.ones(DataType.DOUBLE, BATCH * TEXTS, 1));
    feed.put(SameDiffEncoder.SPLIT_SHAPE, Nd4j.createFromArray(2L, 4L, 2L, 3L));
    feed.put(SameDiffEncoder.TOKEN_SHAPE, Nd4j.createFromArray(2L, 4L, 6L));
    return feed;
  }

  private static double loss(SameDiffEncoder graph, Map<String, INDArray> feed) {
    return graph
        .sameDiff()
        .output(feed, SameDiffEncoder.LOSS)
        .get(SameDiffEncoder.LOSS)
        .getDouble(0);
  }

  /** Three texts, so each counts a third; a passage a batch or both in one makes no difference. */
  @Test
  void gradientsOfBatchesThatAreWorkedOnOneAfterTheOtherAddUp() {
    List<TokenRows> rows = rows(numbers(1, BATCH * TOKENS * 6));
    Targets targets = new Targets(List.of(new int[] {0, 1}, new int[] {2}), false, 0);
    try (Parameters parameters = single(parameters());
        Shards shards = new Shards(SHAPE, 0, parameters, 0)) {
      double loss = shards.learn(rows, List.of(List.of(0, 1)), targets, new SplittableRandom(1));
      List<float[]> once = shards.gradients().copy();
      double length = shards.gradients().length();
      for (int time = 0; time < 2; time++) {
        assertEquals(
            loss,
            shards.learn(rows, List.of(List.of(0), List.of(1)), targets, new SplittableRandom(1)),
            1e-6);
        List<float[]> several = shards.gradients().copy();
        assertTrue(length > 0.1, () -> "" + length);
        assertEquals(length, shards.gradients().length(), 1e-6 * length);
        for (int p = 0; p < once.size(); p++) {
          assertArrayEquals(once.get(p), several.get(p), 1e-6f);
        }
      }
    }
  }

  /** (loss(w + h) − loss(w − h)) / 2h for some numbers of every parameter. */
  @Test
  void sameDiffsGradientsAreWhatSmallStepsOfTheLossSay() {
    Map<String, INDArray> parameters = parameters();
    SameDiffEncoder graph = new SameDiffEncoder(SHAPE, parameters);
    Map<String, INDArray> feed = feed(numbers(1, BATCH * TOKENS * 6));
    Map<String, INDArray> gradients =
        graph.sameDiff().calculateGradients(feed, List.copyOf(parameters.keySet()));
    assertEquals(2 * 16 + 2, parameters.size());
    parameters.forEach(
        (name, values) -> {
          for (long i = 0; i < values.length(); i += Math.max(1, values.length() / 3)) {
            double value = values.getDouble(i);
            values.putScalar(i, value + STEP);
            double above = loss(graph, feed);
            values.putScalar(i, value - STEP);
            double below = loss(graph, feed);
            values.putScalar(i, value);
            double expected = (above - below) / (2 * STEP);
            assertEquals(
                expected,
                gradients.get(name).getDouble(i),
                1e-7 + 1e-4 * Math.abs(expected),
                name + "[" + i + "]");
          }
        });
  }

  @Test
  void gradientsLogitsAndLossAreSameDiffs() {
    Map<String, INDArray> parameters = parameters();
    float[] numbers = numbers(1, BATCH * TOKENS * 6);
    Map<String, INDArray> feed = feed(numbers);
    SameDiffEncoder graph = new SameDiffEncoder(SHAPE, parameters);
    Map<String, INDArray> expected =
        graph.sameDiff().calculateGradients(feed, List.copyOf(parameters.keySet()));
    INDArray logits =
        graph.sameDiff().output(feed, SameDiffEncoder.LOGITS).get(SameDiffEncoder.LOGITS);
    try (Parameters single = single(parameters);
        Replica replica = new Replica(SHAPE, 0, single, 0)) {
      List<TokenRows> rows = rows(numbers);
      double loss = replica.learn(rows, TARGETS, new SplittableRandom(1));
      assertEquals(loss(graph, feed), loss, 1e-6);
      for (String name : single.names()) {
        float[] found = replica.gradients().get(name).copy();
        for (int i = 0; i < found.length; i++) {
          assertEquals(expected.get(name).getDouble(i), found[i], 2e-6, name + "[" + i + "]");
        }
      }
      List<float[][]> scores = replica.logits(rows);
      List<float[]> flat = List.of(scores.get(0)[0], scores.get(0)[1], scores.get(1)[0]);
      for (int text = 0; text < flat.size(); text++) {
        for (int k = 0; k < EncoderShape.CLASSES; k++) {
          assertEquals(logits.getDouble(text, k), flat.get(text)[k], 1e-5);
        }
      }
    }
  }

  /** Along its gradient g, a loss changes by |g|² for each unit of a small step. */
  @Test
  void withDropoutTheGradientIsThatOfTheNumbersThatWereKept() {
    Map<String, INDArray> doubles = parameters();
    float[] numbers = numbers(1, BATCH * TOKENS * 6);
    try (Parameters parameters = single(doubles);
        Replica replica = new Replica(SHAPE, 0, parameters, 0.3)) {
      List<TokenRows> rows = rows(numbers);
      double without = replica.learn(rows, TARGETS, new SplittableRandom(2));
      replica.learn(rows, TARGETS, new SplittableRandom(1));
      List<float[]> values = parameters.copy();
      List<float[]> gradient = replica.gradients().copy();
      double squares = 0;
      for (float[] part : gradient) {
        for (float slope : part) {
          squares += slope * slope;
        }
      }
      double size = 1e-3;
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        List<float[]> moved = new ArrayList<>();
        for (int p = 0; p < values.size(); p++) {
          float[] part = values.get(p).clone();
          for (int i = 0; i < part.length; i++) {
            part[i] += (float) ((side == 0 ? size : -size) * gradient.get(p)[i]);
          }
          moved.add(part);
        }
        parameters.restore(moved);
        losses[side] = replica.learn(rows, TARGETS, new SplittableRandom(1));
      }
      double slope = (losses[0] - losses[1]) / (2 * size);
      assertEquals(squares, slope, 0.01 * squares);
      parameters.restore(values);
      double again = replica.learn(rows, TARGETS, new SplittableRandom(2));
      assertEquals(without, again);
      double other = replica.learn(rows, TARGETS, new SplittableRandom(3));
      assertTrue(Math.abs(other - again) > 1e-4, "another seed leaves out others");
    }
  }
}

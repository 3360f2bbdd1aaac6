package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A tiny encoder in double precision: 2 layers, hidden size 6, 2 heads, inner size 8. The matrices
 * of the first layer learn, those of the second have adapters.
 */
class EncoderGraphTest {
  private static final EncoderShape SHAPE = new EncoderShape(2, 6, 2, 1e-12);
  private static final int INNER = 8;
  private static final int BATCH = 2;
  private static final int TOKENS = 3;
  private static final int RANK = 2;
  private static final int TEXTS = 2;
  private static final double STEP = 1e-5;

  private final Random random = new Random(5);

  private INDArray numbers(double scale, long... shape) {
    INDArray array = Nd4j.create(DataType.DOUBLE, shape);
    for (int i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian() * scale);
    }
    return array;
  }

  private final Parameters frozen = new Parameters(DataType.DOUBLE);

  private Parameters parameters() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      for (String name : EncoderWeights.names(layer)) {
        int inputs = name.contains("output.dense") && !name.contains("attention") ? INNER : 6;
        int outputs = name.contains("intermediate") ? INNER : 6;
        boolean matrix = name.endsWith(".weight") && !name.contains("LayerNorm");
        if (matrix && layer == 1) {
          frozen.add(name, numbers(0.5, inputs, outputs));
          parameters.add(name + EncoderGraph.DOWN, numbers(0.5, inputs, RANK));
          parameters.add(name + EncoderGraph.UP, numbers(0.5, RANK, outputs));
        } else {
          parameters.add(name, numbers(0.5, matrix ? inputs : 1, outputs));
        }
      }
    }
    parameters.add(EncoderGraph.HEAD_WEIGHT, numbers(0.5, 6, EncoderShape.CLASSES));
    parameters.add(EncoderGraph.HEAD_BIAS, numbers(0.5, 1, EncoderShape.CLASSES));
    return parameters;
  }

  /**
   * Two passages. The first has two texts; the second has a token less, and of its one text only
   * the first token is pooled.
   */
  private Map<String, INDArray> feed(EncoderGraph graph) {
    Map<String, INDArray> feed = new HashMap<>();
    feed.put(EncoderGraph.INPUT, numbers(1, BATCH * TOKENS, 6));
    feed.put(
        EncoderGraph.ATTENTION_BIAS,
        Nd4j.create(new double[] {0, 0, 0, 0, 0, -10_000}).reshape(BATCH, 1, 1, TOKENS));
    feed.put(
        EncoderGraph.POOLING,
        Nd4j.create(new double[] {0.5, 0.5, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0})
            .reshape(BATCH, TEXTS, TOKENS));
    feed.put(
        EncoderGraph.TARGETS,
        Nd4j.create(
            new double[][] {{0.2, 0.05, 0.05}, {0.05, 0.2, 0.05}, {0.05, 0.05, 0.3}, {0, 0, 0}}));
    feed.put(EncoderGraph.TOKEN_ONES, Nd4j.ones(DataType.DOUBLE, BATCH * TOKENS, 1));
    feed.put(EncoderGraph.TEXT_ONES, Nd4j.ones(DataType.DOUBLE, BATCH * TEXTS, 1));
    feed.put(EncoderGraph.SPLIT_SHAPE, Nd4j.createFromArray(2L, 3L, 2L, 3L));
    feed.put(EncoderGraph.TOKEN_SHAPE, Nd4j.createFromArray(2L, 3L, 6L));
    for (String mask : graph.tokenMasks()) {
      INDArray ones = Nd4j.ones(DataType.DOUBLE, BATCH * TOKENS, 6);
      ones.putScalar(random.nextInt(36), 0);
      feed.put(mask, ones);
    }
    return feed;
  }

  private static double loss(EncoderGraph graph, Map<String, INDArray> feed) {
    return graph.sameDiff().output(feed, EncoderGraph.LOSS).get(EncoderGraph.LOSS).getDouble(0);
  }

  /** (loss(w + h) − loss(w − h)) / 2h for some numbers of every parameter of both layers. */
  @Test
  void gradientsAreWhatSmallStepsOfTheLossSay() {
    Parameters parameters = parameters();
    EncoderGraph graph = new EncoderGraph(SHAPE, 0, parameters, frozen, true);
    Map<String, INDArray> feed = feed(graph);
    Map<String, INDArray> gradients = graph.sameDiff().calculateGradients(feed, parameters.names());
    List<String> checked = new ArrayList<>();
    for (String parameter : parameters.names()) {
      INDArray values = parameters.get(parameter);
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
            gradients.get(parameter).getDouble(i),
            1e-7 + 1e-4 * Math.abs(expected),
            parameter + "[" + i + "]");
        checked.add(parameter);
      }
    }
    assertEquals(parameters.names().size(), checked.stream().distinct().count());
    assertEquals(2 * 16 + 6 + 2, parameters.names().size());
  }

  @Test
  void theLossIsTheCrossEntropyOfTheLogits() {
    Parameters parameters = parameters();
    EncoderGraph graph = new EncoderGraph(SHAPE, 0, parameters, frozen, false);
    Map<String, INDArray> feed = feed(graph);
    Map<String, INDArray> outputs =
        graph.sameDiff().output(feed, EncoderGraph.LOGITS, EncoderGraph.LOSS);
    double expected = 0;
    for (int row = 0; row < BATCH * TEXTS; row++) {
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        sum += Math.exp(outputs.get(EncoderGraph.LOGITS).getDouble(row, k));
      }
      for (int k = 0; k < 3; k++) {
        double logProbability = outputs.get(EncoderGraph.LOGITS).getDouble(row, k) - Math.log(sum);
        expected -= feed.get(EncoderGraph.TARGETS).getDouble(row, k) * logProbability;
      }
    }
    assertEquals(expected, outputs.get(EncoderGraph.LOSS).getDouble(0), 1e-9);
    assertTrue(graph.tokenMasks().isEmpty());
  }

  /** What stands in place of padding and behind the pooled tokens' reach must not matter. */
  @Test
  void paddingChangesNothing() {
    EncoderGraph graph = new EncoderGraph(SHAPE, 0, parameters(), frozen, false);
    Map<String, INDArray> feed = feed(graph);
    double before = loss(graph, feed);
    feed.get(EncoderGraph.INPUT).putRow(5, numbers(9, 6));
    assertEquals(before, loss(graph, feed), 1e-12);
    feed.get(EncoderGraph.INPUT).putRow(4, numbers(9, 6));
    assertTrue(Math.abs(before - loss(graph, feed)) > 1e-6, "a real token matters");
  }
}

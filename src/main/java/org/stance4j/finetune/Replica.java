package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.stance4j.encoder.TokenSpan;

/**
 * Works on a shard of a batch: the trainable layers and the head, over parameters that all replicas
 * share, with activations and gradients of its own. Of one thread at a time.
 *
 * <p>The passages of a shard lie one behind the other without padding; only attention tells them
 * apart.
 */
final class Replica implements AutoCloseable {
  private final List<EncoderLayer> layers = new ArrayList<>();
  private final Head head;
  private final Parameters gradients;
  private final Matrix input;
  private final Matrix gradient;
  private final EncoderLayer.Scratch scratch;

  /**
   * A replica.
   *
   * @param firstLayer that is trained, counted from 0
   */
  Replica(EncoderShape shape, int firstLayer, Parameters parameters, double dropout) {
    this.gradients = parameters.zeros();
    for (int layer = firstLayer; layer < shape.layers(); layer++) {
      layers.add(new EncoderLayer(shape, layer, parameters, gradients, dropout));
    }
    this.head = new Head(shape, parameters, gradients);
    this.input = new Matrix(0, shape.hidden());
    this.gradient = new Matrix(0, shape.hidden());
    String inner = EncoderWeights.layerName(firstLayer) + "intermediate.dense.bias";
    this.scratch = EncoderLayer.Scratch.of(shape.hidden(), parameters.get(inner).columns());
  }

  /** Where the tokens of passages lie. */
  private static List<TokenSpan> places(List<TokenRows> rows) {
    List<TokenSpan> places = new ArrayList<>();
    int start = 0;
    for (TokenRows row : rows) {
      places.add(new TokenSpan(start, start + row.tokens()));
      start += row.tokens();
    }
    return places;
  }

  /** Where the tokens of the scored texts lie. */
  private static List<TokenSpan> texts(List<TokenRows> rows, List<TokenSpan> places) {
    List<TokenSpan> texts = new ArrayList<>();
    for (int p = 0; p < rows.size(); p++) {
      int start = places.get(p).start();
      for (TokenSpan text : rows.get(p).wanted()) {
        texts.add(new TokenSpan(start + text.start(), start + text.end()));
      }
    }
    return texts;
  }

  private void read(List<TokenRows> rows) {
    input.reserve(rows.stream().mapToInt(TokenRows::tokens).sum());
    float[] vector = new float[input.columns()];
    int place = 0;
    for (TokenRows row : rows) {
      for (int t = 0; t < row.tokens(); t++) {
        row.copyToken(t, vector, 0);
        input.put(place++, vector);
      }
    }
  }

  /** The input of every layer, then the output of the last. */
  private List<Matrix> forward(
      List<TokenRows> rows, List<TokenSpan> places, @Nullable SplittableRandom random) {
    read(rows);
    List<Matrix> states = new ArrayList<>(List.of(input));
    for (EncoderLayer layer : layers) {
      states.add(layer.forward(places, states.get(states.size() - 1), random));
    }
    return states;
  }

  /**
   * Sets the gradients of the shard.
   *
   * @param rows passages, at least one
   * @param targets of each passage [texts][classes], what each log probability counts in the loss
   * @param random of the dropout
   * @return the loss, summed over the shard
   */
  double learn(List<TokenRows> rows, List<float[][]> targets, SplittableRandom random) {
    List<TokenSpan> places = places(rows);
    List<Matrix> states = forward(rows, places, random);
    int tokens = places.get(places.size() - 1).end();
    gradient.reserve(tokens);
    gradient.clear(tokens);
    List<float[]> wanted = targets.stream().flatMap(Arrays::stream).toList();
    double loss = head.backward(texts(rows, places), states.get(layers.size()), wanted, gradient);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(places, states.get(i), gradient, scratch);
    }
    return loss;
  }

  /** The gradients of the last {@link #learn}, by the names of the parameters. */
  Parameters gradients() {
    return gradients;
  }

  /**
   * Logits without dropout.
   *
   * @return for each passage [texts][classes]
   */
  List<float[][]> logits(List<TokenRows> rows) {
    List<TokenSpan> places = places(rows);
    List<Matrix> states = forward(rows, places, null);
    float[][] all = head.logits(texts(rows, places), states.get(layers.size()));
    List<float[][]> logits = new ArrayList<>();
    int start = 0;
    for (TokenRows row : rows) {
      logits.add(Arrays.copyOfRange(all, start, start + row.wanted().size()));
      start += row.wanted().size();
    }
    return logits;
  }

  @Override
  public void close() {
    layers.forEach(EncoderLayer::close);
    gradients.close();
    input.close();
    gradient.close();
    scratch.close();
  }
}

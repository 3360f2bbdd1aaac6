package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stance4j.encoder.EncoderChanges;
import org.stance4j.encoder.EncoderDelta;
import org.stance4j.encoder.EncoderWeight;
import org.stance4j.tensor.Tensor;

/**
 * The upper layers of an encoder and a head, in training. Of one thread at a time.
 *
 * <p>A step takes one batch, or several one after the other (gradient accumulation).
 */
final class FineTuner implements AutoCloseable {
  private static final int STORED_BITS = 2;
  private static final double LONGEST_GRADIENT = 1;
  private static final double HEAD_DEVIATION = 0.02;

  private final EncoderWeights weights;
  private final FineTuneSettings settings;
  private final long seed;
  private final int firstLayer;
  private final Parameters parameters = new Parameters();
  private final List<Double> rates = new ArrayList<>();
  private final Shards shards;

  /**
   * The encoder's own weights and a random head.
   *
   * @param seed of the head, the order of the passages and the dropout
   * @throws IllegalArgumentException if the encoder has fewer layers than are to be trained
   */
  FineTuner(EncoderWeights weights, FineTuneSettings settings, long seed) {
    this.weights = weights;
    this.settings = settings;
    this.seed = seed;
    EncoderShape shape = weights.shape();
    this.firstLayer = shape.layers() - settings.trainedLayers();
    if (firstLayer < 0) {
      throw new IllegalArgumentException(
          "trainedLayers is "
              + settings.trainedLayers()
              + ", but the encoder has "
              + shape.layers()
              + " layers");
    }
    for (int layer = firstLayer; layer < shape.layers(); layer++) {
      double rate = Math.pow(settings.layerDecay(), shape.layers() - 1 - layer);
      for (String name : EncoderWeights.names(layer)) {
        Tensor values = weights.get(name).values();
        int columns = values.shape().get(values.shape().size() - 1);
        float[] numbers = values.floats();
        put(name, Matrix.of(numbers, numbers.length / columns, columns), rate);
      }
    }
    Random random = new Random(seed);
    float[] head = new float[shape.hidden() * EncoderShape.CLASSES];
    for (int i = 0; i < head.length; i++) {
      head[i] = (float) (random.nextGaussian() * HEAD_DEVIATION);
    }
    put(Head.WEIGHT, Matrix.of(head, shape.hidden(), EncoderShape.CLASSES), 1);
    put(Head.BIAS, new Matrix(1, EncoderShape.CLASSES), 1);
    this.shards = new Shards(shape, firstLayer, parameters, settings.dropout());
  }

  private void put(String name, Matrix values, double rate) {
    parameters.add(name, values);
    rates.add(rate);
  }

  /** Told how a training goes. */
  interface Listener {
    /**
     * A step is done.
     *
     * @param epoch counted from 1
     * @param step counted from 1, over all epochs
     * @param steps of all epochs
     * @param loss of the step
     */
    void stepDone(int epoch, int step, int steps, double loss);

    /**
     * An epoch is over.
     *
     * @param epoch counted from 1
     * @return whether to go on
     */
    boolean epochDone(int epoch);
  }

  /**
   * Trains.
   *
   * @param rows output of the frozen layers for each passage
   * @param labels stances of the scored texts of each passage, as ordinals
   * @throws IllegalArgumentException if the loss is no number any more
   */
  void fit(List<TokenRows> rows, List<int[]> labels, Listener listener) {
    Targets targets = new Targets(labels, settings.balanced(), settings.labelSmoothing());
    Batches batches = new Batches(lengths(rows), settings.batchTokens());
    Random random = new Random(seed);
    List<List<List<List<Integer>>>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      epochs.add(steps(batches.shuffled(random)));
    }
    int steps = epochs.stream().mapToInt(List::size).sum();
    LearningRate rate = new LearningRate(settings.learningRate(), settings.warmUp(), steps);
    List<AdamW> optimisers =
        parameters.names().stream().map(name -> optimiser(parameters.get(name))).toList();
    SplittableRandom dropout = new SplittableRandom(seed);
    int step = 0;
    boolean goOn = true;
    for (int epoch = 1; goOn && epoch <= epochs.size(); epoch++) {
      for (List<List<Integer>> stepBatches : epochs.get(epoch - 1)) {
        double loss = shards.learn(rows, stepBatches, targets, dropout);
        step(optimisers, rate.of(++step));
        if (!Double.isFinite(loss)) {
          throw new IllegalArgumentException(
              "the loss of step "
                  + step
                  + " is "
                  + loss
                  + ": the steps are too large; give a lower learningRate than "
                  + settings.learningRate());
        }
        listener.stepDone(epoch, step, steps, loss);
      }
      goOn = listener.epochDone(epoch);
    }
  }

  private List<List<List<Integer>>> steps(List<List<Integer>> batches) {
    int size = settings.batchesPerStep();
    return IntStream.iterate(0, start -> start < batches.size(), start -> start + size)
        .mapToObj(start -> batches.subList(start, Math.min(batches.size(), start + size)))
        .toList();
  }

  private static List<Integer> lengths(List<TokenRows> rows) {
    return rows.stream().map(TokenRows::tokens).toList();
  }

  /** Matrices decay; biases and the scales of layer norms do not. */
  private AdamW optimiser(Matrix values) {
    return new AdamW(values, values.rows() > 1 ? settings.weightDecay() : 0);
  }

  /** One step of every parameter. */
  private void step(List<AdamW> optimisers, double rate) {
    List<String> names = parameters.names();
    Parameters gradients = shards.gradients();
    float scale = (float) Math.min(1, LONGEST_GRADIENT / gradients.length());
    IntStream.range(0, names.size())
        .parallel()
        .forEach(
            p -> optimisers.get(p).step(gradients.get(names.get(p)), scale, rate * rates.get(p)));
  }

  /**
   * Scores without dropout.
   *
   * @return for each passage [scored texts][classes], before the softmax
   */
  List<float[][]> logits(List<TokenRows> rows) {
    return shards.logits(rows, new Batches(lengths(rows), settings.batchTokens()).sorted());
  }

  /** What is learnt, as it is now. */
  Parameters parameters() {
    return parameters;
  }

  /** How the encoder differs by now from the one that it was. */
  EncoderChanges changes() {
    return new EncoderChanges(trained(), List.of());
  }

  /** The same, with the difference of each matrix rounded to {@value #STORED_BITS} bits. */
  EncoderChanges roundedChanges() {
    List<EncoderWeight> vectors = new ArrayList<>();
    List<EncoderDelta> deltas = new ArrayList<>();
    for (EncoderWeight weight : trained()) {
      if (weight.values().shape().size() == 2) {
        deltas.add(EncoderDelta.of(weights.get(weight.name()), weight, STORED_BITS));
      } else {
        vectors.add(weight);
      }
    }
    return new EncoderChanges(vectors, deltas);
  }

  private List<EncoderWeight> trained() {
    List<EncoderWeight> trained = new ArrayList<>();
    for (int layer = firstLayer; layer < weights.shape().layers(); layer++) {
      for (String name : EncoderWeights.names(layer)) {
        trained.add(weights.get(name).with(parameters.get(name).copy()));
      }
    }
    return trained;
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    shards.close();
    parameters.close();
  }
}

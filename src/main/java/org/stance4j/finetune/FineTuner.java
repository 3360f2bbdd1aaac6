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
 * <p>Every batch is cut into {@value #SHARDS} shards that are worked on side by side, and their
 * gradients are added in the order of the shards: what is learnt depends on the number of shards,
 * not on that of processors.
 */
final class FineTuner implements AutoCloseable {
  private static final int SHARDS = 2;
  private static final int STORED_BITS = 2;
  private static final double LONGEST_GRADIENT = 1;
  private static final double HEAD_DEVIATION = 0.02;

  private final EncoderWeights weights;
  private final FineTuneSettings settings;
  private final long seed;
  private final int firstLayer;
  private final Parameters parameters = new Parameters();
  private final List<Double> rates = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();

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
    for (int i = 0; i < SHARDS; i++) {
      replicas.add(new Replica(shape, firstLayer, parameters, settings.dropout()));
    }
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
     * @param loss of the step's batch
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
    List<List<List<Integer>>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      epochs.add(batches.shuffled(random));
    }
    int steps = epochs.stream().mapToInt(List::size).sum();
    LearningRate rate = new LearningRate(settings.learningRate(), settings.warmUp(), steps);
    List<AdamW> optimisers =
        parameters.names().stream().map(name -> optimiser(parameters.get(name))).toList();
    SplittableRandom dropout = new SplittableRandom(seed);
    int step = 0;
    boolean goOn = true;
    for (int epoch = 1; goOn && epoch <= epochs.size(); epoch++) {
      for (List<Integer> batch : epochs.get(epoch - 1)) {
        List<Double> shards = gradients(rows, targets, batch, dropout);
        learn(shards.size(), optimisers, rate.of(++step));
        double loss = shards.stream().mapToDouble(Double::doubleValue).sum();
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

  private static List<Integer> lengths(List<TokenRows> rows) {
    return rows.stream().map(TokenRows::tokens).toList();
  }

  /** Matrices decay; biases and the scales of layer norms do not. */
  private AdamW optimiser(Matrix values) {
    return new AdamW(values, values.rows() > 1 ? settings.weightDecay() : 0);
  }

  /** Sets the gradients of the replicas, and gives the loss of each shard. */
  private List<Double> gradients(
      List<TokenRows> rows, Targets targets, List<Integer> batch, SplittableRandom dropout) {
    List<float[][]> wanted = targets.of(batch);
    int shards = Math.min(SHARDS, batch.size());
    List<SplittableRandom> random =
        IntStream.range(0, shards).mapToObj(shard -> dropout.split()).toList();
    return IntStream.range(0, shards)
        .parallel()
        .mapToObj(
            shard -> {
              int start = batch.size() * shard / shards;
              int end = batch.size() * (shard + 1) / shards;
              return replicas
                  .get(shard)
                  .learn(
                      batch.subList(start, end).stream().map(rows::get).toList(),
                      wanted.subList(start, end),
                      random.get(shard));
            })
        .toList();
  }

  /** One step of every parameter. */
  private void learn(int shards, List<AdamW> optimisers, double rate) {
    List<String> names = parameters.names();
    double length =
        Math.sqrt(
            names.parallelStream().map(name -> sumOfShards(name, shards)).toList().stream()
                .mapToDouble(Double::doubleValue)
                .sum());
    float scale = (float) Math.min(1, LONGEST_GRADIENT / length);
    IntStream.range(0, names.size())
        .parallel()
        .forEach(
            p ->
                optimisers
                    .get(p)
                    .step(
                        replicas.get(0).gradients().get(names.get(p)), scale, rate * rates.get(p)));
  }

  /** Adds the gradients of all shards to those of the first; gives the sum of their squares. */
  private double sumOfShards(String name, int shards) {
    Matrix total = replicas.get(0).gradients().get(name);
    float[] row = new float[total.columns()];
    float[] other = new float[row.length];
    double squares = 0;
    for (int r = 0; r < total.rows(); r++) {
      total.row(r, row);
      for (int shard = 1; shard < shards; shard++) {
        replicas.get(shard).gradients().get(name).row(r, other);
        for (int k = 0; k < row.length; k++) {
          row[k] += other[k];
        }
      }
      total.put(r, row);
      double sum = 0;
      for (float value : row) {
        sum += (double) value * value;
      }
      squares += sum;
    }
    return squares;
  }

  /**
   * Scores without dropout.
   *
   * @return for each passage [scored texts][classes], before the softmax
   */
  List<float[][]> logits(List<TokenRows> rows) {
    List<List<Integer>> batches = new Batches(lengths(rows), settings.batchTokens()).sorted();
    float[][][] logits = new float[rows.size()][][];
    IntStream.range(0, SHARDS)
        .parallel()
        .forEach(
            shard -> {
              for (int b = shard; b < batches.size(); b += SHARDS) {
                List<Integer> batch = batches.get(b);
                List<float[][]> scores =
                    replicas.get(shard).logits(batch.stream().map(rows::get).toList());
                for (int i = 0; i < scores.size(); i++) {
                  logits[batch.get(i)] = scores.get(i);
                }
              }
            });
    return List.of(logits);
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
    replicas.forEach(Replica::close);
    parameters.close();
  }
}

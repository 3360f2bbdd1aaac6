package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.encoder.EncoderAdapter;
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
  private static final double LONGEST_GRADIENT = 1;
  private static final double HEAD_DEVIATION = 0.02;

  private final EncoderWeights weights;
  private final FineTuneSettings settings;
  private final long seed;
  private final int firstLayer;
  private final Parameters parameters = new Parameters(DataType.FLOAT);
  private final Parameters frozen = new Parameters(DataType.FLOAT);
  private final List<Double> rates = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();

  /**
   * The encoder's own weights and a random head.
   *
   * @param seed of the head, the adapters, the order of the passages and the dropout
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
    Random random = new Random(seed);
    put(
        EncoderGraph.HEAD_WEIGHT,
        random(shape.hidden(), EncoderShape.CLASSES, HEAD_DEVIATION, random),
        1);
    put(EncoderGraph.HEAD_BIAS, Nd4j.zeros(DataType.FLOAT, 1, EncoderShape.CLASSES), 1);
    for (int layer = firstLayer; layer < shape.layers(); layer++) {
      double rate = Math.pow(settings.layerDecay(), shape.layers() - 1 - layer);
      for (String name : EncoderWeights.names(layer)) {
        Tensor values = weights.get(name).values();
        boolean matrix = values.shape().size() == 2;
        int rows = matrix ? values.shape().get(0) : 1;
        INDArray array = Nd4j.createFromArray(values.floats()).reshape(rows, -1);
        if (matrix && settings.adapterRank() > 0) {
          frozen.add(name, array);
          int columns = values.shape().get(1);
          int rank = settings.adapterRank();
          put(name + EncoderGraph.DOWN, random(rows, rank, 1 / Math.sqrt(rows), random), rate);
          put(name + EncoderGraph.UP, Nd4j.zeros(DataType.FLOAT, rank, columns), rate);
        } else {
          put(name, array, rate);
        }
      }
    }
    for (int i = 0; i < SHARDS; i++) {
      replicas.add(new Replica(shape, firstLayer, parameters, frozen, settings.dropout()));
    }
  }

  private void put(String name, INDArray values, double rate) {
    parameters.add(name, values);
    rates.add(rate);
  }

  private static INDArray random(int rows, int columns, double deviation, Random random) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return Nd4j.createFromArray(values).reshape(rows, columns);
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
        List<Gradients> shards = gradients(rows, targets, batch, dropout);
        double loss = learn(shards, optimisers, rate.of(++step));
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
    optimisers.forEach(AdamW::close);
  }

  private static List<Integer> lengths(List<TokenRows> rows) {
    return rows.stream().map(TokenRows::tokens).toList();
  }

  /** Matrices decay; biases and the scales of layer norms do not. */
  private AdamW optimiser(INDArray values) {
    return new AdamW(values, values.size(0) > 1 ? settings.weightDecay() : 0);
  }

  private List<Gradients> gradients(
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
                  .gradients(
                      batch.subList(start, end).stream().map(rows::get).toList(),
                      wanted.subList(start, end),
                      random.get(shard));
            })
        .toList();
  }

  /** One step of every parameter; gives the loss of the batch. */
  private double learn(List<Gradients> shards, List<AdamW> optimisers, double rate) {
    List<INDArray> gradients = shards.get(0).arrays();
    List<Double> lengths =
        IntStream.range(0, gradients.size())
            .parallel()
            .mapToObj(
                p -> {
                  for (Gradients other : shards.subList(1, shards.size())) {
                    gradients.get(p).addi(other.arrays().get(p));
                  }
                  return gradients.get(p).norm2Number().doubleValue();
                })
            .toList();
    double length = Math.sqrt(lengths.stream().mapToDouble(part -> part * part).sum());
    double scale = Math.min(1, LONGEST_GRADIENT / length);
    IntStream.range(0, gradients.size())
        .parallel()
        .forEach(
            p -> {
              if (scale < 1) {
                gradients.get(p).muli(scale);
              }
              optimisers.get(p).step(gradients.get(p), rate * rates.get(p));
            });
    replicas.forEach(Replica::endStep);
    return shards.stream().mapToDouble(Gradients::loss).sum();
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
    List<EncoderWeight> changed = new ArrayList<>();
    List<EncoderAdapter> adapters = new ArrayList<>();
    for (int layer = firstLayer; layer < weights.shape().layers(); layer++) {
      for (String name : EncoderWeights.names(layer)) {
        EncoderWeight weight = weights.get(name);
        if (frozen.contains(name)) {
          adapters.add(
              new EncoderAdapter(
                  name,
                  weight.initialiser(),
                  tensor(name + EncoderGraph.DOWN),
                  tensor(name + EncoderGraph.UP)));
        } else {
          changed.add(weight.with(parameters.numbers(name)));
        }
      }
    }
    return new EncoderChanges(changed, List.of(), adapters);
  }

  /** The same, with the difference of each matrix rounded to four bits. */
  EncoderChanges roundedChanges() {
    EncoderChanges exact = changes();
    List<EncoderWeight> vectors = new ArrayList<>();
    List<EncoderDelta> deltas = new ArrayList<>();
    for (EncoderWeight weight : exact.weights()) {
      if (weight.values().shape().size() == 2) {
        deltas.add(EncoderDelta.of(weights.get(weight.name()), weight));
      } else {
        vectors.add(weight);
      }
    }
    return new EncoderChanges(vectors, deltas, exact.adapters());
  }

  private Tensor tensor(String name) {
    INDArray array = parameters.get(name);
    return Tensor.ofFloats(parameters.numbers(name), (int) array.size(0), (int) array.size(1));
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    replicas.forEach(Replica::close);
    parameters.close();
    frozen.close();
  }
}

package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.encoder.EncoderWeight;

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
  private static final int SCORED_TOGETHER = 16;

  private final EncoderWeights weights;
  private final FineTuneSettings settings;
  private final long seed;
  private final int firstLayer;
  private final Parameters parameters = new Parameters(DataType.FLOAT);
  private final List<Double> rates = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();

  /**
   * The encoder's own weights and a random head.
   *
   * @param seed of the head, the order of the sentences and the dropout
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
        EncoderWeight weight = weights.get(name);
        int rows = weight.values().shape().size() == 2 ? weight.values().shape().get(0) : 1;
        put(name, Nd4j.createFromArray(weight.values().floats()).reshape(rows, -1), rate);
      }
    }
    Random random = new Random(seed);
    float[] head = new float[shape.hidden() * EncoderShape.CLASSES];
    for (int i = 0; i < head.length; i++) {
      head[i] = (float) (random.nextGaussian() * HEAD_DEVIATION);
    }
    put(EncoderGraph.HEAD_WEIGHT, Nd4j.createFromArray(head).reshape(shape.hidden(), -1), 1);
    put(EncoderGraph.HEAD_BIAS, Nd4j.createFromArray(new float[1][EncoderShape.CLASSES]), 1);
    for (int i = 0; i < SHARDS; i++) {
      replicas.add(new Replica(shape, firstLayer, parameters, settings.dropout()));
    }
  }

  private void put(String name, INDArray values, double rate) {
    parameters.add(name, values);
    rates.add(rate);
  }

  /** Told of each epoch. */
  interface Listener {
    /**
     * An epoch is over.
     *
     * @param epoch counted from 1
     * @param loss mean over its batches
     */
    void epochDone(int epoch, double loss);
  }

  /**
   * Trains.
   *
   * @param rows output of the frozen layers
   * @param labels stance of each row, as its ordinal
   * @throws IllegalArgumentException if the loss is no number any more
   */
  void fit(List<TokenRows> rows, int[] labels, Listener listener) {
    Targets targets = new Targets(labels, settings.balanced(), settings.labelSmoothing());
    Batches batches = new Batches(lengths(rows), settings.batch());
    LearningRate rate =
        new LearningRate(
            settings.learningRate(), settings.warmUp(), batches.count() * settings.epochs());
    List<AdamW> optimisers =
        parameters.names().stream().map(name -> optimiser(parameters.get(name))).toList();
    Random random = new Random(seed);
    SplittableRandom dropout = new SplittableRandom(seed);
    int step = 0;
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      double loss = 0;
      for (List<Integer> batch : batches.shuffled(random)) {
        List<Gradients> shards = gradients(rows, targets, batch, dropout);
        loss += learn(shards, optimisers, rate.of(++step));
      }
      if (!Double.isFinite(loss)) {
        throw new IllegalArgumentException(
            "the loss of epoch "
                + epoch
                + " is "
                + loss
                + ": the steps are too large; give a lower learningRate than "
                + settings.learningRate());
      }
      listener.epochDone(epoch, loss / batches.count());
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
    float[][] wanted = targets.of(batch);
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
                      Arrays.copyOfRange(wanted, start, end),
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
   * @return [rows][classes], before the softmax
   */
  float[][] logits(List<TokenRows> rows) {
    List<List<Integer>> batches = new Batches(lengths(rows), SCORED_TOGETHER).sorted();
    float[][] logits = new float[rows.size()][];
    IntStream.range(0, SHARDS)
        .parallel()
        .forEach(
            shard -> {
              for (int b = shard; b < batches.size(); b += SHARDS) {
                List<Integer> batch = batches.get(b);
                float[][] scores =
                    replicas.get(shard).logits(batch.stream().map(rows::get).toList());
                for (int i = 0; i < scores.length; i++) {
                  logits[batch.get(i)] = scores[i];
                }
              }
            });
    return logits;
  }

  /** What is learnt, as it is now. */
  Parameters parameters() {
    return parameters;
  }

  /** The weights that training may have changed. */
  List<EncoderWeight> trained() {
    List<EncoderWeight> trained = new ArrayList<>();
    for (int layer = firstLayer; layer < weights.shape().layers(); layer++) {
      for (String name : EncoderWeights.names(layer)) {
        trained.add(weights.get(name).with(parameters.numbers(name)));
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

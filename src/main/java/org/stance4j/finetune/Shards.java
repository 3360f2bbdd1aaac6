package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Works on batches. Each is cut into {@value #COUNT} shards that are worked on side by side, by a
 * replica each, and their gradients are added in the order of the shards: what is learnt depends on
 * the number of shards, not on that of processors. Of one thread at a time.
 */
final class Shards implements AutoCloseable {
  private static final int COUNT = 2;

  private final List<Replica> replicas = new ArrayList<>();
  private Parameters gradients;
  private @Nullable Parameters sum;

  /**
   * Replicas over the same parameters.
   *
   * @param firstLayer that is trained, counted from 0
   */
  Shards(EncoderShape shape, int firstLayer, Parameters parameters, double dropout) {
    for (int i = 0; i < COUNT; i++) {
      replicas.add(new Replica(shape, firstLayer, parameters, dropout));
    }
    this.gradients = replicas.get(0).gradients();
  }

  /**
   * Sets the gradients of a step.
   *
   * @param rows passages of the whole data
   * @param batches of the step, as rows of the data; one after the other, in the memory of one
   * @param targets of all of these passages
   * @return the loss, summed over the step
   */
  double learn(
      List<TokenRows> rows,
      List<List<Integer>> batches,
      Targets targets,
      SplittableRandom dropout) {
    List<float[][]> wanted = targets.of(batches.stream().flatMap(List::stream).toList());
    Parameters own = replicas.get(0).gradients();
    boolean several = batches.size() > 1;
    if (several) {
      gradients = cleared(sum);
      sum = gradients;
    } else {
      gradients = own;
    }
    double loss = 0;
    int first = 0;
    for (List<Integer> batch : batches) {
      int end = first + batch.size();
      loss += learn(batch.stream().map(rows::get).toList(), wanted.subList(first, end), dropout);
      if (several) {
        gradients.add(own);
      }
      first = end;
    }
    return loss;
  }

  private Parameters cleared(@Nullable Parameters used) {
    if (used == null) {
      return replicas.get(0).gradients().zeros();
    }
    used.clear();
    return used;
  }

  private double learn(List<TokenRows> batch, List<float[][]> wanted, SplittableRandom dropout) {
    int shards = Math.min(COUNT, batch.size());
    List<SplittableRandom> random =
        IntStream.range(0, shards).mapToObj(shard -> dropout.split()).toList();
    List<Double> losses =
        IntStream.range(0, shards)
            .parallel()
            .mapToObj(
                shard -> {
                  int start = batch.size() * shard / shards;
                  int end = batch.size() * (shard + 1) / shards;
                  return replicas
                      .get(shard)
                      .learn(
                          batch.subList(start, end), wanted.subList(start, end), random.get(shard));
                })
            .toList();
    for (Replica replica : replicas.subList(1, shards)) {
      replicas.get(0).gradients().add(replica.gradients());
    }
    return losses.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The gradients of the last {@link #learn}, by the names of the parameters. */
  Parameters gradients() {
    return gradients;
  }

  /**
   * Logits without dropout.
   *
   * @param rows passages
   * @param batches in which to work on them, all of them together
   * @return for each passage [scored texts][classes]
   */
  List<float[][]> logits(List<TokenRows> rows, List<List<Integer>> batches) {
    float[][][] logits = new float[rows.size()][][];
    IntStream.range(0, COUNT)
        .parallel()
        .forEach(
            shard -> {
              for (int b = shard; b < batches.size(); b += COUNT) {
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

  /** Frees the native memory. */
  @Override
  public void close() {
    replicas.forEach(Replica::close);
    if (sum != null) {
      sum.close();
    }
  }
}

package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final List<Integer> LENGTHS =
      IntStream.range(0, 1_000).map(i -> 10 + (i * 37) % 50).boxed().toList();

  @Test
  void anEpochHasEveryRowOnce() {
    Batches batches = new Batches(LENGTHS, 16);
    List<List<Integer>> epoch = batches.shuffled(new Random(1));
    assertEquals(63, batches.count());
    assertEquals(63, epoch.size());
    assertEquals(
        IntStream.range(0, 1_000).boxed().toList(),
        epoch.stream().flatMap(List::stream).sorted().toList());
  }

  @Test
  void theLongestComesFirst() {
    List<Integer> first = new Batches(LENGTHS, 16).shuffled(new Random(1)).get(0);
    assertEquals(59, first.stream().mapToInt(row -> LENGTHS.get(row)).max().orElseThrow());
  }

  /** Without sorting, two sentences of a batch differ by 17 tokens on average. */
  @Test
  void sentencesOfABatchAreOfSimilarLength() {
    List<List<Integer>> epoch = new Batches(LENGTHS, 16).shuffled(new Random(1));
    double spread =
        epoch.stream()
            .mapToInt(
                batch -> {
                  int[] lengths =
                      batch.stream().mapToInt(row -> LENGTHS.get(row)).sorted().toArray();
                  return lengths[lengths.length - 1] - lengths[0];
                })
            .average()
            .orElseThrow();
    assertTrue(spread < 5, () -> "mean spread " + spread);
  }

  @Test
  void oneSeedGivesOneOrderAndEveryEpochAnother() {
    Batches batches = new Batches(LENGTHS, 16);
    Random random = new Random(3);
    List<List<Integer>> first = batches.shuffled(random);
    assertNotEquals(first, batches.shuffled(random));
    assertEquals(first, batches.shuffled(new Random(3)));
  }

  @Test
  void sortedGoesFromTheLongestToTheShortest() {
    assertEquals(
        List.of(List.of(1, 3), List.of(0, 2)), new Batches(List.of(2, 9, 1, 4), 2).sorted());
  }
}

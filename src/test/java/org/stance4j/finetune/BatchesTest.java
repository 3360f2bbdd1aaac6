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

  private static int longest(List<Integer> batch) {
    return batch.stream().mapToInt(row -> LENGTHS.get(row)).max().orElseThrow();
  }

  @Test
  void anEpochHasEveryRowOnceAndNoBatchTooManyTokens() {
    List<List<Integer>> epoch = new Batches(LENGTHS, 400).shuffled(new Random(1));
    assertEquals(
        IntStream.range(0, 1_000).boxed().toList(),
        epoch.stream().flatMap(List::stream).sorted().toList());
    for (List<Integer> batch : epoch) {
      assertTrue(batch.size() * longest(batch) <= 400, batch::toString);
    }
    // 34 500 tokens; sorted well, little is padding
    assertTrue(epoch.size() >= 87 && epoch.size() < 105, () -> epoch.size() + " batches");
  }

  @Test
  void whatIsLongerThanABatchIsOneByItself() {
    assertEquals(List.of(List.of(1), List.of(0, 2)), new Batches(List.of(4, 9, 3), 8).sorted());
  }

  @Test
  void theLongestComesFirst() {
    assertEquals(59, longest(new Batches(LENGTHS, 400).shuffled(new Random(1)).get(0)));
  }

  @Test
  void oneSeedGivesOneOrderAndEveryEpochAnother() {
    Batches batches = new Batches(LENGTHS, 400);
    Random random = new Random(3);
    List<List<Integer>> first = batches.shuffled(random);
    assertNotEquals(first, batches.shuffled(random));
    assertEquals(first, batches.shuffled(new Random(3)));
  }

  @Test
  void sortedGoesFromTheLongestToTheShortest() {
    assertEquals(
        List.of(List.of(1, 3), List.of(0, 2)), new Batches(List.of(2, 9, 1, 4), 18).sorted());
  }
}

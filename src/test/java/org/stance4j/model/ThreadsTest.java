package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void workThatRunsSideBySideKeepsToTheNumber() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    int sum =
        Threads.run(
            1,
            () ->
                IntStream.range(0, 100)
                    .parallel()
                    .map(
                        i -> {
                          names.add(Thread.currentThread().getName());
                          return i;
                        })
                    .sum());
    assertEquals(4950, sum);
    assertEquals(1, names.size(), names.toString());
  }

  @Test
  void failuresArriveAsTheyAre() {
    for (int number : new int[] {0, 2}) {
      assertEquals(
          "no luck",
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      Threads.run(
                          number,
                          () -> {
                            throw new IllegalArgumentException("no luck");
                          }))
              .getMessage());
    }
    assertTrue(Threads.run(0, () -> true));
  }

  @Test
  void errorsArriveAsTheyAreToo() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    assertSame(
        full,
        assertThrows(
            OutOfMemoryError.class,
            () ->
                Threads.run(
                    1,
                    () -> {
                      throw full;
                    })));
  }
}

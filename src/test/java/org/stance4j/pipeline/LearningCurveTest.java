package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.recipe.Recipes;

class LearningCurveTest {
  @TempDir Path folder;
  private Dataset training;
  private Dataset test;
  private LearningCurve curve;

  @BeforeEach
  void prepare() throws IOException {
    training = SampleSentences.dataset(folder, 1);
    test = SampleSentences.dataset(folder, 2);
    curve =
        new LearningCurve(
            Recipes.load("ngram-linear"),
            training,
            example -> example.group().equals("g0"),
            Map.of("other", test));
  }

  private static Set<String> groups(Dataset dataset) {
    return dataset.groupSizes().keySet();
  }

  @Test
  void aLargerSampleHoldsTheSmallerOnesAndWhatIsAlwaysIn() {
    List<String> units = curve.units();
    assertEquals(SampleSentences.GROUPS - 1, units.size());
    assertFalse(units.contains("g0"));
    Set<String> before = Set.of("g0");
    for (int size = 1; size <= units.size(); size++) {
      Set<String> now = groups(curve.sample(units, size, 5));
      assertEquals(size + 1, now.size());
      assertTrue(now.containsAll(before), now + " after " + before);
      before = now;
    }
    assertEquals(training.examples(), curve.sample(units, units.size(), 5).examples());
  }

  @Test
  void theRecipesThreadsHold() {
    String yaml = Recipes.source("ngram-linear") + "threads: 1\n";
    List<Thread> threads = new ArrayList<>();
    try (EncoderPool pool = new EncoderPool(null)) {
      new LearningCurve(
              Recipes.parse(yaml, "test"), training, example -> false, Map.of("other", test))
          .run(
              List.of(6),
              List.of(1L),
              pool,
              (step, done, steps) -> threads.add(Thread.currentThread()));
    }
    assertEquals(1, threads.size());
    assertNotSame(Thread.currentThread(), threads.get(0));
  }

  @Test
  void theSeedChoosesTheGroups() {
    Set<Set<String>> samples = new HashSet<>();
    for (long seed = 1; seed <= 5; seed++) {
      assertEquals(
          groups(curve.sample(curve.units(), 3, seed)),
          groups(curve.sample(curve.units(), 3, seed)));
      samples.add(groups(curve.sample(curve.units(), 3, seed)));
    }
    assertTrue(samples.size() > 1, samples.toString());
  }

  @Test
  void everySizeIsTestedWithEverySeed() {
    List<String> steps = new ArrayList<>();
    LearningCurve.Measured measured;
    try (EncoderPool pool = new EncoderPool(null)) {
      measured =
          curve.run(
              List.of(2, 11),
              List.of(17L, 18L),
              pool,
              (step, done, all) -> steps.add(done + "/" + all + " " + step));
    }
    assertEquals(Map.of(), measured.doublings());
    List<LearningCurve.Point> points = measured.points();
    assertEquals(List.of(2, 11), points.stream().map(LearningCurve.Point::groups).toList());
    assertEquals(15, points.get(0).sentences());
    assertEquals(60, points.get(1).sentences());
    assertEquals(2, points.get(1).macroF1().values().size());
    assertTrue(points.get(1).macroF1().mean() > 0.9, points.get(1).toString());
    assertEquals("3/4 ngram-linear: 11 groups, seed 18", steps.get(3));
  }

  @Test
  void aSizeThatCannotBeDrawnIsRefused() {
    try (EncoderPool pool = new EncoderPool(null)) {
      assertEquals(
          "size 12 is not in [1, 11]: that many groups of sample can be drawn from",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> curve.run(List.of(12), List.of(1L), pool, (step, done, all) -> {}))
              .getMessage());
    }
  }
}

package org.stance4j.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.WilsonInterval;

class BehaviourRunTest {
  @TempDir Path folder;

  @Test
  void theFailuresThatAreKnownAreFound() {
    BehaviourRun run = Suites.run(folder);
    assertEquals("fake@1", run.model());
    assertEquals("small", run.suite());
    assertEquals(
        List.of("negation", "typos", "reasons"),
        run.capabilities().stream().map(CapabilityResult::capability).toList());
    assertEquals(
        List.of(List.of("a2", "c3"), List.of("b1"), List.of("c2")),
        run.capabilities().stream()
            .map(result -> result.failures().stream().map(outcome -> outcome.test().id()).toList())
            .toList());
    assertEquals(new FailureRate(7, 4), run.rate());
    assertEquals(new FailureRate(3, 2), run.capabilities().get(0).rate());
    assertEquals(List.of(TestKind.MFT, TestKind.DIR), run.capabilities().get(0).kinds());
    assertEquals(
        Map.of(
            TestKind.MFT, new FailureRate(2, 1),
            TestKind.INV, new FailureRate(2, 1),
            TestKind.DIR, new FailureRate(3, 2)),
        run.byKind());
  }

  @Test
  void whatTheModelSaidIsTold() {
    BehaviourRun run = Suites.run(folder);
    List<String> told =
        run.capabilities().stream()
            .flatMap(result -> result.failures().stream())
            .map(outcome -> outcome.test().expectation().words() + " / " + outcome.words())
            .toList();
    assertEquals(
        List.of(
            "pro / anti",
            "P(anti) must not rise by more than 0.10 / P(anti) 0.100, then 0.400",
            "the same stance / pro, then neutral",
            "P(pro) must not fall by more than 0.05 / P(pro) 0.700, then 0.600"),
        told);
  }

  @Test
  void theWorstComeFirstAndThoseWithoutAFailureNotAtAll() {
    BehaviourRun run = Suites.run(folder);
    assertEquals(
        List.of("negation", "typos", "reasons"),
        run.worst(9).stream().map(CapabilityResult::capability).toList());
    assertEquals(1, run.worst(1).size());
    BehaviourRun flawless =
        BehaviourRun.of(
            "fake",
            Suites.model(new ArrayList<>()),
            Suites.read(folder, Suites.HEADER + "1,x,MFT,Good.,,pro,\n"));
    assertEquals(List.of(), flawless.worst(3));
    assertEquals(0, flawless.rate().interval().low());
  }

  @Test
  void everySentenceIsAskedOnceAndAllTogether() {
    List<Sentence> asked = new ArrayList<>();
    BehaviourRun.of("fake", Suites.model(asked), Suites.read(folder, Suites.SMALL));
    assertEquals(
        List.of("Good.", "Not bad.", "Godo.", "Bad.", "Bda.", "Good indeed."),
        asked.stream().map(Sentence::text).toList());
  }

  @Test
  void theSameRunTwiceIsEqual() {
    assertEquals(Suites.run(folder), Suites.run(folder));
  }

  @Test
  void aLimitAllowsItsToleranceAndNoMore() {
    Expectation up = new Expectation.Limit(Stance.PRO, Expectation.Direction.UP, 0.25);
    Expectation down = new Expectation.Limit(Stance.PRO, Expectation.Direction.DOWN, 0.25);
    StanceProbabilities low = new StanceProbabilities(0.25, 0.5, 0.25);
    StanceProbabilities middle = new StanceProbabilities(0.5, 0.25, 0.25);
    StanceProbabilities high = new StanceProbabilities(0.75, 0.125, 0.125);
    assertTrue(up.holds(low, middle));
    assertFalse(up.holds(low, high));
    assertTrue(up.holds(high, low));
    assertTrue(down.holds(middle, low));
    assertFalse(down.holds(high, low));
    assertTrue(down.holds(low, high));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Expectation.Limit(Stance.PRO, Expectation.Direction.UP, -0.1));
  }

  @Test
  void aRateNeedsATestAndHasWilsonsInterval() {
    assertEquals(WilsonInterval.of(5, 10), new FailureRate(10, 5).interval());
    assertEquals(0.5, new FailureRate(10, 5).rate());
    assertThrows(IllegalArgumentException.class, () -> new FailureRate(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new FailureRate(3, 4));
  }
}

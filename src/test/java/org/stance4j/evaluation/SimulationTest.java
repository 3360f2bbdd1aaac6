package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;

/**
 * Data whose truth is known, many times over: do intervals cover it, do tests claim what is not so?
 * Clusters have a quality of their own, so that sentences of one are alike.
 */
class SimulationTest {
  private static final double SPREAD = 0.25;

  /** The same sentences answered anew, with a chance of being right of its own in every cluster. */
  private static List<ScoredExample> answers(
      List<ScoredExample> sentences, double centre, SplittableRandom random) {
    Map<String, Double> chances = new HashMap<>();
    List<ScoredExample> fresh = new ArrayList<>();
    for (ScoredExample sentence : sentences) {
      double chance =
          chances.computeIfAbsent(
              sentence.example().group(), group -> centre + SPREAD * (2 * random.nextDouble() - 1));
      List<Stance> others = new ArrayList<>(List.of(Stance.values()));
      others.remove(sentence.gold());
      Stance answer =
          random.nextDouble() < chance ? sentence.gold() : others.get(random.nextInt(2));
      fresh.add(new ScoredExample(sentence.example(), Samples.sure(answer)));
    }
    return fresh;
  }

  private static void assertCovers(int covered, int runs) {
    double coverage = (double) covered / runs;
    assertTrue(coverage >= 0.92 && coverage <= 0.98, "coverage " + coverage);
  }

  /** 1,000 data sets of 60 clusters whose true accuracy and macro-F1 are 0.65. */
  @Test
  void intervalsOfSixtyClustersCoverTheTruthInNinetyTwoToNinetyEightPercent() {
    SplittableRandom random = new SplittableRandom(40);
    int accuracy = 0;
    int macroF1 = 0;
    for (int run = 0; run < 1000; run++) {
      List<Interval> intervals =
          ClusterBootstrap.intervals(
              Samples.clustered(60, 0.65, SPREAD, random),
              List.of(Metric.ACCURACY, Metric.MACRO_F1),
              400,
              run);
      accuracy += intervals.get(0).contains(0.65) ? 1 : 0;
      macroF1 += intervals.get(1).contains(0.65) ? 1 : 0;
    }
    assertCovers(accuracy, 1000);
    assertCovers(macroF1, 1000);
  }

  /**
   * 1,500 data sets of 75 clusters, two models that are right in 65 % and 70 %: the true difference
   * is 0.05.
   */
  @Test
  void intervalsOfPairedDifferencesCoverTheTruthToo() {
    SplittableRandom random = new SplittableRandom(41);
    int covered = 0;
    for (int run = 0; run < 1500; run++) {
      List<ScoredExample> first = Samples.clustered(75, 0.65, SPREAD, random);
      List<ScoredExample> second = answers(first, 0.7, random);
      covered +=
          PairedBootstrap.differences(first, second, List.of(Metric.ACCURACY), 400, run)
                  .get(0)
                  .contains(0.05)
              ? 1
              : 0;
    }
    assertCovers(covered, 1500);
  }

  /** Two models of one quality on twelve clusters, 1,000 times: 5 % may look different. */
  @Test
  void thePermutationTestRejectsNoMoreThanItsLevel() {
    SplittableRandom random = new SplittableRandom(42);
    int rejected = 0;
    for (int run = 0; run < 1000; run++) {
      List<ScoredExample> first = Samples.clustered(12, 0.65, SPREAD, random);
      List<ScoredExample> second = answers(first, 0.65, random);
      double p = PairedPermutationTest.of(first, second, Metric.MACRO_F1, run).p();
      rejected += p <= 0.05 ? 1 : 0;
    }
    // 0.05 and three standard errors to either side
    assertTrue(rejected >= 29 && rejected <= 71, "rejected " + rejected + " of 1000");
  }

  /** McNemar's test takes sentences for independent, which those of a cluster are not. */
  @Test
  void mcNemarRejectsMoreThanItsLevelWhereClustersMatter() {
    SplittableRandom random = new SplittableRandom(43);
    int rejected = 0;
    for (int run = 0; run < 1000; run++) {
      List<ScoredExample> first = Samples.clustered(12, 0.65, SPREAD, random);
      rejected += McNemar.of(first, answers(first, 0.65, random)).p() <= 0.05 ? 1 : 0;
    }
    assertTrue(rejected > 71, "rejected " + rejected + " of 1000");
  }

  @Test
  void aModelAndItsCopyInAnotherOrderDoNotDiffer() {
    List<ScoredExample> scored = Samples.clustered(30, 0.65, SPREAD, new SplittableRandom(44));
    List<ScoredExample> shuffled = new ArrayList<>(scored);
    Collections.shuffle(shuffled, new Random(1));
    // the order of the rows plays no part: neither for the figures nor for the draws
    assertEquals(
        Evaluator.evaluate("m", "d", scored, 300, 7).intervals(),
        Evaluator.evaluate("m", "d", shuffled, 300, 7).intervals());
    ModelComparison comparison =
        ModelComparison.of(
            "d", List.of(new ScoredModel("a", shuffled), new ScoredModel("b", shuffled)), 300, 7);
    PairedDifference pair = comparison.differences().get(0);
    pair.metrics().forEach(difference -> assertFalse(difference.claim()));
    pair.probabilities().forEach(difference -> assertFalse(difference.clear()));
    pair.slices().forEach(slice -> assertFalse(slice.claim()));
    assertEquals(1, pair.mcNemar().p());
    assertEquals(0, pair.fixed() + pair.broken() + pair.stillWrong());
  }

  /** A/A: answers of one quality, dealt out to two models at random, cluster by cluster. */
  @Test
  void twoCopiesOfOneQualityAreRarelyToldApart() {
    SplittableRandom random = new SplittableRandom(45);
    int claims = 0;
    for (int run = 0; run < 200; run++) {
      List<ScoredExample> first = Samples.clustered(12, 0.65, SPREAD, random);
      List<ScoredExample> second = answers(first, 0.65, random);
      ModelComparison comparison =
          ModelComparison.of(
              "d",
              List.of(new ScoredModel("a", first), new ScoredModel("b", second)),
              List.of(),
              200,
              run);
      claims += comparison.differences().get(0).of(Metric.MACRO_F1).claim() ? 1 : 0;
    }
    // 5 % and three standard errors
    assertTrue(claims <= 19, "claims " + claims + " of 200");
  }
}

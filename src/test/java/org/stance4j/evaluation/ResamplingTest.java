package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

@SuppressWarnings("EnumOrdinal") // another stance is found by counting on
class ResamplingTest {
  private static final List<Metric> ACCURACY = List.of(Metric.ACCURACY);

  @Test
  void quantilesInterpolateLikeTypeSeven() {
    // numpy.quantile([1, 2, 3, 4], 0.25) == 1.75
    assertEquals(1.75, ClusterBootstrap.quantile(new double[] {1, 2, 3, 4}, 0.25), 1e-12);
    assertEquals(4, ClusterBootstrap.quantile(new double[] {1, 2, 3, 4}, 1), 1e-12);
  }

  @Test
  void twoOppositeClustersGiveTheWholeRange() {
    // one cluster all right, one all wrong: a quarter of the resamples is 0, a quarter is 1
    List<ScoredExample> scored = Samples.scored("pppaaa", "pppppp", 3);
    Interval interval = ClusterBootstrap.intervals(scored, ACCURACY, 1000, 3).get(0);
    assertEquals(new Interval(0, 1, 2, 1000), interval);
    assertTrue(interval.tooFewClusters());
  }

  @Test
  void theClusterIsTheUnitNotTheSentence() {
    // ten clusters of twenty equal answers: as unsure as ten answers, not as two hundred
    String gold = "p".repeat(200);
    String predicted = ("p".repeat(20) + "a".repeat(20)).repeat(5);
    Interval clustered =
        ClusterBootstrap.intervals(Samples.scored(gold, predicted, 20), ACCURACY, 2000, 1).get(0);
    Interval single =
        ClusterBootstrap.intervals(Samples.scored(gold, predicted, 1), ACCURACY, 2000, 1).get(0);
    assertEquals(10, clustered.clusters());
    // binomial: 2 * 1.96 * sqrt(0.25 / 10) = 0.62 and sqrt(0.25 / 200) gives 0.14
    assertEquals(0.6, clustered.high() - clustered.low(), 0.1);
    assertEquals(0.14, single.high() - single.low(), 0.03);
  }

  @Test
  void oneSeedGivesOneIntervalWhateverTheOrderOfTheRows() {
    List<ScoredExample> scored = Samples.clustered(12, 0.6, 0.2, new SplittableRandom(4));
    List<ScoredExample> shuffled = new ArrayList<>(scored);
    Collections.shuffle(shuffled, new Random(1));
    List<Metric> all = List.of(Metric.values());
    assertEquals(
        ClusterBootstrap.intervals(scored, all, 500, 8),
        ClusterBootstrap.intervals(shuffled, all, 500, 8));
    assertNotEquals(
        ClusterBootstrap.intervals(scored, all, 500, 8),
        ClusterBootstrap.intervals(scored, all, 500, 9));
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    List<ScoredExample> scored = Samples.clustered(12, 0.6, 0.2, new SplittableRandom(4));
    Interval interval = PairedBootstrap.differences(scored, scored, ACCURACY, 500, 8).get(0);
    assertEquals(new Interval(0, 0, 12, 500), interval);
    assertEquals(1, PairedPermutationTest.of(scored, scored, Metric.ACCURACY, 8).p());
  }

  @Test
  void aConstantLeadInEveryClusterHasNoSpreadAndTheSmallestP() {
    // per cluster of two: first one right, second two right
    List<ScoredExample> first = Samples.scored("pppppppp", "papapapa", 2);
    List<ScoredExample> second = Samples.scored("pppppppp", "pppppppp", 2);
    Interval interval = PairedBootstrap.differences(first, second, ACCURACY, 200, 1).get(0);
    assertEquals(new Interval(0.5, 0.5, 4, 200), interval);
    PermutationResult result = PairedPermutationTest.of(first, second, Metric.ACCURACY, 1);
    // 2 of the 16 arrangements swap all or none
    assertEquals(new PermutationResult(0.125, 0.125, 4, 16, true), result);
  }

  @Test
  void exactPermutationEqualsTheHandCount() {
    // differences per cluster of two rows: +2, +1, -1 right answers; observed |2|
    List<ScoredExample> first = Samples.scored("pppppp", "aapapp", 2);
    List<ScoredExample> second = Samples.scored("pppppp", "ppppap", 2);
    // the eight sums ±2 ±1 ±1 are 4, 2, 2, 0, 0, -2, -2, -4: six of them at least 2 in size
    PermutationResult result = PairedPermutationTest.of(first, second, Metric.ACCURACY, 1);
    assertEquals(6.0 / 8, result.p(), 1e-12);
    assertEquals(0.25, result.floor(), 1e-12);
  }

  @Test
  void manyClustersAreSampledAndPIsNeverZero() {
    List<ScoredExample> first = Samples.scored("p".repeat(40), "pa".repeat(20), 2);
    List<ScoredExample> second = Samples.scored("p".repeat(40), "pp".repeat(20), 2);
    PermutationResult result = PairedPermutationTest.of(first, second, Metric.ACCURACY, 1);
    assertFalse(result.exact());
    assertEquals(1.0 / 10_001, result.floor(), 1e-15);
    assertEquals(result.floor(), result.p(), 1e-15);
  }

  @Test
  void modelsOnDifferentExamplesAreNotCompared() {
    List<ScoredExample> first = Samples.scored("pp", "pp", 1);
    List<ScoredExample> second = Samples.scored("pa", "pp", 1);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PairedBootstrap.differences(first, second, ACCURACY, 10, 1))
            .getMessage();
    assertTrue(message.contains("row 1"), message);
  }

  /** 300 data sets of 30 clusters whose true accuracy is 0.65; a nominal 95 % interval of each. */
  @Test
  void intervalsCoverTheTruthAboutAsOftenAsTheyPromise() {
    SplittableRandom random = new SplittableRandom(20);
    int covered = 0;
    for (int run = 0; run < 300; run++) {
      List<ScoredExample> scored = Samples.clustered(30, 0.65, 0.25, random);
      Interval interval = ClusterBootstrap.intervals(scored, ACCURACY, 400, run).get(0);
      covered += interval.contains(0.65) ? 1 : 0;
    }
    double coverage = covered / 300.0;
    // percentile intervals of 30 clusters cover a little less than 95 %
    assertTrue(coverage >= 0.90 && coverage <= 0.98, "coverage " + coverage);
  }

  /** Two models of equal quality, 300 times, on nine clusters: at most 5 % may look different. */
  @Test
  void thePermutationTestHoldsItsLevel() {
    SplittableRandom random = new SplittableRandom(30);
    int rejected = 0;
    for (int run = 0; run < 300; run++) {
      List<ScoredExample> first = Samples.clustered(9, 0.65, 0.25, random);
      List<ScoredExample> second = reanswered(first, random);
      PermutationResult result = PairedPermutationTest.of(first, second, Metric.MACRO_F1, run);
      rejected += result.p() <= 0.05 ? 1 : 0;
    }
    // 0.05 plus three standard errors
    assertTrue(rejected > 0 && rejected / 300.0 <= 0.088, "rejected " + rejected + " of 300");
  }

  /**
   * The same sentences answered anew by a model of the same quality, again with a chance of its own
   * in every cluster.
   */
  private static List<ScoredExample> reanswered(
      List<ScoredExample> scored, SplittableRandom random) {
    Map<String, Double> chances = new HashMap<>();
    List<ScoredExample> fresh = new ArrayList<>();
    for (ScoredExample example : scored) {
      double chance =
          chances.computeIfAbsent(
              example.example().group(), group -> 0.65 + 0.25 * (2 * random.nextDouble() - 1));
      int other = (example.gold().ordinal() + 1 + random.nextInt(2)) % Stance.COUNT;
      Stance answer = random.nextDouble() < chance ? example.gold() : Stance.values()[other];
      fresh.add(new ScoredExample(example.example(), Samples.sure(answer)));
    }
    return fresh;
  }
}

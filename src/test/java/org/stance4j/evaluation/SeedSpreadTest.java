package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeedSpreadTest {
  private static SeedSpread accuracy(List<ScoredModel> models, int resamples) {
    return ModelComparison.of("d", models, resamples, 3).seeds().get(0);
  }

  /** Accuracies 1, 0.5 and 0.75: mean 0.75, deviation 0.25. */
  @Test
  void theSpreadByHand() {
    SeedSpread spread =
        accuracy(
            List.of(
                new ScoredModel("m@1", "m", Samples.scored("pppp", "pppp", 1)),
                new ScoredModel("other", Samples.scored("pppp", "aaaa", 1)),
                new ScoredModel("m@2", "m", Samples.scored("pppp", "ppaa", 1)),
                new ScoredModel("m@3", "m", Samples.scored("pppp", "pppa", 1))),
            50);
    assertEquals(List.of("m@1", "m@2", "m@3"), spread.models());
    assertEquals(Metric.ACCURACY, spread.metric());
    assertEquals(List.of(1.0, 0.5, 0.75), spread.values());
    assertEquals(0.75, spread.mean(), 1e-12);
    assertEquals(0.25, spread.deviation(), 1e-12);
  }

  @Test
  void modelsThatDifferInMoreHaveNoSpread() {
    List<ScoredExample> scored = Samples.scored("ppaa", "ppaa", 1);
    assertEquals(
        List.of(),
        ModelComparison.of(
                "d", List.of(new ScoredModel("a", scored), new ScoredModel("b", scored)), 10, 1)
            .seeds());
  }

  /** One always right, one always wrong: a quarter of the draws of two is either twice. */
  @Test
  void seedsAreDrawnAsTheClustersAre() {
    SeedSpread spread =
        accuracy(
            List.of(
                new ScoredModel("m@1", "m", Samples.scored("pppp", "pppp", 1)),
                new ScoredModel("m@2", "m", Samples.scored("pppp", "aaaa", 1))),
            1000);
    assertEquals(new Interval(0, 1, 4, 1000), spread.interval());
  }

  @Test
  void seedsOfOneQualityAddToTheUncertaintyOfClusters() {
    SplittableRandom random = new SplittableRandom(9);
    List<ScoredExample> one = Samples.clustered(40, 0.6, 0.1, random);
    List<ScoredExample> same =
        one.stream()
            .map(
                example ->
                    random.nextDouble() < 0.3
                        ? new ScoredExample(example.example(), Samples.sure(example.gold()))
                        : example)
            .toList();
    SeedSpread spread =
        accuracy(List.of(new ScoredModel("m@1", "m", one), new ScoredModel("m@2", "m", same)), 800);
    Interval groupsAlone = MeanOverSeeds.of(List.of(one, same), Metric.ACCURACY, 800, 3).interval();
    assertTrue(
        spread.interval().high() - spread.interval().low() > groupsAlone.high() - groupsAlone.low(),
        spread + " " + groupsAlone);
  }
}

package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeanOverSeedsTest {
  @Test
  void theMeanIsOverTheTrainingsAndTheIntervalOverTheGroups() {
    // two groups of two; accuracies 1 and 0.5
    List<List<ScoredExample>> runs =
        List.of(Samples.scored("ppaa", "ppaa", 2), Samples.scored("ppaa", "pppp", 2));
    MeanOverSeeds figure = MeanOverSeeds.of(runs, Metric.ACCURACY, 1000, 3);
    assertEquals(List.of(1.0, 0.5), figure.values());
    assertEquals(0.75, figure.mean(), 1e-12);
    assertEquals(0.5, figure.least());
    assertEquals(1.0, figure.most());
    // drawn twice, the first group gives 1 and 1, the second 1 and 0
    assertEquals(new Interval(0.5, 1, 2, 1000), figure.interval());
  }

  @Test
  void oneTrainingGivesTheIntervalOfTheModel() {
    List<ScoredExample> run = Samples.scored("ppaapa", "papapa", 1);
    assertEquals(
        ClusterBootstrap.intervals(run, List.of(Metric.MACRO_F1), 500, 8).get(0),
        MeanOverSeeds.of(List.of(run), Metric.MACRO_F1, 500, 8).interval());
  }

  @Test
  void trainingsAreComparedOnTheSameExamples() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            MeanOverSeeds.of(
                List.of(Samples.scored("pa", "pa", 1), Samples.scored("pan", "pan", 1)),
                Metric.ACCURACY,
                10,
                1));
  }
}

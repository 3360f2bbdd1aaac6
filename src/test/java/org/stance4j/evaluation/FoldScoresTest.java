package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;

class FoldScoresTest {
  /** Rows 1 and 4 of six, then 0 and 5: in the order of rows 0, 1, 4, 5. */
  @Test
  void eachFoldHasTheScoresOfItsOwnRows() {
    List<Fold> folds =
        List.of(
            new Fold(0, List.of(0, 2, 3, 5), List.of(1, 4)),
            new Fold(1, List.of(1, 2, 3, 4), List.of(0, 5)));
    List<FoldScores> scores = FoldScores.of(folds, Samples.scored("ppaa", "paan", 1));
    assertEquals(List.of(1, 2), scores.stream().map(FoldScores::fold).toList());
    // second and third of what was scored: wrong, right; then right, wrong
    assertEquals(0.5, scores.get(0).scores().of(Metric.ACCURACY));
    assertEquals(1, scores.get(0).scores().confusion().count(Stance.PRO, Stance.ANTI));
    assertEquals(1, scores.get(1).scores().confusion().count(Stance.ANTI, Stance.NEUTRAL));
    assertEquals(2, scores.get(1).clusters());
    assertThrows(
        IllegalArgumentException.class,
        () -> FoldScores.of(folds, Samples.scored("ppa", "paa", 1)));
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.evaluation.ScoredModel;
import org.stance4j.evaluation.Slicer;

class SentenceListTest {
  private static final List<Slicer> SLICERS = List.of(Slicer.column("register"));

  @Test
  void sureErrorsComeFirstAndWhatIsRightByAHairBeforeTheRest() {
    List<ScoredExample> scored =
        List.of(
            scored("a", Stance.PRO, 0.9, 0.06, 0.04),
            scored("b", Stance.ANTI, 0.5, 0.3, 0.2),
            scored("c", Stance.PRO, 0.4, 0.3, 0.3),
            scored("d", Stance.NEUTRAL, 0.1, 0.8, 0.1));
    SentenceList list = list(scored);
    assertEquals(List.of("d", "b", "c", "a"), ids(list));
    assertEquals(2, list.errors());
    assertEquals(0, list.left());
    assertEquals("All 4 sentences, the errors first.", list.scope());
  }

  @Test
  void aLongListIsCutAndSaysWhatIsLeftOut() {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < 390; i++) {
      scored.add(scored("wrong-" + i, Stance.ANTI, 0.6, 0.3, 0.1));
    }
    for (int i = 0; i < 110; i++) {
      scored.add(scored("right-" + i, Stance.PRO, 0.6, 0.3, 0.1));
    }
    SentenceList list = list(scored);
    assertEquals(SentenceList.MOST, list.rows().size());
    assertEquals("right-9", ids(list).get(399));
    assertEquals(
        "400 of 500 sentences: all 390 errors, the surest first, then what is right by the narrowest"
            + " margin; 100 that are right are left out.",
        list.scope());
    for (int i = 0; i < 20; i++) {
      scored.add(scored("more-" + i, Stance.NEUTRAL, 0.7, 0.2, 0.1));
    }
    SentenceList longer = list(scored);
    assertEquals("more-0", ids(longer).get(0));
    assertEquals(
        "400 of 520 sentences: the surest 400 of 410 errors; 120 sentences are left out.",
        longer.scope());
  }

  @Test
  void eachRowKnowsItsPartsByTheirPlace() {
    List<ScoredExample> scored =
        List.of(
            scored("a", "news", Stance.PRO, 0.9, 0.06, 0.04),
            scored("b", "", Stance.ANTI, 0.5, 0.3, 0.2),
            scored("c", "essay", Stance.PRO, 0.4, 0.3, 0.3));
    Evaluation evaluation = Evaluator.evaluate("m", "d", scored, SLICERS, 50, 17);
    assertEquals(
        List.of("(none)", "essay", "news"),
        evaluation.slices().stream().map(slice -> slice.value()).toList());
    SentenceList list = SentenceList.of(scored, SLICERS, evaluation);
    assertEquals(List.of("b", "c", "a"), ids(list));
    assertEquals(
        List.of("0", "1", "2"), list.rows().stream().map(SentenceList.Row::partList).toList());
  }

  @Test
  void changesAreOrderedByWhatTheGoldStanceWonOrLost() {
    List<ScoredExample> first =
        List.of(
            scored("a", Stance.PRO, 0.5, 0.3, 0.2),
            scored("b", Stance.PRO, 0.2, 0.6, 0.2),
            scored("c", Stance.ANTI, 0.1, 0.8, 0.1),
            scored("d", Stance.ANTI, 0.1, 0.2, 0.7));
    List<ScoredExample> second =
        List.of(
            scored("a", Stance.PRO, 0.5, 0.3, 0.2),
            scored("b", Stance.PRO, 0.7, 0.2, 0.1),
            scored("c", Stance.ANTI, 0.8, 0.1, 0.1),
            scored("d", Stance.ANTI, 0.5, 0.1, 0.4));
    ModelComparison comparison =
        ModelComparison.of(
            "d",
            List.of(new ScoredModel("one", first), new ScoredModel("two", second)),
            SLICERS,
            50,
            17);
    ChangeList list = ChangeList.of(comparison, comparison.differences().get(0), SLICERS, 2);
    assertEquals(
        List.of("c", "b"), list.rows().stream().map(row -> row.change().example().id()).toList());
    assertEquals(-0.7, list.rows().get(0).gain(), 1e-12);
    assertEquals(0.5, list.rows().get(1).gain(), 1e-12);
    assertEquals(1, list.left());
    // pro to pro, anti to pro (b and c), neutral to pro
    assertEquals(List.of(List.of(1, 0, 0), List.of(2, 0, 0), List.of(1, 0, 0)), list.answers());
  }

  private static SentenceList list(List<ScoredExample> scored) {
    return SentenceList.of(scored, SLICERS, Evaluator.evaluate("m", "d", scored, SLICERS, 10, 17));
  }

  private static List<String> ids(SentenceList list) {
    return list.rows().stream().map(row -> row.scored().example().id()).toList();
  }

  private static ScoredExample scored(
      String id, Stance gold, double pro, double anti, double neutral) {
    return scored(id, "news", gold, pro, anti, neutral);
  }

  private static ScoredExample scored(
      String id, String register, Stance gold, double pro, double anti, double neutral) {
    Example example =
        new Example(
            id,
            Sentence.alone(id, "Sentence " + id + "."),
            gold,
            null,
            id,
            Example.attributes(Map.of("register", register)));
    return new ScoredExample(example, new StanceProbabilities(pro, anti, neutral));
  }
}

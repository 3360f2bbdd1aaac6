package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.evaluation.ScoredExample;

class ErrorAnalysisTest {
  private static final List<ScoredExample> SCORED =
      List.of(
          Samples.scored("right", "good", Stance.PRO, 0.8, 0.1, 0.1),
          Samples.scored("unsure", "fine", Stance.PRO, 0.41, 0.40, 0.19),
          Samples.scored("sure-error", "good tea", Stance.ANTI, 0.9, 0.05, 0.05),
          Samples.scored("small-error", "dull", Stance.ANTI, 0.5, 0.1, 0.4),
          Samples.scored("anti", "bad", Stance.ANTI, 0.1, 0.7, 0.2));

  private static List<String> explained(List<ExplainedExample> examples) {
    return examples.stream().map(one -> one.scored().example().id()).toList();
  }

  private static ErrorAnalysis analyse(NearestSentences nearest, int most) {
    return ErrorAnalysis.of(SCORED, new Occlusion(new WordModel()), nearest, 2, most);
  }

  private static NearestSentences nearest(Stance stance) {
    return new NearestSentences(
        List.of(
            Samples.example("t1", "good tea here", stance),
            Samples.example("t2", "tea is good", stance)),
        new LetterEncoder(),
        new LetterEncoder(),
        "letters");
  }

  @Test
  void errorsComeByTheProbabilityOfTheWrongStanceAndTheUnsureByTheirMargin() {
    ErrorAnalysis analysis = analyse(null, 10);
    assertEquals(5, analysis.n());
    assertEquals(2, analysis.errors());
    assertEquals(List.of("sure-error", "small-error"), explained(analysis.confident()));
    assertEquals(
        List.of("unsure", "small-error", "anti", "right", "sure-error"),
        analysis.uncertain().stream().map(one -> one.example().id()).toList());
    assertEquals(0.01, ErrorAnalysis.margin(SCORED.get(1)), 1e-12);
    assertNull(analysis.neighbours());
    assertEquals(
        "good", analysis.confident().get(0).explanation().strongest(Stance.PRO, 1).get(0).word());
  }

  /** Mean probability of pro over what is labelled pro: (0.8 + 0.41) / 2 = 0.605. */
  @Test
  void aSuspectReachesTheThresholdOfItsStance() {
    assertEquals(List.of("sure-error"), explained(analyse(null, 10).suspects()));
  }

  @Test
  void neighboursHaveToAgreeWithTheModelAgainstTheLabel() {
    ErrorAnalysis agreeing = analyse(nearest(Stance.PRO), 10);
    assertEquals(List.of("sure-error"), explained(agreeing.suspects()));
    assertEquals(2, agreeing.suspects().get(0).labelled(Stance.PRO));
    assertEquals(new ErrorAnalysis.NeighbourSource("letters", 2, 2), agreeing.neighbours());
    assertEquals(List.of(), explained(analyse(nearest(Stance.ANTI), 10).suspects()));
  }

  @Test
  void noListIsLongerThanAsked() {
    ErrorAnalysis analysis = analyse(null, 1);
    assertEquals(List.of("sure-error"), explained(analysis.confident()));
    assertEquals(1, analysis.uncertain().size());
    assertEquals(2, analysis.errors());
  }

  @Test
  void aModelWithoutErrorsHasNoneToShow() {
    ErrorAnalysis analysis =
        ErrorAnalysis.of(
            SCORED.subList(0, 1), new Occlusion(new WordModel()), nearest(Stance.PRO), 2, 5);
    assertEquals(0, analysis.errors());
    assertEquals(List.of(), analysis.confident());
    assertEquals(List.of(), analysis.suspects());
    assertEquals(1, analysis.uncertain().size());
  }

  @Test
  void zeroExamplesOrNeighboursAreRefused() {
    assertEquals(
        "neighbours and examples must be at least 1, got 2 and 0",
        assertThrows(IllegalArgumentException.class, () -> analyse(null, 0)).getMessage());
  }
}

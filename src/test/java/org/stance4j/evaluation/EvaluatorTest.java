package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;

class EvaluatorTest {
  @Test
  void theFiguresOfTheWholeAreThoseOfItsMatrix() {
    List<ScoredExample> scored = Samples.scored("pppaaannn", "ppaaannnp", 3);
    Evaluation evaluation = Evaluator.evaluate("m", "d", scored, 200, 7);
    ConfusionMatrix matrix = ConfusionMatrix.of(scored);
    assertEquals(9, evaluation.n());
    assertEquals(3, evaluation.clusters());
    assertEquals(Accuracy.of(matrix), evaluation.accuracy());
    assertEquals(MacroF1.of(matrix), evaluation.macroF1());
    assertEquals(FAverage.of(matrix), evaluation.fAvg());
    assertEquals(MatthewsCorrelation.of(matrix), evaluation.mcc());
    assertEquals(List.of(Metric.values()), List.copyOf(evaluation.intervals().keySet()));
    for (Metric metric : Metric.values()) {
      assertEquals(200, evaluation.interval(metric).resamples());
    }
  }

  @Test
  void fewClustersRareClassesAndASingleAnswerAreWarnedOf() {
    Evaluation evaluation = Evaluator.evaluate("m", "d", Samples.scored("ppaa", "aaaa", 2), 50, 7);
    assertEquals(
        List.of(
            EvaluationWarning.TOO_FEW_CLUSTERS,
            EvaluationWarning.UNUSED_CLASS,
            EvaluationWarning.RARE_CLASS,
            EvaluationWarning.SINGLE_PREDICTION),
        evaluation.warnings());
    List<ScoredExample> many = Samples.clustered(12, 0.6, 0.1, new SplittableRandom(1));
    assertEquals(
        List.of(EvaluationWarning.FEW_CLUSTERS),
        Evaluator.evaluate("m", "d", many, 50, 7).warnings());
    List<ScoredExample> enough = Samples.clustered(30, 0.6, 0.1, new SplittableRandom(1));
    assertEquals(List.of(), Evaluator.evaluate("m", "d", enough, 50, 7).warnings());
  }

  @Test
  void slicesAddUpToTheWholeAndSmallOnesAreFlagged() {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Stance gold = Samples.stances("pan").get(i % 3);
      Map<String, String> attributes = i < 5 ? Map.of("register", "essay") : Map.of();
      Example example =
          new Example(
              "s" + i,
              Sentence.alone("s" + i, "Words."),
              gold,
              null,
              "g" + i / 15,
              Example.attributes(attributes));
      scored.add(new ScoredExample(example, Samples.sure(Stance.PRO)));
    }
    List<EvaluationSlice> slices = Evaluator.evaluate("m", "d", scored, 50, 7).slices();
    assertEquals(
        List.of("group=g0", "group=g1", "register=(none)", "register=essay"),
        slices.stream().map(slice -> slice.attribute() + "=" + slice.value()).toList());
    assertEquals(List.of(15, 15, 25, 5), slices.stream().map(EvaluationSlice::n).toList());
    assertEquals(
        List.of(true, true, false, true), slices.stream().map(EvaluationSlice::fewRows).toList());
    assertEquals(List.of(1, 1, 2, 1), slices.stream().map(EvaluationSlice::clusters).toList());
    assertEquals(List.of(0, 0, 0, 0), slices.stream().map(EvaluationSlice::rank).toList());
    assertNull(slices.get(0).interval(), "a single group leaves nothing to resample");
    assertNotNull(slices.get(2).interval());
  }

  private static List<ScoredExample> ranked(Stance wrong) {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      Stance gold = Samples.stances("pan").get(i % 3);
      String register = List.of("easy", "hard", "rare").get(i < 40 ? 0 : i < 80 ? 1 : 2);
      Example example =
          new Example(
              "s" + i,
              Sentence.alone("s" + i, "Words."),
              gold,
              null,
              "g" + i / 5,
              Example.attributes(Map.of("register", register)));
      scored.add(new ScoredExample(example, Samples.sure(register.equals("hard") ? wrong : gold)));
    }
    return scored;
  }

  /** Ten rows of two groups are too few; the hard ones are right by chance only. */
  @Test
  void largePartsAreRankedFromTheWeakest() {
    List<EvaluationSlice> slices =
        Evaluator.evaluate("m", "d", ranked(Stance.PRO), 50, 7).slices("register");
    assertEquals(List.of(2, 1, 0), slices.stream().map(EvaluationSlice::rank).toList());
    assertEquals(1.0 / 3, slices.get(1).scores().of(Metric.BALANCED_ACCURACY), 1e-12);
  }

  @Test
  void partsAreComparedAndRankedByTheDifference() {
    ModelComparison comparison =
        ModelComparison.of(
            "d",
            List.of(
                new ScoredModel("old", ranked(Stance.PRO)),
                new ScoredModel("new", ranked(Stance.NEUTRAL))),
            List.of(Slicer.column("register")),
            50,
            7);
    List<SliceDifference> slices = comparison.differences().get(0).slices();
    assertEquals(
        List.of("easy", "hard", "rare"), slices.stream().map(SliceDifference::value).toList());
    // rows 40 to 79: 13 neutral rows fixed, 13 pro rows broken
    SliceDifference hard = slices.get(1);
    assertEquals(
        List.of(40, 8, 13, 13), List.of(hard.n(), hard.clusters(), hard.fixed(), hard.broken()));
    assertEquals(0, hard.difference(), 1e-12);
    assertEquals(List.of(1, 2, 0), slices.stream().map(SliceDifference::rank).toList());
    assertEquals(
        comparison
            .evaluation("old")
            .slices("register")
            .get(1)
            .scores()
            .of(Metric.BALANCED_ACCURACY),
        hard.first());
  }

  @Test
  void nothingCannotBeEvaluated() {
    assertThrows(IllegalArgumentException.class, () -> Evaluator.evaluate("m", "d", List.of(), 7));
  }

  @Test
  void aComparisonNamesWhatWasFixedAndBroken() {
    ScoredModel first = new ScoredModel("old", Samples.scored("ppaann", "papann", 2));
    ScoredModel second = new ScoredModel("new", Samples.scored("ppaann", "pnaaap", 2));
    ModelComparison comparison = ModelComparison.of("d", List.of(first, second), 100, 3);
    PairedDifference pair = comparison.differences().get(0);
    assertEquals(List.of(1, 2, 1), List.of(pair.fixed(), pair.broken(), pair.stillWrong()));
    assertEquals(
        List.of("s1 still-wrong", "s2 fixed", "s4 broken", "s5 broken"),
        comparison.changes().stream()
            .map(change -> change.example().id() + " " + change.kind().label())
            .toList());
    assertEquals(-1.0 / 6, pair.of(Metric.ACCURACY).difference(), 1e-12);
    assertEquals(List.of(EvaluationWarning.TOO_FEW_CLUSTERS), comparison.warnings());
  }

  @Test
  void aModelAgainstItsTwinClaimsNothing() {
    List<ScoredExample> scored = Samples.clustered(20, 0.6, 0.2, new SplittableRandom(2));
    ModelComparison comparison =
        ModelComparison.of(
            "d", List.of(new ScoredModel("a", scored), new ScoredModel("b", scored)), 200, 3);
    assertTrue(comparison.changes().isEmpty());
    for (MetricDifference difference : comparison.differences().get(0).metrics()) {
      assertEquals(1, difference.holm());
      assertTrue(!difference.claim(), difference.metric().key());
    }
  }

  @Test
  void aClearLeadIsClaimedWithEnoughClustersOnly() {
    assertTrue(lead(20).claim());
    assertTrue(!lead(8).claim());
    // 2 / 2^8: the test alone would have claimed it
    assertTrue(lead(8).holm() < 0.05);
  }

  private static MetricDifference lead(int clusters) {
    SplittableRandom random = new SplittableRandom(6);
    List<ScoredExample> weak = Samples.clustered(clusters, 0.4, 0.1, random);
    List<ScoredExample> strong =
        weak.stream()
            .map(
                example ->
                    random.nextDouble() < 0.9
                        ? new ScoredExample(example.example(), Samples.sure(example.gold()))
                        : example)
            .toList();
    return ModelComparison.of(
            "d", List.of(new ScoredModel("weak", weak), new ScoredModel("strong", strong)), 500, 3)
        .differences()
        .get(0)
        .of(Metric.MACRO_F1);
  }

  @Test
  void severalPairsAreCorrectedByHolm() {
    // four clusters, constant lead: p = 0.125 for each of two pairs, so 0.25 after Holm
    ScoredModel first = new ScoredModel("a", Samples.scored("pppppppp", "papapapa", 2));
    List<ScoredExample> better = Samples.scored("pppppppp", "pppppppp", 2);
    ModelComparison comparison =
        ModelComparison.of(
            "d", List.of(first, new ScoredModel("b", better), new ScoredModel("c", better)), 50, 3);
    for (PairedDifference pair : comparison.differences()) {
      assertEquals(0.125, pair.of(Metric.ACCURACY).test().p());
      assertEquals(0.25, pair.of(Metric.ACCURACY).holm());
    }
  }

  @Test
  void modelsOfOneNameAreNotCompared() {
    ScoredModel model = new ScoredModel("same", Samples.scored("pa", "pa", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> ModelComparison.of("d", List.of(model, model), 10, 1));
  }

  /** Two targets with two and four rows: F-average 1 and 1/3, pooled 0.65. */
  @Test
  void severalTargetsArePooledAndShownOneByOne() {
    List<ScoredExample> scored = new ArrayList<>();
    List<Stance> gold = Samples.stances("pappan");
    List<Stance> answers = Samples.stances("paapnn");
    for (int i = 0; i < gold.size(); i++) {
      Example example =
          new Example(
              "s" + i,
              Sentence.alone("s" + i, "Words."),
              gold.get(i),
              null,
              "g" + i,
              Example.attributes(Map.of("target", i < 2 ? "tea" : "cocoa")));
      scored.add(new ScoredExample(example, Samples.sure(answers.get(i))));
    }
    Evaluation evaluation = Evaluator.evaluate("m", "d", scored, 50, 7);
    List<EvaluationSlice> targets = evaluation.slices(Example.TARGET);
    assertEquals(List.of("cocoa", "tea"), targets.stream().map(EvaluationSlice::value).toList());
    // cocoa: gold p p a n, answers a p n n: F1 of pro 2/3, of anti 0
    assertEquals(1.0 / 3, targets.get(0).scores().of(Metric.F_AVERAGE), 1e-12);
    assertEquals(1, targets.get(1).scores().of(Metric.F_AVERAGE), 1e-12);
    // pooled: pro 2 of 2 answers and 3 gold, 4/5; anti 1 of 2 answers and 2 gold, 1/2
    assertEquals((0.8 + 0.5) / 2, evaluation.fAvg(), 1e-12);
  }

  @Test
  void aStanceThatIsMissingButPredictedIsWarnedOf() {
    List<EvaluationWarning> warnings =
        Evaluator.evaluate("m", "d", Samples.scored("ppaa", "pnaa", 2), 50, 7).warnings();
    assertTrue(warnings.contains(EvaluationWarning.MISSING_CLASS), warnings.toString());
    assertTrue(!warnings.contains(EvaluationWarning.UNUSED_CLASS), warnings.toString());
  }
}

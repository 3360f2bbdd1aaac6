package org.stance4j.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ScoredExample;

class ConfidentLearningTest {
  private static final double EXACT = 1e-12;
  private static final Stance PRO = Stance.PRO;
  private static final Stance ANTI = Stance.ANTI;
  private static final Stance NEUTRAL = Stance.NEUTRAL;

  /** Thresholds: pro (0.9 + 0.7 + 0.2) / 3, anti (0.8 + 0.6 + 0.1) / 3, neutral (0.8 + 0.2) / 2. */
  private static final List<ScoredExample> EIGHT =
      List.of(
          scored("1", PRO, 0.9, 0.05, 0.05),
          scored("2", PRO, 0.7, 0.2, 0.1),
          scored("3", PRO, 0.2, 0.7, 0.1),
          scored("4", ANTI, 0.1, 0.8, 0.1),
          scored("5", ANTI, 0.2, 0.6, 0.2),
          scored("6", ANTI, 0.7, 0.1, 0.2),
          scored("7", NEUTRAL, 0.1, 0.1, 0.8),
          scored("8", NEUTRAL, 0.5, 0.3, 0.2));

  private static ScoredExample scored(String id, Stance label, double... probabilities) {
    return scored(id, "g" + id, label, StanceProbabilities.of(probabilities));
  }

  private static ScoredExample scored(
      String id, String group, Stance label, StanceProbabilities probabilities) {
    return new ScoredExample(
        new Example(
            id, Sentence.alone(id, "Text."), label, null, group, Example.attributes(Map.of())),
        probabilities);
  }

  private static List<String> ids(List<LabelIssue> issues) {
    return issues.stream().map(issue -> issue.scored().example().id()).toList();
  }

  private static List<List<Integer>> counts(ConfidentJoint joint) {
    List<List<Integer>> counts = new ArrayList<>();
    for (Stance given : Stance.values()) {
      List<Integer> row = new ArrayList<>();
      for (Stance likely : Stance.values()) {
        row.add(joint.count(given, likely));
      }
      counts.add(row);
    }
    return counts;
  }

  @Test
  void theConfidentJointOfEightExamplesWorkedByHand() {
    ConfidentJoint joint = ConfidentJoint.of(EIGHT);
    assertEquals(0.6, joint.threshold(PRO).orElseThrow(), EXACT);
    assertEquals(0.5, joint.threshold(ANTI).orElseThrow(), EXACT);
    assertEquals(0.5, joint.threshold(NEUTRAL).orElseThrow(), EXACT);
    // 8 reaches no threshold: pro 0.5 < 0.6, anti 0.3 < 0.5, neutral 0.2 < 0.5
    assertEquals(List.of(List.of(2, 1, 0), List.of(1, 2, 0), List.of(0, 0, 1)), counts(joint));
    assertEquals(Optional.empty(), joint.likely(EIGHT.get(7).probabilities()));
    assertEquals(Optional.of(ANTI), joint.likely(EIGHT.get(2).probabilities()));
    assertEquals(2.0 / 3 * 3 / 8, joint.share(PRO, PRO), EXACT);
    assertEquals(1.0 / 3 * 3 / 8, joint.share(PRO, ANTI), EXACT);
    assertEquals(2.0 / 8, joint.share(NEUTRAL, NEUTRAL), EXACT);
    assertEquals(0.25, joint.wrongShare(), EXACT);
    assertEquals(
        List.of(3, 3, 2, 8),
        List.of(joint.given(PRO), joint.given(ANTI), joint.given(NEUTRAL), joint.total()));
  }

  @Test
  void candidatesAreRankedByMargin() {
    List<LabelIssue> issues = ConfidentLearning.estimate(EIGHT, 100, 1).issues();
    assertEquals(List.of("6", "3"), ids(issues));
    assertEquals(-0.6, issues.get(0).margin(), EXACT);
    assertEquals(PRO, issues.get(0).suggested());
    assertEquals(ANTI, issues.get(0).given());
  }

  @Test
  void aLabelThatIsStillTheMostProbableIsNoCandidate() {
    // thresholds: pro 0.7, anti 0.4
    List<ScoredExample> scored =
        List.of(
            scored("1", PRO, 0.9, 0.05, 0.05),
            scored("2", PRO, 0.5, 0.45, 0.05),
            scored("3", ANTI, 0.3, 0.4, 0.3));
    NoiseEstimate estimate = ConfidentLearning.estimate(scored, 100, 1);
    assertEquals(1, estimate.joint().count(PRO, ANTI));
    assertEquals(List.of(), estimate.issues());
  }

  @Test
  void aLabelThatIsNeverGivenIsNeverLikely() {
    List<ScoredExample> scored =
        List.of(scored("1", PRO, 0.1, 0.1, 0.8), scored("2", ANTI, 0.1, 0.1, 0.8));
    ConfidentJoint joint = ConfidentJoint.of(scored);
    assertEquals(Optional.empty(), joint.threshold(NEUTRAL));
    assertEquals(0, joint.count(PRO, NEUTRAL));
    // of two labels at their thresholds the first of equally probable ones
    assertEquals(1, joint.count(ANTI, PRO));
  }

  @Test
  void aRowWithoutConfidenceCountsAsRight() {
    // neutral: threshold 0.5; 2 reaches it and is right, so no anti example is confident of any
    ConfidentJoint joint =
        ConfidentJoint.of(
            List.of(
                scored("1", PRO, 0.9, 0.05, 0.05),
                scored("2", NEUTRAL, 0.2, 0.2, 0.6),
                scored("3", NEUTRAL, 0.8, 0.0, 0.2)));
    assertEquals(0, joint.count(NEUTRAL, PRO));
    assertEquals(0, joint.wrongShare(), EXACT);
    assertEquals(2.0 / 3, joint.share(NEUTRAL, NEUTRAL), EXACT);
  }

  /** True labels at random, a model that is right in nine of ten; some labels are flipped. */
  private static List<ScoredExample> synthetic(int n, double flipped, List<String> wrong) {
    SplittableRandom random = new SplittableRandom(42);
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int truth = random.nextInt(Stance.COUNT);
      int answer = random.nextDouble() < 0.9 ? truth : (truth + 1) % Stance.COUNT;
      double sure =
          answer == truth ? 0.6 + 0.35 * random.nextDouble() : 0.4 + 0.2 * random.nextDouble();
      double[] p = new double[Stance.COUNT];
      Arrays.fill(p, (1 - sure) / 2);
      p[answer] = sure;
      int label = truth;
      if (random.nextDouble() < flipped) {
        label = (truth + 1 + random.nextInt(2)) % Stance.COUNT;
        wrong.add("s" + i);
      }
      scored.add(scored("s" + i, "g" + i / 10, Stance.values()[label], StanceProbabilities.of(p)));
    }
    return scored;
  }

  @Test
  void flippedLabelsAreFound() {
    List<String> wrong = new ArrayList<>();
    NoiseEstimate estimate = ConfidentLearning.estimate(synthetic(2000, 0.1, wrong), 500, 1);
    List<String> top = ids(estimate.issues()).stream().limit(wrong.size()).toList();
    long found = top.stream().filter(wrong::contains).count();
    assertTrue(found >= 0.8 * top.size(), found + " of " + top.size());
    assertTrue(found >= 0.6 * wrong.size(), found + " of " + wrong.size() + " flipped");
    double share = estimate.joint().wrongShare();
    assertTrue(share > 0.07 && share < 0.2, "share " + share);
    assertTrue(estimate.wrongShare().contains(share), estimate.wrongShare().toString());
    assertTrue(estimate.wrongShare().high() - estimate.wrongShare().low() < 0.06);
  }

  @Test
  void onCleanLabelsFewAreFound() {
    NoiseEstimate clean = ConfidentLearning.estimate(synthetic(2000, 0, new ArrayList<>()), 500, 1);
    assertTrue(clean.issues().size() < 0.02 * 2000, clean.issues().size() + " found");
    assertTrue(clean.joint().wrongShare() < 0.02, "share " + clean.joint().wrongShare());
  }

  @Test
  void theOrderOfTheRowsPlaysNoPart() {
    List<ScoredExample> scored = synthetic(300, 0.1, new ArrayList<>());
    List<ScoredExample> shuffled = new ArrayList<>(scored);
    Collections.shuffle(shuffled, new Random(1));
    NoiseEstimate one = ConfidentLearning.estimate(scored, 200, 1);
    NoiseEstimate other = ConfidentLearning.estimate(shuffled, 200, 1);
    assertEquals(ids(one.issues()), ids(other.issues()));
    assertEquals(one.wrongShare().low(), other.wrongShare().low(), EXACT);
    assertEquals(one.wrongShare().high(), other.wrongShare().high(), EXACT);
  }

  @Test
  void nothingIsEstimatedFromNothing() {
    assertThrows(IllegalArgumentException.class, () -> ConfidentJoint.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LabelIssue(EIGHT.get(0), PRO));
  }
}

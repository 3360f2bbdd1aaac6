package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.model.FittedModel;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelStoreException;

class LoadedModelTest {
  private static LoadedModel model(Map<String, Double> metrics) {
    return model(metrics, null);
  }

  private static LoadedModel model(
      Map<String, Double> metrics, @Nullable ConformalCalibration labelSets) {
    ModelManifest manifest =
        new ModelManifest(
            ModelManifest.FORMAT_VERSION,
            "m",
            1,
            "m",
            "ngrams",
            "linear",
            List.of("pro", "anti", "neutral"),
            new TreeMap<>(),
            new TreeMap<>(),
            17,
            new TreeMap<>(metrics),
            new TreeMap<>(),
            new TreeMap<>());
    FittedModel silent =
        new FittedModel() {
          @Override
          public SortedMap<String, byte[]> files(String prefix) {
            return new TreeMap<>();
          }

          @Override
          public boolean usesTarget() {
            return false;
          }

          @Override
          public List<StanceProbabilities> predict(List<Sentence> sentences) {
            return List.of();
          }

          @Override
          public void close() {}
        };
    return new LoadedModel(
        manifest, silent, "", TextFingerprints.of(new Dataset("none", List.of())), labelSets);
  }

  @Test
  void aModelWithoutLabelSetsCannotAbstain() {
    assertEquals(
        "model m@1 cannot abstain: it was trained before models kept what label sets are made from"
            + " (label-sets.safetensors); train it again with 'stance train', or leave out --abstain",
        assertThrows(IllegalArgumentException.class, () -> model(Map.of()).labelSets(0.9))
            .getMessage());
  }

  /** Of 20 sentences of a stance, 20/21 = 0.95238 is the highest coverage they carry. */
  @Test
  void aCoverageThatTooFewSentencesCarryIsRefused() {
    LoadedModel model =
        model(
            Map.of(),
            ConformalCalibration.ofProbabilities(
                Map.of(Stance.PRO, new float[300], Stance.NEUTRAL, new float[20])));
    assertEquals(0.952, model.labelSets(0.952).coverage());
    assertEquals(
        "model m@1 cannot abstain at a coverage of 0.953: 20 out-of-fold sentences are neutral,"
            + " which carry at most 0.952; choose a lower coverage or train on more of them",
        assertThrows(IllegalArgumentException.class, () -> model.labelSets(0.953)).getMessage());
  }

  @Test
  void thePriorIsThatOfTheManifest() {
    StanceProbabilities prior =
        model(Map.of("prior.pro", 0.333334, "prior.anti", 0.333334, "prior.neutral", 0.333334))
            .prior();
    // three figures rounded up sum to 1.000002
    assertEquals(1.0 / 3, prior.pro(), 1e-12);
    assertEquals(
        new StanceProbabilities(0.5, 0.5, 0),
        model(Map.of("prior.pro", 0.5, "prior.anti", 0.5, "prior.neutral", 0.0)).prior());
  }

  @Test
  void aManifestWithoutAPriorMeansEqualShares() {
    assertEquals(
        new StanceProbabilities(1.0 / 3, 1.0 / 3, 1.0 / 3),
        model(Map.of("crossValidated.macroF1", 0.5)).prior());
  }

  @Test
  void whatIsNoDistributionIsDamage() {
    for (Map<String, Double> metrics :
        List.of(
            Map.of("prior.pro", 1.0),
            Map.of("prior.pro", 0.5, "prior.anti", 0.6, "prior.neutral", 0.1),
            Map.of("prior.pro", 1.5, "prior.anti", -0.5, "prior.neutral", 0.0),
            Map.of("prior.pro", Double.NaN, "prior.anti", 0.5, "prior.neutral", 0.5))) {
      String message =
          assertThrows(ModelStoreException.class, () -> model(metrics).prior()).getMessage();
      assertTrue(message.startsWith("model m@1 is damaged: the figures 'prior.*' "), message);
    }
  }
}

package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.model.FittedModel;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelStoreException;

class LoadedModelTest {
  private static LoadedModel model(Map<String, Double> metrics) {
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
        manifest, silent, "", TextFingerprints.of(new Dataset("none", List.of())));
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

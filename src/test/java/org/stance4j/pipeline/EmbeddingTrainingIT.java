package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelStore;

/** Training with the encoder that ships. */
class EmbeddingTrainingIT {
  @TempDir Path folder;

  private TrainOutcome train(ModelStore store, Dataset dataset, Path cache, List<Recipe> recipes) {
    return new TrainPipeline(
            store, cache, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
        .run(new TrainRequest(recipes, dataset, Map.of()), (step, done, steps) -> {});
  }

  @Test
  void trainingAgainGivesTheSameBytesWithAndWithoutACache() throws IOException {
    Dataset dataset = SampleSentences.dataset(folder, 1);
    ModelStore store = new ModelStore(folder.resolve("models"));
    Path cache = folder.resolve("cache");
    List<String> names = List.of("embedding-svm", "embedding-mlp");
    train(store, dataset, cache, names.stream().map(Recipes::load).toList());
    train(store, dataset, cache, names.stream().map(Recipes::load).toList());
    train(
        store,
        dataset,
        null,
        names.stream()
            .map(name -> Recipes.load(store.root().resolve(name + "/1/recipe.yaml").toString()))
            .toList());
    for (String name : names) {
      Path first = store.root().resolve(name).resolve("1");
      try (Stream<Path> files = Files.list(first)) {
        for (Path file : files.toList()) {
          String fileName = file.getFileName().toString();
          if (!fileName.equals("manifest.json")) {
            for (String version : List.of("2", "3")) {
              Path again = store.root().resolve(name).resolve(version).resolve(fileName);
              assertEquals(-1, Files.mismatch(file, again), again + " differs");
            }
          }
        }
      }
      try (LoadedModel model = ModelLoader.load(store, name, null)) {
        long right =
            Scoring.score(model.model(), dataset).stream()
                .filter(scored -> scored.predicted() == scored.gold())
                .count();
        assertTrue(right > 45, name + " gets " + right + " of 60 training sentences right");
      }
    }
  }

  @Test
  void aModelOfTwoStancesNeverAnswersTheThird() throws IOException {
    Dataset sample = SampleSentences.dataset(folder, 1);
    Dataset two =
        new Dataset(
            "two",
            sample.examples().stream()
                .filter(example -> example.stance() != Stance.NEUTRAL)
                .toList());
    ModelStore store = new ModelStore(folder.resolve("models"));
    List<String> names = List.of("embedding-svm", "embedding-mlp", "ngram-linear", "majority");
    train(store, two, folder.resolve("cache"), names.stream().map(Recipes::load).toList());
    for (String name : names) {
      try (LoadedModel model = ModelLoader.load(store, name, null)) {
        for (ScoredExample scored : Scoring.score(model.model(), sample)) {
          assertTrue(scored.probabilities().of(Stance.NEUTRAL) < 1e-9, name);
        }
      }
    }
  }
}

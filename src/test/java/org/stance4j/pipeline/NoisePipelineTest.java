package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.noise.LabelIssue;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;

class NoisePipelineTest {
  private static final Recipe RECIPE = Recipes.load(Recipes.NGRAMS);

  @TempDir Path folder;

  /** 300 sentences in 60 groups; every {@code step}-th label is another one, if step is above 0. */
  private Dataset dataset(int step, Set<String> flipped) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (int seed = 1; seed <= 5; seed++) {
      for (Example example : SampleSentences.dataset(folder, seed).examples()) {
        String id = seed + example.id();
        Stance stance = example.stance();
        if (step > 0 && examples.size() % step == step - 1) {
          stance = Stance.values()[(stance.ordinal() + 1) % Stance.COUNT];
          flipped.add(id);
        }
        examples.add(
            new Example(
                id,
                example.sentence(),
                stance,
                null,
                seed + example.group(),
                example.attributes()));
      }
    }
    return new Dataset("sample", examples);
  }

  private static NoiseOutcome run(Dataset dataset, List<String> steps) {
    return new NoisePipeline(null)
        .run(
            new NoiseRequest(RECIPE, dataset, 5, 17),
            (step, done, all) -> steps.add(done + "/" + all + " " + step));
  }

  @Test
  void flippedLabelsStandAtTheTop() throws IOException {
    Set<String> flipped = new HashSet<>();
    List<String> steps = new ArrayList<>();
    NoiseOutcome outcome = run(dataset(10, flipped), steps);
    assertEquals(30, flipped.size());
    List<String> top =
        outcome.estimate().issues().stream()
            .limit(30)
            .map(issue -> issue.scored().example().id())
            .toList();
    long found = top.stream().filter(flipped::contains).count();
    assertTrue(found >= 8 && found >= 0.8 * top.size(), top.toString());
    assertEquals("0/5 ngram-linear: fold 1 of 5", steps.get(0));
    assertEquals("4/5 ngram-linear: fold 5 of 5", steps.get(4));
    assertEquals(5, steps.size());
    assertEquals(300, outcome.crossValidated().n());
    assertEquals(60, outcome.estimate().wrongShare().clusters());
  }

  @Test
  void onCleanLabelsFewAreFound() throws IOException {
    NoiseOutcome outcome = run(dataset(0, Set.of()), new ArrayList<>());
    List<LabelIssue> issues = outcome.estimate().issues();
    assertTrue(issues.size() <= 9, issues.size() + " found");
    assertTrue(outcome.estimate().joint().wrongShare() < 0.03);
  }

  @Test
  void dataThatCannotBeLearntFromAreRefused() {
    Dataset empty = new Dataset("none", List.of());
    assertEquals(
        "dataset none is empty; add sentences of at least two stances",
        assertThrows(IllegalArgumentException.class, () -> new NoiseRequest(RECIPE, empty, 5, 17))
            .getMessage());
  }
}

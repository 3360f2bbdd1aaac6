package org.stance4j.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.FoldListener;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;

class TunerTest {
  private static final Space NINE = Fakes.space("1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0");
  private static final long SECOND = 1_000_000_000;

  @TempDir Path folder;

  private TuningResult run(String name, TuningRequest request, Fakes.Scorer scorer)
      throws IOException {
    try (TuningRun run = TuningRun.begin(folder.resolve(name), request)) {
      return run.run(scorer, Fakes.SILENT, scorer::now);
    }
  }

  private String text(String name, String file) throws IOException {
    return Files.readString(folder.resolve(name).resolve(file));
  }

  @Test
  void theBestThirdGoesUpToMoreData() throws IOException {
    TuningResult result = run("a", Fakes.request(NINE, List.of(), 0, 9, null), new Fakes.Scorer());
    assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9), Set.copyOf(Fakes.costs(result, "final", 0)));
    assertEquals(List.of(9, 8, 7), Fakes.costs(result, "final", 1));
    assertEquals(List.of(9), Fakes.costs(result, "final", 2));
    assertEquals(List.of(9, 27, 81), result.trials().stream().map(Trial::rows).distinct().toList());
    assertEquals(1.0, result.best().orElseThrow().value());
    assertTrue(result.honestText().startsWith("none: without outer folds"), result.honestText());
    Recipe best = Recipes.load(folder.resolve("a/best.yaml").toString());
    assertEquals(9, Fakes.cost(best));
    assertEquals("tuned", best.name());
    assertTrue(best.description().startsWith("Found by stance tune: words, #"), best.yaml());
  }

  @Test
  void whatWasGivenIsMeasuredOnAllOfTheData() throws IOException {
    TuningResult result =
        run(
            "a",
            Fakes.request(
                Fakes.space("2.0, 3.0, 4.0"), List.of(Fakes.given("mine", "1.0")), 0, 3, null),
            new Fakes.Scorer());
    assertEquals(List.of(1, 4), Fakes.costs(result, "final", 1));
    assertEquals(List.of(1, 4), Fakes.costs(result, "final", 2));
    assertEquals(4, Fakes.cost(result.best().orElseThrow().recipe()));
  }

  @Test
  void theSameSeedAndNumberOfTrialsWriteTheSameFiles() throws IOException {
    TuningRequest request = Fakes.request(NINE, List.of(Fakes.given("mine", "5.0")), 3, 5, null);
    run("a", request, new Fakes.Scorer());
    run("b", request, new Fakes.Scorer());
    for (String file : List.of("trials.csv", "tuning.json", "table.md", "best.yaml")) {
      assertEquals(text("a", file), text("b", file));
    }
  }

  @Test
  void aSearchThatGoesOnEndsAsIfItHadNotBeenCutOff() throws IOException {
    TuningRequest request =
        Fakes.request(NINE, List.of(Fakes.given("mine", "5.0")), 3, 5, Duration.ofMinutes(10));
    run("a", request, new Fakes.Scorer(SECOND / 10));
    List<String> lines = text("a", "trials.csv").lines().toList();
    for (int kept : List.of(1, 4, 9, lines.size() - 1, lines.size())) {
      Path half = Files.createDirectory(folder.resolve("kept-" + kept));
      String next = kept < lines.size() ? lines.get(kept).substring(0, 20) : "";
      Files.writeString(
          half.resolve("trials.csv"), String.join("\n", lines.subList(0, kept)) + "\n" + next);
      Files.copy(folder.resolve("a/tuning.json"), half.resolve("tuning.json"));
      Fakes.Scorer scorer = new Fakes.Scorer(SECOND / 10);
      try (TuningRun run = TuningRun.resume(half, request)) {
        assertEquals(kept - 1, run.logged());
        run.run(scorer, Fakes.SILENT, scorer::now);
      }
      for (String file : List.of("trials.csv", "tuning.json", "table.md", "best.yaml")) {
        assertEquals(text("a", file), text("kept-" + kept, file));
      }
    }
  }

  @Test
  void noOuterSearchSeesAGroupThatItsWinnerIsTestedOn() throws IOException {
    Set<String> tested = new TreeSet<>();
    Set<Set<String>> samples = new HashSet<>();
    Fakes.Scorer scorer =
        new Fakes.Scorer() {
          private final List<Set<String>> seen = new ArrayList<>();
          private boolean outer;

          @Override
          public List<ScoredExample> score(
              Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
            Set<String> groups = dataset.groupSizes().keySet();
            if (folds.size() == 1) {
              Set<String> test = dataset.select(folds.get(0).test()).groupSizes().keySet();
              seen.forEach(sample -> assertTrue(Collections.disjoint(sample, test)));
              assertFalse(seen.isEmpty());
              samples.addAll(seen);
              seen.clear();
              assertTrue(tested.addAll(test));
            } else if (outer) {
              seen.add(Set.copyOf(groups));
            }
            outer |= groups.size() == 81;
            return super.score(recipe, dataset, folds, listener);
          }
        };
    TuningResult result = run("a", Fakes.request(NINE, List.of(), 3, 9, null), scorer);
    assertEquals(81, tested.size());
    assertTrue(samples.size() >= 9, samples.size() + " samples");
    for (int fold = 1; fold <= 3; fold++) {
      assertEquals(9, Fakes.costs(result, "outer-" + fold, 0).size());
      assertEquals(List.of(9), Fakes.costs(result, "outer-" + fold, Trial.OUTER_TEST));
    }
    assertEquals(81, result.honest().orElseThrow().n());
    assertEquals(1.0, result.honest().orElseThrow().accuracy());
    assertTrue(result.honestText().startsWith("Accuracy 1.000 (1.000–1.000): "));
  }

  @Test
  void aTrialThatFailsLosesAndTheSearchGoesOn() throws IOException {
    Fakes.Scorer scorer =
        new Fakes.Scorer() {
          @Override
          public List<ScoredExample> score(
              Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
            if (Fakes.cost(recipe) == 9) {
              throw new IllegalArgumentException("too many rows:\n" + dataset.size());
            }
            if (Fakes.cost(recipe) == 8) {
              throw new OutOfMemoryError("Java heap space");
            }
            if (Fakes.cost(recipe) == 7) {
              throw new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
            }
            return super.score(recipe, dataset, folds, listener);
          }
        };
    TuningResult result = run("a", Fakes.request(NINE, List.of(), 0, 9, null), scorer);
    assertEquals(List.of(6, 5, 4), Fakes.costs(result, "final", 1));
    assertEquals(3, result.count(Trial.Status.FAILED));
    String log = text("a", "trials.csv");
    assertTrue(log.contains(",failed,too many rows: 9,classifier.cost=9.0,"), log);
    assertTrue(log.contains(",failed,not enough memory: Java heap space,"), log);
    assertTrue(log.contains(",failed,no jnind4jcpu in java.library.path,"), log);
  }

  @Test
  void whereEveryTrialFailsTheFirstMessageIsTold() throws IOException {
    Fakes.Scorer scorer =
        new Fakes.Scorer() {
          @Override
          public List<ScoredExample> score(
              Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
            throw new IllegalStateException("no " + Fakes.cost(recipe));
          }
        };
    TuningResult result =
        run("a", Fakes.request(NINE, List.of(Fakes.given("mine", "0.5")), 3, 2, null), scorer);
    assertEquals("no 0.5", result.failure().orElseThrow());
    assertEquals(3, result.trials().size());
    assertFalse(Files.exists(folder.resolve("a/best.yaml")));
    assertTrue(text("a", "tuning.json").contains("\"best\" : null"));
  }

  @Test
  void asManyAreDrawnAsTheWholeSearchHasTimeFor() throws IOException {
    // 9 rows take 4 s, 27 take 12 s, 81 take 36 s: 6 · 4 + 2 · 12 + 36 = 84 s, with a seventh 100 s
    TuningResult result =
        run(
            "a",
            Fakes.request(NINE, List.of(), 0, null, Duration.ofSeconds(90)),
            new Fakes.Scorer(4 * SECOND / 9 + 1));
    assertEquals(6, Fakes.costs(result, "final", 0).size());
    assertEquals(2, Fakes.costs(result, "final", 1).size());
    assertEquals(1, Fakes.costs(result, "final", 2).size());
    assertEquals(9, result.count(Trial.Status.OK));
    assertEquals(2, result.best().orElseThrow().rung());
  }

  @Test
  void whereTheBestIsTooSlowTheNextInRankGoesUp() throws IOException {
    // 9 is right most often and slow on the second rung, so that all groups would take 89.1 s
    Fakes.Scorer scorer =
        new Fakes.Scorer(SECOND / 10) {
          private long extra;

          @Override
          public List<ScoredExample> score(
              Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
            extra += Fakes.cost(recipe) == 9 && dataset.size() == 27 ? 27 * SECOND : 0;
            return super.score(recipe, dataset, folds, listener);
          }

          @Override
          long now() {
            return super.now() + extra;
          }
        };
    TuningResult result =
        run("a", Fakes.request(NINE, List.of(), 0, 9, Duration.ofMinutes(1)), scorer);
    assertEquals(List.of(9, 8, 7), Fakes.costs(result, "final", 1));
    assertEquals(List.of(9, 8), Fakes.costs(result, "final", 2));
    Trial skipped = result.trials().stream().filter(trial -> !trial.ok()).findFirst().orElseThrow();
    assertEquals(
        "about 89.1 s needed for it and what must follow, 16.8 s left to this search",
        skipped.message());
    assertEquals(8, Fakes.cost(result.best().orElseThrow().recipe()));
  }

  @Test
  void aTrialThatOutlastsTheTimeIsGivenUpAfterAFold() throws IOException {
    Fakes.Scorer scorer =
        new Fakes.Scorer(SECOND) {
          private long extra;

          @Override
          public List<ScoredExample> score(
              Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
            extra += dataset.size() == 81 ? 1000 * SECOND : 0;
            return super.score(recipe, dataset, folds, listener);
          }

          @Override
          long now() {
            return super.now() + extra;
          }
        };
    TuningResult result =
        run("a", Fakes.request(NINE, List.of(), 0, 3, Duration.ofSeconds(200)), scorer);
    Trial last = result.trials().get(result.trials().size() - 1);
    assertEquals(Trial.Status.SKIPPED, last.status());
    assertEquals("given up after fold 1 of 3: no time left", last.message());
    assertEquals(1, result.best().orElseThrow().rung());
    assertTrue(
        result.bestText().orElseThrow().contains("on only 33 % of the groups"),
        result.bestText().orElseThrow());
  }

  @Test
  void outerSearchesDrawAsManyAsTheChoosingOneAndTheTimeIsKept() throws IOException {
    // 54 of 81 groups in an outer search, so that its rungs have 9, 18 and 54
    TuningResult result =
        run(
            "a",
            Fakes.request(NINE, List.of(), 3, null, Duration.ofMinutes(10)),
            new Fakes.Scorer(SECOND / 2));
    int drawn = Fakes.costs(result, "final", 0).size();
    assertEquals(9, drawn);
    for (int fold = 1; fold <= 3; fold++) {
      assertEquals(drawn, Fakes.costs(result, "outer-" + fold, 0).size());
    }
    long spent = result.trials().stream().mapToLong(Trial::millis).sum();
    assertTrue(spent <= 600_000, spent + " ms");
  }

  @Test
  void anInterruptKeepsTheBestSoFar() throws IOException {
    TuningRequest request = Fakes.request(NINE, List.of(), 3, 9, null);
    try (TuningRun run = TuningRun.begin(folder.resolve("a"), request)) {
      Fakes.Scorer scorer =
          new Fakes.Scorer() {
            private int calls;

            @Override
            public List<ScoredExample> score(
                Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
              if (++calls == 12) {
                try {
                  TuningResult cut = run.interrupt().orElseThrow();
                  assertEquals(11, cut.trials().size());
                  assertTrue(cut.honestText().contains("was cut off"), cut.honestText());
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }
              return super.score(recipe, dataset, folds, listener);
            }
          };
      run.run(scorer, Fakes.SILENT, scorer::now);
      assertTrue(run.interrupt().isEmpty());
    }
    assertEquals(12, text("a", "trials.csv").lines().count());
    assertTrue(text("a", "tuning.json").contains("\"state\" : \"interrupted\""));
    assertEquals(9, Fakes.cost(Recipes.load(folder.resolve("a/best.yaml").toString())));
    try (TuningRun run = TuningRun.resume(folder.resolve("a"), request)) {
      run.run(new Fakes.Scorer(), Fakes.SILENT, () -> 0);
    }
    run("b", request, new Fakes.Scorer());
    assertEquals(text("b", "trials.csv"), text("a", "trials.csv"));
    assertEquals(text("b", "tuning.json"), text("a", "tuning.json"));
  }

  @Test
  void aSearchGoesOnUnderTheSameSettingsOnly() throws IOException {
    TuningRequest request = Fakes.request(NINE, List.of(), 0, 3, null);
    run("a", request, new Fakes.Scorer());
    Path old = folder.resolve("a");
    assertTrue(refusal(() -> TuningRun.begin(old, request)).contains("is not empty; name a new"));
    assertTrue(
        refusal(() -> TuningRun.resume(old, Fakes.request(NINE, List.of(), 0, 4, null)))
            .endsWith(
                "was begun with other settings: trials was 3 and is 4; give what it was begun with,"
                    + " or begin anew in another folder with --out"));
    assertTrue(
        refusal(
                () ->
                    TuningRun.resume(old, Fakes.request(Fakes.space("1.0"), List.of(), 0, 3, null)))
            .contains("other settings: space was "));
    assertTrue(
        refusal(() -> TuningRun.resume(folder.resolve("none"), request))
            .contains("there is no search to go on with"));
    Files.writeString(old.resolve("tuning.json"), "{");
    assertTrue(refusal(() -> TuningRun.resume(old, request)).contains("it is not JSON"));
  }

  @Test
  void aChangedLogIsRefused() throws IOException {
    TuningRequest request = Fakes.request(NINE, List.of(), 0, 3, null);
    run("a", request, new Fakes.Scorer());
    String log = text("a", "trials.csv");
    Path file = folder.resolve("a/trials.csv");
    Files.writeString(file, log.replace("wordMax: 2", "wordMax: 3"));
    assertTrue(resumed(request).contains("is not what this search tries there"));
    Files.writeString(file, log.replace(",ok,", ",fine,"));
    assertTrue(resumed(request).contains("must be ok with a score, failed or skipped"));
    Files.writeString(file, log.replaceFirst(",0\\.000,", ",soon,"));
    assertTrue(resumed(request).contains("must be a decimal number"));
  }

  private String resumed(TuningRequest request) {
    return refusal(
        () -> {
          try (TuningRun run = TuningRun.resume(folder.resolve("a"), request)) {
            run.run(new Fakes.Scorer(), Fakes.SILENT, () -> 0);
          }
        });
  }

  private static String refusal(Executable action) {
    return String.valueOf(assertThrows(RuntimeException.class, action).getMessage());
  }

  @Test
  void requestsAreChecked() {
    assertTrue(
        refusal(() -> Fakes.request(NINE, List.of(), 1, 3, null))
            .contains("outer folds must be 0"));
    assertTrue(refusal(() -> Fakes.request(NINE, List.of(), 0, 0, null)).contains("at least 1"));
    assertTrue(refusal(() -> Fakes.request(NINE, List.of(), 0, null, null)).contains("needs a"));
    assertTrue(
        refusal(
                () ->
                    new TuningRequest(
                        Fakes.dataset(8), null, NINE, List.of(), Metric.MCC, 3, 1, null, 17))
            .contains("has 8 groups, too few for 3 outer and 3 inner folds, which need 9"));
  }
}

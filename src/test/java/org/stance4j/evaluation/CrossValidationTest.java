package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceTrainer;

class CrossValidationTest {
  /** Remembers what it was shown and what it was asked. */
  private static final class Spy implements StanceTrainer {
    final List<Set<String>> learntGroups = new ArrayList<>();
    final List<Long> seeds = new ArrayList<>();
    int asked;
    int closed;

    @Override
    public StanceModel train(Dataset dataset, long seed) {
      Set<String> learnt = new HashSet<>(dataset.groupSizes().keySet());
      Set<String> sentences = new HashSet<>();
      dataset.examples().stream().map(Example::id).forEach(sentences::add);
      learntGroups.add(learnt);
      seeds.add(seed);
      return new StanceModel() {
        @Override
        public List<StanceProbabilities> predict(List<Sentence> asks) {
          for (Sentence sentence : asks) {
            assertFalse(sentences.contains(sentence.documentId()), "leak: " + sentence);
            asked++;
          }
          return asks.stream().map(CrossValidationTest::signature).toList();
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }

  /** A distribution by which a sentence can be told again. */
  private static StanceProbabilities signature(Sentence sentence) {
    double share = Integer.parseInt(sentence.documentId().substring(1)) / 100.0;
    return new StanceProbabilities(share, 1 - share, 0);
  }

  @Test
  void noModelIsAskedAboutWhatItHasSeenAndAllAreClosed() {
    Dataset dataset = Samples.dataset(4, 7, 3, 5, 6, 2);
    List<Fold> folds = GroupKFold.split(dataset, 3, 11);
    Spy spy = new Spy();
    CrossValidation.run(dataset, spy, folds, 99, FoldListener.NONE);
    assertEquals(dataset.size(), spy.asked);
    assertEquals(3, spy.closed);
    assertEquals(List.of(99L, 99L, 99L), spy.seeds);
    for (Fold fold : folds) {
      Set<String> tested = dataset.select(fold.test()).groupSizes().keySet();
      Set<String> both = new HashSet<>(spy.learntGroups.get(fold.index()));
      both.retainAll(tested);
      assertEquals(Set.of(), both);
    }
  }

  @Test
  void predictionsComeInTheOrderOfTheDataset() {
    Dataset dataset = Samples.dataset(4, 7, 3, 5, 6, 2);
    List<ScoredExample> scored =
        CrossValidation.run(
            dataset, new Spy(), GroupKFold.split(dataset, 3, 11), 99, FoldListener.NONE);
    assertEquals(dataset.examples(), scored.stream().map(ScoredExample::example).toList());
    for (ScoredExample example : scored) {
      assertEquals(signature(example.example().sentence()), example.probabilities());
    }
  }

  @Test
  void theListenerHearsOfEveryFold() {
    Dataset dataset = Samples.dataset(4, 4, 4);
    List<String> heard = new ArrayList<>();
    CrossValidation.run(
        dataset,
        new Spy(),
        GroupKFold.split(dataset, 3, 1),
        1,
        (done, folds) -> heard.add(done + "/" + folds));
    assertEquals(List.of("1/3", "2/3", "3/3"), heard);
  }

  @Test
  void foldsThatSplitAGroupOrLeaveARowOutAreRefused() {
    Dataset dataset = Samples.dataset(2, 2);
    List<Fold> straddling =
        List.of(
            new Fold(0, List.of(0, 2), List.of(1, 3)), new Fold(1, List.of(1, 3), List.of(0, 2)));
    List<Fold> partial = List.of(new Fold(0, List.of(0, 1), List.of(2, 3)));
    assertTrue(refusal(dataset, straddling).contains("both sides"));
    assertTrue(refusal(dataset, partial).contains("exactly once"));
  }

  private static String refusal(Dataset dataset, List<Fold> folds) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> CrossValidation.run(dataset, new Spy(), folds, 1, FoldListener.NONE))
        .getMessage();
  }
}

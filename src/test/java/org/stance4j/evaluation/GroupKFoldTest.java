package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;

class GroupKFoldTest {
  @Property(tries = 200)
  void everyRowIsTestedOnceAndNoGroupStraddles(
      @ForAll("datasets") Dataset dataset, @ForAll long seed) {
    int folds = Math.min(4, dataset.groupSizes().size());
    List<Integer> tested = new ArrayList<>();
    for (Fold fold : GroupKFold.split(dataset, folds, seed)) {
      tested.addAll(fold.test());
      assertEquals(dataset.size(), fold.train().size() + fold.test().size());
      Set<String> shared = new HashSet<>(groups(dataset, fold.train()));
      shared.retainAll(groups(dataset, fold.test()));
      assertEquals(Set.of(), shared);
    }
    assertEquals(dataset.size(), tested.size());
    assertEquals(dataset.size(), new HashSet<>(tested).size());
  }

  @Property(tries = 100)
  void theSameSeedGivesTheSameFolds(@ForAll("datasets") Dataset dataset, @ForAll long seed) {
    assertEquals(GroupKFold.split(dataset, 2, seed), GroupKFold.split(dataset, 2, seed));
  }

  @Property(tries = 100)
  void theOrderOfTheRowsPlaysNoPart(@ForAll("datasets") Dataset dataset, @ForAll long seed) {
    List<Example> shuffled = new ArrayList<>(dataset.examples());
    Collections.shuffle(shuffled, new Random(seed));
    Dataset other = new Dataset("shuffled", shuffled);
    assertEquals(
        foldByGroup(dataset, GroupKFold.split(dataset, 2, seed)),
        foldByGroup(other, GroupKFold.split(other, 2, seed)));
  }

  @Test
  void anotherSeedGivesOtherFolds() {
    Dataset dataset = Samples.dataset(3, 3, 3, 3, 3, 3, 3, 3);
    assertNotEquals(GroupKFold.split(dataset, 4, 1), GroupKFold.split(dataset, 4, 2));
  }

  @Test
  void classCountsAreEvenWhereWholeGroupsAllowIt() {
    // four groups of pro only, four of anti only: each of four folds can have one of each
    List<Example> examples = new ArrayList<>();
    for (int group = 0; group < 8; group++) {
      for (int i = 0; i < 5; i++) {
        Stance stance = group < 4 ? Stance.PRO : Stance.ANTI;
        examples.add(Samples.example("s" + examples.size(), stance, "g" + group));
      }
    }
    Dataset dataset = new Dataset("two sorts", examples);
    for (long seed = 0; seed < 20; seed++) {
      for (Fold fold : GroupKFold.split(dataset, 4, seed)) {
        List<Stance> stances = dataset.select(fold.test()).stances();
        assertEquals(5, Collections.frequency(stances, Stance.PRO));
        assertEquals(5, Collections.frequency(stances, Stance.ANTI));
      }
    }
  }

  @Test
  void everyFoldTestsAGroupEvenWhereOneGroupIsHuge() {
    List<Fold> folds = GroupKFold.split(Samples.dataset(100, 1, 1, 1), 4, 5);
    assertEquals(4, folds.size());
    assertEquals(100, folds.get(0).test().size());
  }

  @Test
  void fewerGroupsThanFoldsAreRefusedWithTheWayOut() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupKFold.split(Samples.dataset(4, 4, 4), 5, 1))
            .getMessage();
    assertTrue(message.contains("has 3 groups") && message.contains("got 5"), message);
    assertThrows(
        IllegalArgumentException.class, () -> GroupKFold.split(Samples.dataset(4, 4), 1, 1));
  }

  @Provide
  Arbitrary<Dataset> datasets() {
    Arbitrary<Integer> group = Arbitraries.integers().between(0, 7);
    Arbitrary<Stance> stance = Arbitraries.of(Stance.class);
    return Combinators.combine(group.list().ofMinSize(2).ofMaxSize(40), stance.list().ofSize(42))
        .as(
            (groups, stances) -> {
              List<Example> examples = new ArrayList<>();
              // two fixed groups, so that a split is always possible
              examples.add(Samples.example("a", stances.get(40), "first"));
              examples.add(Samples.example("b", stances.get(41), "second"));
              for (int i = 0; i < groups.size(); i++) {
                examples.add(Samples.example("s" + i, stances.get(i), "g" + groups.get(i)));
              }
              return new Dataset("random", examples);
            });
  }

  private static Set<String> groups(Dataset dataset, List<Integer> rows) {
    Set<String> groups = new TreeSet<>();
    rows.forEach(row -> groups.add(dataset.examples().get(row).group()));
    return groups;
  }

  private static Map<String, Integer> foldByGroup(Dataset dataset, List<Fold> folds) {
    Map<String, Integer> byGroup = new TreeMap<>();
    for (Fold fold : folds) {
      groups(dataset, fold.test()).forEach(group -> byGroup.put(group, fold.index()));
    }
    return byGroup;
  }
}

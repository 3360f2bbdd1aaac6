package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

class GroupSplitTest {
  private static final List<Double> USUAL = List.of(0.7, 0.15, 0.15);

  @Property(tries = 300)
  void everyRowHasAPartNoGroupIsTornAndNoPartIsEmpty(
      @ForAll("datasets") Dataset dataset,
      @ForAll("fractions") List<Double> fractions,
      @ForAll long seed) {
    List<Integer> parts = GroupSplit.parts(dataset, fractions, seed);
    assertEquals(dataset.size(), parts.size());
    partOfGroup(dataset, parts);
    for (int part = 0; part < fractions.size(); part++) {
      assertTrue(parts.contains(part), "part " + part + " is empty");
    }
  }

  @Property(tries = 300)
  void everyPartComesWithinTheLargestGroupOfItsWish(
      @ForAll("datasets") Dataset dataset,
      @ForAll("fractions") List<Double> fractions,
      @ForAll long seed) {
    int largest = Collections.max(dataset.groupSizes().values());
    List<Integer> parts = GroupSplit.parts(dataset, fractions, seed);
    for (int part = 0; part < fractions.size(); part++) {
      double off = Collections.frequency(parts, part) - fractions.get(part) * dataset.size();
      assertTrue(Math.abs(off) < largest + 1e-9, "part " + part + " is off by " + off);
    }
  }

  @Property(tries = 100)
  void theOrderOfTheRowsPlaysNoPart(@ForAll("datasets") Dataset dataset, @ForAll long seed) {
    List<Example> shuffled = new ArrayList<>(dataset.examples());
    Collections.shuffle(shuffled, new Random(seed));
    Dataset other = new Dataset("shuffled", shuffled);
    assertEquals(
        partOfGroup(dataset, GroupSplit.parts(dataset, USUAL, seed)),
        partOfGroup(other, GroupSplit.parts(other, USUAL, seed)));
  }

  @Test
  void theSeedDecidesAmongGroupsOfEqualSize() {
    Dataset dataset = Samples.dataset(3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
    assertEquals(GroupSplit.parts(dataset, USUAL, 1), GroupSplit.parts(dataset, USUAL, 1));
    assertNotEquals(GroupSplit.parts(dataset, USUAL, 1), GroupSplit.parts(dataset, USUAL, 2));
  }

  @Test
  void classesAreEvenWhereWholeGroupsAllowIt() {
    // twenty groups of pro only and twenty of anti only
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Stance stance = i / 5 < 20 ? Stance.PRO : Stance.ANTI;
      examples.add(Samples.example("s" + i, stance, "g" + i / 5));
    }
    Dataset dataset = new Dataset("two sorts", examples);
    for (long seed = 0; seed < 20; seed++) {
      List<Integer> parts = GroupSplit.parts(dataset, USUAL, seed);
      for (Stance stance : List.of(Stance.PRO, Stance.ANTI)) {
        int[] counts = new int[3];
        for (int row = 0; row < parts.size(); row++) {
          if (dataset.examples().get(row).stance() == stance) {
            counts[parts.get(row)]++;
          }
        }
        assertEquals(List.of(70, 15, 15), List.of(counts[0], counts[1], counts[2]));
      }
    }
  }

  @Test
  void swapsMakeFewUnevenGroupsEven() {
    // largest first gives the one pro group of 6 to the first part and has no way back
    List<Example> examples = new ArrayList<>();
    int[][] groups = {{6, 0}, {5, 0}, {0, 5}, {4, 0}, {0, 4}, {0, 6}};
    for (int group = 0; group < groups.length; group++) {
      for (int k = 0; k < 2; k++) {
        for (int i = 0; i < groups[group][k]; i++) {
          examples.add(Samples.example("s" + examples.size(), Stance.values()[k], "g" + group));
        }
      }
    }
    Dataset dataset = new Dataset("few", examples);
    for (long seed = 0; seed < 20; seed++) {
      List<Integer> parts = GroupSplit.parts(dataset, List.of(0.5, 0.5), seed);
      int pro = 0;
      int anti = 0;
      for (int row = 0; row < parts.size(); row++) {
        if (parts.get(row) == 0) {
          pro += dataset.examples().get(row).stance() == Stance.PRO ? 1 : 0;
          anti += dataset.examples().get(row).stance() == Stance.ANTI ? 1 : 0;
        }
      }
      // 15 of each: 6 or 9, since 7.5 is out of reach
      assertTrue(pro >= 6 && pro <= 9 && anti >= 6 && anti <= 9, pro + " " + anti);
    }
  }

  @Test
  void aHugeGroupGoesToTheLargestPartAndNoPartIsLeftEmpty() {
    Dataset dataset = Samples.dataset(100, 1, 1);
    List<Integer> parts = GroupSplit.parts(dataset, USUAL, 5);
    assertEquals(100, Collections.frequency(parts, 0));
    assertEquals(1, Collections.frequency(parts, 1));
  }

  @Test
  void fractionsThatAreNoneAndTooFewGroupsAreRefused() {
    Dataset dataset = Samples.dataset(4, 4);
    for (List<Double> fractions :
        List.of(
            List.of(1.0),
            List.of(0.5, 0.4),
            List.of(1.0, 0.0),
            List.of(1.5, -0.5),
            List.of(Double.NaN, 0.5))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> GroupSplit.parts(dataset, fractions, 1))
              .getMessage();
      assertTrue(message.endsWith("got " + fractions), message);
    }
    assertEquals(
        "dataset sample has 2 groups, fewer than the 3 parts asked for; ask for fewer parts or add"
            + " other text",
        assertThrows(IllegalArgumentException.class, () -> GroupSplit.parts(dataset, USUAL, 1))
            .getMessage());
  }

  @Provide
  Arbitrary<List<Double>> fractions() {
    return Arbitraries.of(
        USUAL, List.of(0.8, 0.2), List.of(0.5, 0.5), List.of(0.34, 0.33, 0.33), List.of(0.1, 0.9));
  }

  @Provide
  Arbitrary<Dataset> datasets() {
    Arbitrary<Integer> group = Arbitraries.integers().between(0, 14);
    Arbitrary<Stance> stance = Arbitraries.of(Stance.class);
    return Combinators.combine(group.list().ofMinSize(2).ofMaxSize(80), stance.list().ofSize(83))
        .as(
            (groups, stances) -> {
              List<Example> examples = new ArrayList<>();
              // three fixed groups, so that a split is always possible
              for (int i = 0; i < 3; i++) {
                examples.add(Samples.example("f" + i, stances.get(80 + i), "f" + i));
              }
              for (int i = 0; i < groups.size(); i++) {
                examples.add(Samples.example("s" + i, stances.get(i), "g" + groups.get(i)));
              }
              return new Dataset("random", examples);
            });
  }

  private static Map<String, Integer> partOfGroup(Dataset dataset, List<Integer> parts) {
    Map<String, Integer> byGroup = new HashMap<>();
    for (int row = 0; row < parts.size(); row++) {
      Integer other = byGroup.put(dataset.examples().get(row).group(), parts.get(row));
      assertTrue(other == null || other.equals(parts.get(row)), "a group is torn apart");
    }
    return byGroup;
  }
}

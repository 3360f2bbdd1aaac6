package org.stance4j.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stance4j.recipe.RecipeTemplate;

class SamplerTest {
  private static final Space TWO =
      Space.parse(
          "- "
              + Fakes.recipe("quick", "{choose: [1.0, 2.0]}")
              + "- "
              + Fakes.recipe("slow", "{choose: [3.0, 4.0, 5.0, 6.0]}"),
          "two");

  private static List<Candidate> all(Sampler sampler) {
    List<Candidate> drawn = new ArrayList<>();
    for (Optional<Candidate> next = sampler.next(); next.isPresent(); next = sampler.next()) {
      drawn.add(next.get());
    }
    return drawn;
  }

  @Test
  void templatesTakeTurnsAndNothingIsDrawnTwice() {
    List<Candidate> drawn = all(new Sampler(TWO, List.of(), 1, 17));
    assertEquals(
        List.of("quick", "slow", "quick", "slow", "slow", "slow"),
        drawn.stream().map(Candidate::family).toList());
    assertEquals(List.of(1, 2, 3, 4, 5, 6), drawn.stream().map(Candidate::number).toList());
    Set<String> recipes = new HashSet<>();
    drawn.forEach(candidate -> recipes.add(candidate.recipe().line()));
    assertEquals(6, recipes.size());
  }

  @Test
  void whatWasGivenIsNotDrawnAgain() {
    List<Candidate> drawn =
        all(new Sampler(TWO, List.of(Fakes.given("mine", "2.0").withSeed(5)), 1, 5));
    assertEquals(5, drawn.size());
    assertEquals(2, drawn.get(0).number());
    assertEquals(5, drawn.get(0).recipe().seed());
    assertTrue(drawn.stream().noneMatch(candidate -> Fakes.cost(candidate.recipe()) == 2));
  }

  @Test
  void theShippedSpaceIsValidAndItsFamiliesAreDrawnInTurn() {
    Space space = Space.shipped();
    Sampler sampler = new Sampler(space, List.of(), 3, 17);
    for (int round = 0; round < 5; round++) {
      for (RecipeTemplate template : space.templates()) {
        assertEquals(template.name(), sampler.next().orElseThrow().family());
      }
    }
  }
}

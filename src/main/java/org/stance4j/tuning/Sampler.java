package org.stance4j.tuning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.RecipeTemplate;

/**
 * Draws candidates from a space: the templates take turns in their order, so that every family is
 * tried and the cheap ones first; within a template every choice is drawn at random.
 *
 * <p>No recipe is drawn twice, names and descriptions apart, and values that make no valid recipe
 * together are drawn again. A template that yields nothing new in {@value #DRAWS} draws is left out
 * from then on. The order depends on the seed alone.
 */
final class Sampler {
  private static final int DRAWS = 100;
  private static final String SAME = "same";

  private final RandomGenerator random;
  private final long recipeSeed;
  private final List<RecipeTemplate> left;
  private final Set<String> seen = new HashSet<>();
  private int turn;
  private int number;

  /**
   * A sampler.
   *
   * @param given recipes that are candidates already and are not drawn again
   * @param seed of the draws
   * @param recipeSeed that every drawn recipe gets
   */
  Sampler(Space space, List<Recipe> given, long seed, long recipeSeed) {
    this.random = new SplittableRandom(seed);
    this.recipeSeed = recipeSeed;
    this.left = new ArrayList<>(space.templates());
    this.number = given.size();
    given.forEach(recipe -> seen.add(identity(recipe)));
  }

  private static String identity(Recipe recipe) {
    return recipe.named(SAME, SAME).line();
  }

  /** The next candidate; empty once every template is exhausted. */
  Optional<Candidate> next() {
    while (!left.isEmpty()) {
      turn = turn % left.size();
      RecipeTemplate template = left.get(turn);
      for (int draw = 0; draw < DRAWS; draw++) {
        Optional<RecipeTemplate.Draw> drawn = template.draw(random);
        if (drawn.isEmpty()) {
          continue;
        }
        Recipe recipe = drawn.get().recipe().withSeed(recipeSeed);
        if (seen.add(identity(recipe))) {
          turn++;
          return Optional.of(
              new Candidate(++number, template.name(), false, recipe, drawn.get().choices()));
        }
      }
      left.remove(turn);
    }
    return Optional.empty();
  }
}

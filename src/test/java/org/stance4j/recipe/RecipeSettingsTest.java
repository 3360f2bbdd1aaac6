package org.stance4j.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeSettingsTest {
  @Test
  void keysAreFlatAndMembersAreCountedFromOne() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("name", "vote");
    expected.put("ensemble.members[1].weight", "1.0");
    expected.put("ensemble.members[1].features.layers", "[8, 12]");
    expected.put("ensemble.members[2].weight", "0.5");
    expected.put("text.target", "(empty)");
    Map<String, String> settings =
        RecipeSettings.of(
            """
            name: vote
            ensemble:
              members:
              - weight: 1.0
                features: {layers: [8, 12]}
              - weight: 0.5
            text:
              target: ''
            """,
            "recipe");
    assertEquals(expected, settings);
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(settings.keySet()));
  }

  @Test
  void everyShippedRecipeHasSettings() {
    for (String name : Recipes.SHIPPED) {
      assertEquals(name, RecipeSettings.of(Recipes.source(name), name).get("name"));
    }
  }

  @Test
  void anEmptyTextSetsNothing() {
    assertEquals(Map.of(), RecipeSettings.of("", "recipe"));
  }

  @Test
  void aTextThatContainsItselfIsRefused() {
    String message =
        assertThrows(
                RecipeException.class, () -> RecipeSettings.of("a: &x\n  b: *x\n", "recipe.yaml"))
            .getMessage();
    assertTrue(message.startsWith("recipe.yaml"), message);
  }
}

package org.stance4j.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTextTest {
  private static final String NAME = "mine";

  private static Recipe described(String description) {
    return Recipes.load(Recipes.NGRAMS).named(NAME, description);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a # no comment",
        "#all",
        "key: value",
        "it's \"quoted\" and 'quoted'",
        "two\nlines",
        "two\nlines\nfolds: 3\n",
        "\n",
        "tab\there",
        "trailing blank ",
        " leading blank",
        "2016",
        "2016-11-08",
        "yes",
        "null",
        "~",
        "0x1F",
        "1e-4",
        "1:30",
        "a\u0007b",
        "a\u0085b\u2028c",
        "\uFEFFmark",
        "caf\u00e9 \u2014 \ud83d\ude00",
        "- item",
        "[a, b]",
        "{a: b}",
        "back\\slash",
        "!!binary x",
        "*alias &anchor %directive @at `tick`"
      })
  void everyTextComesBackAsItWas(String text) {
    if (text.isBlank()) {
      Section section =
          new Section("r", "", RecipeText.parse(RecipeText.write(Map.of("k", text)), "r"));
      assertEquals(text, section.get(Key.anyText("k", "any text")));
      return;
    }
    Recipe recipe = described(text);
    for (String yaml : List.of(recipe.yaml(), recipe.line(), RecipeHelp.commented(recipe))) {
      Recipe again = Recipes.parse(yaml, "r");
      assertEquals(text, again.description());
      assertEquals(recipe.yaml(), again.yaml());
    }
    assertEquals(1, recipe.line().lines().count());
  }

  @Test
  void aTextInAListComesBackAsItWas() {
    String yaml =
        """
        name: mine
        description: One line.
        features:
          type: embedding
          encoder: e5-small-v2-int8
          layers: [8]
          poles: ["yes, it is", "a\\nb: # c", "2016"]
        classifier:
          type: linear
        """;
    Recipe recipe = Recipes.parse(yaml, "r");
    assertTrue(recipe.yaml().contains("\"a\\nb: # c\""), recipe.yaml());
    assertEquals(recipe.yaml(), Recipes.parse(recipe.line(), "r").yaml());
    assertEquals(recipe.yaml(), Recipes.parse(RecipeHelp.commented(recipe), "r").yaml());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-4", "1E-12", "1e-12", "0.0001", "12345678.9", "1e10", "3", ".5"})
  void everyNumberComesBackAsItWas(String cost) {
    String yaml = Recipes.source(Recipes.NGRAMS).replace("cost: 1.0", "cost: " + cost);
    String text = Recipes.parse(yaml, "r").yaml();
    assertTrue(text.contains("cost: " + Double.parseDouble(cost) + "\n"), text);
    assertEquals(text, Recipes.parse(text, "r").yaml());
  }
}

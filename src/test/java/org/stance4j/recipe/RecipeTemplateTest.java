package org.stance4j.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTemplateTest {
  private static final String SPACE =
      """
      - name: words
        description: n-grams
        features:
          type: ngrams
          wordMax: {choose: [1, 2]}
        classifier:
          choose:
            - {type: majority}
            - {type: linear, cost: {choose: [1.0, 2.0, 4.0]}}
      - name: sentences
        description: embeddings
        features:
          type: embedding
          encoder: e5-small-v2-int8
          layers: {choose: [[8], [8, 12]]}
        classifier: {type: linear}
      """;

  private static List<RecipeTemplate> space(String yaml) {
    return RecipeTemplate.parse(yaml, "space.yaml");
  }

  private static String fault(String yaml) {
    return assertThrows(RecipeException.class, () -> space(yaml)).getMessage();
  }

  @Test
  void everyRecipeIsCounted() {
    List<RecipeTemplate> templates = space(SPACE);
    assertEquals("words", templates.get(0).name());
    assertEquals(2 * (1 + 3), templates.get(0).size());
    assertEquals(2, templates.get(1).size());
  }

  @Test
  void aDrawIsACompleteRecipeAndNamesItsChoices() {
    Set<String> recipes = new HashSet<>();
    for (RecipeTemplate template : space(SPACE)) {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < 200; i++) {
        RecipeTemplate.Draw draw = template.draw(random).orElseThrow();
        assertEquals(
            draw.recipe().yaml(), Recipes.parse(draw.recipe().line(), "line").yaml(), "one line");
        assertEquals(1, draw.recipe().line().lines().count());
        recipes.add(draw.recipe().line());
        boolean linear = draw.recipe().model().classifier().equals("linear");
        if (template.name().equals("words")) {
          assertEquals(linear, draw.choices().containsKey("classifier.cost"));
        } else {
          String layers = draw.choices().get("features.layers");
          assertEquals(Map.of("features.layers", layers), draw.choices());
          assertTrue(draw.recipe().yaml().contains("layers: " + layers), layers);
        }
      }
    }
    assertEquals(8 + 2, recipes.size());
  }

  @Test
  void theSameRandomNumbersDrawTheSame() {
    RecipeTemplate template = space(SPACE).get(0);
    SplittableRandom one = new SplittableRandom(5);
    SplittableRandom two = new SplittableRandom(5);
    for (int i = 0; i < 10; i++) {
      assertEquals(
          template.draw(one).map(RecipeTemplate.Draw::choices),
          template.draw(two).map(RecipeTemplate.Draw::choices));
    }
  }

  @Test
  void valuesThatMakeNoRecipeTogetherAreNotDrawn() {
    String lengths = "charMin: {choose: [1, 6]}\n    charMax: {choose: [6, 4]}";
    RecipeTemplate template = space(SPACE.replace("wordMax: {choose: [1, 2]}", lengths)).get(0);
    SplittableRandom random = new SplittableRandom(2);
    int valid = 0;
    for (int i = 0; i < 200; i++) {
      valid += template.draw(random).isPresent() ? 1 : 0;
    }
    assertTrue(valid > 100 && valid < 200, valid + " valid of 200");
  }

  @Test
  void aFaultInAnyOptionIsToldWithItsLine() {
    assertEquals(
        "space.yaml, line 9, column 45: classifier: cost must be a number above 0, got '-4.0'",
        fault(SPACE.replace("1.0, 2.0, 4.0", "1.0, -4.0")));
    assertTrue(
        fault(SPACE.replace("wordMax: {", "wordMx: {"))
            .startsWith("space.yaml, line 5, column 5: features: unknown key 'wordMx'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{choose: []} | line 5, column 14: features.wordMax: choose has no option",
        "{choose: 1} | line 5, column 15: features.wordMax: choose must stand alone with a list",
        "{choose: [1], or: 2} | line 5, column 15: features.wordMax: choose must stand alone",
        "{choose: [1, {choose: [2]}]} | line 5, column 27: features.wordMax: a choice is an option",
        "&a [*a] | contains itself"
      })
  void whatIsNoChoiceIsRefused(String value, String message) {
    String said = fault(SPACE.replace("{choose: [1, 2]}", value));
    assertTrue(said.contains(message), said);
  }

  @Test
  void templatesHaveNamesOfTheirOwnAndNoData() {
    assertTrue(fault("").contains("must be a list of recipes"));
    assertTrue(fault("name: x").contains("must be a list of recipes"));
    assertTrue(
        fault(SPACE.replace("sentences", "words"))
            .startsWith("space.yaml, line 10, column 3: name: 'words' occurs twice"));
    assertTrue(
        fault(SPACE.replace("name: words", "name: {choose: [a, b]}"))
            .contains("the name of a template is no choice"));
    assertTrue(
        fault(SPACE.replace("  description: n-grams", "  description: x\n  data: {train: [a.csv]}"))
            .contains("a template names no data"));
  }
}

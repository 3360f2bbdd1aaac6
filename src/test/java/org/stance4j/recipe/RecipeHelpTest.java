package org.stance4j.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecipeHelpTest {
  @Test
  void theCommentedTextIsTheSameRecipe() {
    for (String name : Recipes.SHIPPED) {
      Recipe recipe = Recipes.load(name);
      String text = RecipeHelp.commented(recipe);
      assertEquals(recipe.yaml(), Recipes.parse(text, "r").yaml());
    }
    String text = RecipeHelp.commented(Recipes.load(Recipes.NGRAMS));
    assertTrue(text.contains("wordMax: 2  # longest word n-gram"), text);
    assertTrue(text.contains("\nfolds: 5  # folds of the grouped cross-validation"), text);
    assertTrue(text.contains("  folds: 3  # folds inside the training data"), text);
  }

  @Test
  void aKeyOfSeveralKindsIsExplainedForTheKindAtHand() {
    String shares = "learningRate: 0.1  # share of each tree that is kept\n";
    String steps = "learningRate: 0.001  # step size of Adam\n";
    String trees = RecipeHelp.commented(Recipes.load("embedding-xgboost"));
    assertTrue(trees.contains(shares), trees);
    assertTrue(RecipeHelp.commented(Recipes.load("embedding-mlp")).contains(steps));
    String both =
        RecipeHelp.commented(
            Recipes.parse(
                """
                name: both
                description: One line.
                ensemble:
                  combine: soft-vote
                  members:
                  - features: {type: embedding, encoder: e5-small-v2-int8, layers: [8]}
                    classifier: {type: xgboost}
                  - features:
                    - {type: embedding, encoder: e5-small-v2-int8, layers: [8]}
                    classifier: {type: mlp}
                """,
                "r"));
    assertTrue(both.indexOf(shares) < both.indexOf(steps), both);
    assertTrue(both.contains(shares) && both.contains(steps), both);
    assertTrue(both.contains("- weight: 1.0  # factor of these features"), both);
    assertTrue(both.contains("- weight: 1.0  # weight of the member"), both);
  }

  @Test
  void everyKeyOfEveryKindIsExplained() {
    String reference = RecipeHelp.reference();
    for (ComponentType<Function<TextSpec, FeatureSpec>> type : FeatureTypes.ALL) {
      assertTrue(reference.contains("features: type: " + type.name() + "; "), type.name());
      type.keys().forEach(key -> assertTrue(reference.contains("  " + key.name() + " ")));
    }
    for (ComponentType<ClassifierSpec> type : ClassifierTypes.ALL) {
      assertTrue(reference.contains("classifier: type: " + type.name() + "; "), type.name());
    }
    assertFalse(reference.contains("null"), reference);
  }

  @Test
  void theKeysThatAreExplainedAreThoseThatAreRead() {
    for (ComponentType<ClassifierSpec> type : ClassifierTypes.ALL) {
      Section section = new Section("r", "", RecipeText.parse("type: " + type.name() + "\n", "r"));
      ComponentType.read(ClassifierTypes.ALL, section);
      Set<String> read = new TreeSet<>(section.resolved().keySet());
      read.remove("type");
      assertEquals(new TreeSet<>(type.keys().stream().map(Key::name).toList()), read, type.name());
    }
    for (ComponentType<Function<TextSpec, FeatureSpec>> type : FeatureTypes.ALL) {
      StringBuilder yaml = new StringBuilder("type: " + type.name() + "\n");
      if (type.keys().stream().anyMatch(key -> key.name().equals("encoder"))) {
        yaml.append("encoder: e5-small-v2-int8\nlayers: [8]\n");
      }
      Section section = new Section("r", "", RecipeText.parse(yaml.toString(), "r"));
      ComponentType.read(FeatureTypes.ALL, section);
      Set<String> read = new TreeSet<>(section.resolved().keySet());
      read.remove("type");
      assertEquals(new TreeSet<>(type.keys().stream().map(Key::name).toList()), read, type.name());
    }
  }
}

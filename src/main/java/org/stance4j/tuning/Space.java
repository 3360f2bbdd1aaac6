package org.stance4j.tuning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.stance4j.provenance.Sha256;
import org.stance4j.recipe.RecipeException;
import org.stance4j.recipe.RecipeTemplate;
import org.stance4j.recipe.Recipes;

/**
 * The recipes that a search draws from.
 *
 * @param name of the file or resource, for messages
 * @param templates families of recipes, the cheap ones first; at least one
 * @param sha256 hash of the text that they come from
 */
public record Space(String name, List<RecipeTemplate> templates, String sha256) {
  /** Name of the space that ships. */
  public static final String SHIPPED = "tuning/space.yaml";

  public Space {
    templates = List.copyOf(templates);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("space " + name + " holds no template");
    }
  }

  /** The space that ships. */
  public static Space shipped() {
    try (InputStream in = Space.class.getResourceAsStream("/" + SHIPPED)) {
      if (in == null) {
        throw new RecipeException("resource /" + SHIPPED + " is missing; build the jar again");
      }
      return parse(new String(in.readAllBytes(), UTF_8), SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The space in a YAML file.
   *
   * @throws RecipeException if it cannot be read or holds no valid templates
   */
  public static Space load(Path file) {
    return parse(Recipes.text(file), file.toString());
  }

  /**
   * The space in a YAML text: a list of {@linkplain RecipeTemplate templates}.
   *
   * @param name shown in messages
   * @throws RecipeException naming line, key, value and what is allowed
   */
  public static Space parse(String yaml, String name) {
    return new Space(name, RecipeTemplate.parse(yaml, name), Sha256.ofText(yaml));
  }
}

package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.RecipeHelp;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance recipe}: the files that say how a model is trained. */
@Command(
    name = "recipe",
    mixinStandardHelpOptions = true,
    description = {
      "Lists, shows, checks, begins and compares recipes: YAML files that each say how one model is trained.",
      "",
      "Train one with: stance train --recipe NAME|FILE"
    },
    subcommands = RecipeCompareCommand.class)
final class RecipeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing required subcommand: list, show, validate, init, keys or compare");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the shipped recipes, each with a line on when to use it.")
  int list() {
    for (String name : Recipes.SHIPPED) {
      out()
          .printf(
              Locale.ROOT,
              "%-18s %s%s%n",
              name,
              Recipes.load(name).description(),
              Recipes.DEFAULTS.contains(name) ? " [default]" : "");
    }
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints a recipe as it was written.")
  int show(
      @Parameters(paramLabel = "NAME|FILE", description = "A shipped recipe's name, or a file.")
          String recipe,
      @Option(
              names = "--full",
              description = "Name every value, also those that the recipe leaves out.")
          boolean full) {
    Recipe loaded = Recipes.load(recipe);
    out().print(full ? loaded.yaml() : Recipes.source(recipe));
    return 0;
  }

  @Command(
      name = "validate",
      mixinStandardHelpOptions = true,
      description =
          "Checks recipes without training: exit code 1 with line, key and what is allowed if one is wrong.")
  int validate(
      @Parameters(paramLabel = "NAME|FILE", arity = "1..*", description = "Recipes to check.")
          List<String> recipes) {
    for (String recipe : recipes) {
      Recipe loaded = Recipes.load(recipe);
      out()
          .printf(
              Locale.ROOT,
              "%s: valid; trains %s: %s on %s%n",
              recipe,
              loaded.name(),
              loaded.model().classifier(),
              loaded.model().features());
    }
    return 0;
  }

  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description =
          "Writes a recipe file to begin from: a copy of another with every value named and explained, called as the"
              + " file.")
  int init(
      @Parameters(paramLabel = "FILE", description = "File to write; must not exist.") Path file,
      @Option(
              names = "--from",
              paramLabel = "NAME|FILE",
              defaultValue = Recipes.NGRAMS,
              description = "Recipe to copy (default: ${DEFAULT-VALUE}).")
          String from)
      throws IOException {
    Recipe recipe = Recipes.load(from).movedTo(file.resolveSibling(""));
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    String text =
        RecipeHelp.commented(
            ModelRef.isName(stem) ? recipe.named(stem, recipe.description()) : recipe);
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), file + " exists already; name a new file", e);
    }
    out().println("Wrote " + file + "; train it with: stance train --recipe " + file);
    return 0;
  }

  @Command(
      name = "keys",
      mixinStandardHelpOptions = true,
      description = "Explains every key that a recipe may hold.")
  int keys() {
    out().print(RecipeHelp.reference());
    return 0;
  }
}

package org.stance4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stance4j.corpus.LabelMapping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.pipeline.DatasetSource;
import org.stance4j.recipe.DataSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that reads labelled data. */
final class DataOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      description = "Folder with the text of documents of which the dataset holds only the labels.")
  private @Nullable Path documents;

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "Column of the text (default: ${DEFAULT-VALUE}).")
  private String textColumn = "text";

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      defaultValue = "label",
      description = "Column of the label (default: ${DEFAULT-VALUE}).")
  private String labelColumn = "label";

  @Option(
      names = "--labels",
      paramLabel = "NAME=STANCE,…",
      defaultValue = "",
      description =
          "Further label names, such as yes=pro,no=anti. Known are pro, favor, for, anti, against, none, neutral and the like.")
  private String labels = "";

  /**
   * Refuses options that would be of no account, since recipes name the data.
   *
   * @throws ParameterException if one is given
   */
  void requireNoneBesideRecipes() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("--documents", "documents");
    keys.put("--text-column", "textColumn");
    keys.put("--label-column", "labelColumn");
    keys.put("--labels", "labels");
    keys.forEach(
        (option, key) -> {
          if (command.commandLine().getParseResult().hasMatchedOption(option)) {
            throw new ParameterException(
                command.commandLine(),
                option
                    + " goes with --data, and here the recipe names its data; name the data with"
                    + " --data, or set '"
                    + key
                    + "' in the recipe's section 'data'");
          }
        });
  }

  @Nullable Path documents() {
    return documents == null ? null : folder(documents);
  }

  /** A folder given with {@code --documents}. */
  static Path folder(Path documents) {
    if (!Files.isDirectory(documents)) {
      throw new IllegalArgumentException(
          documents + " is no folder; name the folder of the documents with --documents");
    }
    return documents;
  }

  /** The data in these files and folders; {@code texts} holds what stand-off labels point into. */
  DatasetSource source(List<Path> data, @Nullable Path texts) {
    return new DatasetSource(data, texts, reader());
  }

  /** The same with files of their own for the splits, as a recipe keeps it. */
  DataSpec spec(List<Path> data, List<Path> validation, List<Path> test) {
    return new DataSpec(
        data,
        validation,
        test,
        documents(),
        textColumn,
        labelColumn,
        labels.isBlank() ? List.of() : List.of(labels.split(",", -1)));
  }

  /** Reads tables by these columns and labels. */
  LabelledCsvReader reader() {
    return new LabelledCsvReader(textColumn, labelColumn, LabelMapping.parse(labels));
  }
}

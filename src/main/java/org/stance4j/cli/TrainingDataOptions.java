package org.stance4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stance4j.recipe.DataSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the data that models learn from, and of those that they are tested on. */
final class TrainingDataOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "CSV|DIR",
      description =
          "Labelled data: a CSV or TSV with the columns text and label (id, group, target, holder, context are known too), stand-off labels, a dataset folder, or a folder with TweetEval's files of lines; may be given several times.")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--validation",
      paramLabel = "CSV|DIR",
      description =
          "Beside --data: the validation split, which is learnt from too; may be given several times.")
  private List<Path> validation = new ArrayList<>();

  @Option(
      names = "--test",
      paramLabel = "CSV|DIR",
      description =
          "Beside --data: the test split, measured on and never learnt from; may be given several times.")
  private List<Path> test = new ArrayList<>();

  /**
   * What the options name; empty where they name no data.
   *
   * @throws ParameterException if a split is named without the data that it belongs to
   */
  Optional<DataSpec> named(DataOptions options) {
    if (!data.isEmpty()) {
      return Optional.of(options.spec(data, validation, test));
    }
    if (!(validation.isEmpty() && test.isEmpty())) {
      throw new ParameterException(
          command.commandLine(),
          (validation.isEmpty() ? "--test" : "--validation")
              + " needs --data; name the training data with --data");
    }
    return Optional.empty();
  }
}

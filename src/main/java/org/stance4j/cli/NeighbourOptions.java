package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.corpus.LabelMapping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.pipeline.DatasetSource;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.Neighbourhood;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that show the training sentences nearest to a sentence. */
final class NeighbourOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--training",
      paramLabel = "CSV|DIR",
      description =
          "Data that the model was trained on, to find the nearest training sentences in (default: the"
              + " shipped dataset, if the model learnt from it); may be given several times.")
  private List<Path> training = List.of();

  @Option(
      names = "--neighbours",
      paramLabel = "N",
      defaultValue = "5",
      description = "Number of nearest training sentences, 0 for none (default: ${DEFAULT-VALUE}).")
  private int number = 5;

  /**
   * Checks the options.
   *
   * @throws ParameterException if the number is negative
   */
  void check() {
    if (number < 0) {
      throw new ParameterException(
          command.commandLine(),
          "--neighbours " + number + " is no number of sentences; give 0 or more");
    }
  }

  /** How many neighbours. */
  int number() {
    return number;
  }

  /** The neighbourhood of a model, tables being read by their columns text and label. */
  @Nullable Neighbourhood open(LoadedModel loaded) throws IOException {
    return open(loaded, new LabelledCsvReader("text", "label", LabelMapping.parse("")));
  }

  /**
   * The neighbourhood of a model; {@code null} where none is wanted or no training data are at
   * hand, which is told.
   *
   * @param reader how tables are read
   * @throws IllegalArgumentException if the data named hold nothing that the model learnt from
   */
  @Nullable Neighbourhood open(LoadedModel loaded, LabelledCsvReader reader) throws IOException {
    if (number == 0) {
      return null;
    }
    PrintWriter err = command.commandLine().getErr();
    List<Path> data = training.isEmpty() ? usual(loaded) : training;
    if (data.isEmpty()) {
      err.println(
          "Note: no nearest training sentences: the training data of "
              + loaded.name()
              + " are not at hand; name them with --training.");
      return null;
    }
    Dataset dataset = new DatasetSource(data, null, reader).read();
    List<Example> learnt = Neighbourhood.learnt(loaded, dataset);
    int texts = loaded.trainingTexts().size();
    if (learnt.isEmpty()) {
      throw new IllegalArgumentException(
          dataset.name()
              + " holds none of the "
              + texts
              + " texts that "
              + loaded.name()
              + " learnt from; name its training data with --training, or leave neighbours out with"
              + " --neighbours 0");
    }
    int found = Neighbourhood.texts(learnt);
    if (found < texts) {
      err.println(
          "Note: "
              + dataset.name()
              + " holds "
              + found
              + " of the "
              + texts
              + " texts that "
              + loaded.name()
              + " learnt from; neighbours are looked for among them.");
    }
    Path folder = cache.folder();
    if (folder != null && !Neighbourhood.isCached(loaded, folder)) {
      err.println(
          "Embedding " + learnt.size() + " training sentences, this once; kept in " + folder + ".");
      err.flush();
    }
    return Neighbourhood.of(loaded, learnt, folder);
  }

  /** The shipped dataset, if the model says that it was trained on it. */
  private static List<Path> usual(LoadedModel loaded) {
    Path shipped = Home.dataset();
    String name = loaded.manifest().dataset().getOrDefault("name", "");
    boolean trainedOnIt =
        List.of(name.split("\\+")).contains(String.valueOf(shipped.getFileName()));
    return trainedOnIt && Files.isDirectory(shipped) ? List.of(shipped) : List.of();
  }
}

package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.SentenceKind;
import org.stance4j.corpus.CsvTableWriter;
import org.stance4j.corpus.DatasetFolder;
import org.stance4j.corpus.HydratedCorpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data hydrate}. */
@Command(
    name = "hydrate",
    mixinStandardHelpOptions = true,
    description = "Joins stand-off labels with the text of their documents, checking every hash.")
final class DataHydrateCommand implements Callable<Integer> {
  private static final List<String> COLUMNS = List.of("id", "text", "label", "holder", "group");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DATASET",
      arity = "0..1",
      description = "Dataset folder (default: the shipped one).")
  private @Nullable Path dataset;

  @Option(
      names = "--documents",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the documents.")
  private Path documents = Path.of(".");

  @Option(
      names = "--out",
      paramLabel = "CSV",
      description = "Write the body sentences here as a labelled CSV.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    DatasetFolder folder = DatasetFolder.open(dataset == null ? Home.dataset() : dataset);
    if (out != null) {
      NewFile.check(out, "--out");
    }
    HydratedCorpus corpus = folder.documents(DataOptions.folder(documents));
    PrintWriter writer = spec.commandLine().getOut();
    int rows = corpus.counts().values().stream().mapToInt(Integer::intValue).sum();
    writer.printf(
        Locale.ROOT,
        "%d documents and %d labelled spans fit their hashes.%n",
        corpus.documents().size(),
        rows);
    for (Map.Entry<SentenceKind, Integer> count : corpus.counts().entrySet()) {
      writer.printf(Locale.ROOT, "  %-10s %5d%n", count.getKey().label(), count.getValue());
    }
    if (out != null) {
      NewFile.write(out, COLUMNS, csv -> write(corpus.dataset(), csv));
      writer.printf(Locale.ROOT, "%d body sentences written to %s%n", corpus.dataset().size(), out);
    }
    return 0;
  }

  private static void write(Dataset dataset, CsvTableWriter csv) throws IOException {
    for (Example example : dataset.examples()) {
      Holder holder = example.holder();
      csv.write(
          List.of(
              example.id(),
              example.sentence().text(),
              example.stance().label(),
              holder == null ? "" : holder.label(),
              example.group()));
    }
  }
}

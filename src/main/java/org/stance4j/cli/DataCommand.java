package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
import org.stance4j.Stance;
import org.stance4j.corpus.CsvTableWriter;
import org.stance4j.corpus.DatasetFolder;
import org.stance4j.corpus.DatasetStatistics;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.HydratedCorpus;
import org.stance4j.corpus.LabelCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data}: looks at labelled data. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Joins labels with their documents, and counts what a dataset holds.",
    subcommands = {DataCommand.Hydrate.class, DataCommand.Stats.class})
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: hydrate or stats");
  }

  /** {@code stance data hydrate}. */
  @Command(
      name = "hydrate",
      mixinStandardHelpOptions = true,
      description = "Joins stand-off labels with the text of their documents, checking every hash.")
  static final class Hydrate implements Callable<Integer> {
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
        checkNew(out);
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
        writeCsv(corpus.dataset(), out);
        writer.printf(
            Locale.ROOT, "%d body sentences written to %s%n", corpus.dataset().size(), out);
      }
      return 0;
    }

    private static void checkNew(Path file) {
      if (Files.exists(file)) {
        throw new IllegalArgumentException(file + " exists; name a new file with --out");
      }
      Path parent = file.toAbsolutePath().getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        throw new IllegalArgumentException(
            file + " lies in no folder that exists; make the folder or name another with --out");
      }
    }

    private static void writeCsv(Dataset dataset, Path file) throws IOException {
      Path temporary = Path.of(file + ".tmp");
      try {
        write(dataset, temporary);
        Files.move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    }

    private static void write(Dataset dataset, Path file) throws IOException {
      try (CsvTableWriter csv = CsvTableWriter.create(file, COLUMNS)) {
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
  }

  /** {@code stance data stats}. */
  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description = "Counts labels, kinds, holders, groups and lengths.")
  static final class Stats implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private DataOptions dataOptions = new DataOptions();

    @Parameters(
        paramLabel = "CSV|DIR",
        arity = "0..*",
        description = "Labelled data (default: the shipped dataset).")
    private List<Path> data = List.of();

    @Override
    public Integer call() throws IOException {
      Dataset dataset =
          dataOptions
              .source(data.isEmpty() ? List.of(Home.dataset()) : data, dataOptions.documents())
              .read();
      Grouping grouping = Grouping.of(dataset);
      DatasetStatistics statistics = DatasetStatistics.of(dataset);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(Locale.ROOT, "%s: %d sentences%n%n", dataset.name(), dataset.size());
      out.printf(Locale.ROOT, "%-24s %7s %7s %7s %7s%n", "", "all", "pro", "anti", "neutral");
      row(out, "all", statistics.labels());
      table(out, "kind", statistics.kinds());
      table(out, "holder", statistics.holders());
      table(out, "source", statistics.sources());
      table(out, "register", statistics.registers());
      table(out, "phenomenon", statistics.phenomena());
      out.printf(
          Locale.ROOT,
          "%nwords a sentence: min %d, median %.0f, 90 %% at most %d, max %d%n",
          statistics.words().min(),
          statistics.words().median(),
          statistics.words().p90(),
          statistics.words().max());
      out.printf(
          Locale.ROOT,
          "groups: %d (%d after joining documents, arguments and near-duplicates), the largest %.1f %%%n",
          grouping.report().groupsBefore(),
          grouping.report().groups(),
          100 * grouping.report().largestShare());
      out.printf(
          Locale.ROOT, "near-duplicate pairs: %d%n", grouping.report().nearDuplicates().size());
      return 0;
    }

    private static void table(PrintWriter out, String title, Map<String, LabelCounts> counts) {
      if (counts.size() > 1) {
        out.println(title);
        counts.forEach((name, count) -> row(out, "  " + name, count));
      }
    }

    private static void row(PrintWriter out, String name, LabelCounts counts) {
      out.printf(
          Locale.ROOT,
          "%-24s %7d %7d %7d %7d%n",
          name,
          counts.total(),
          counts.of(Stance.PRO),
          counts.of(Stance.ANTI),
          counts.of(Stance.NEUTRAL));
    }
  }
}

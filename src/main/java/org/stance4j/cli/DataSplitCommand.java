package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.GroupingReport;
import org.stance4j.corpus.Split;
import org.stance4j.pipeline.TableSplit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data split}: training, validation and test, no group torn apart. */
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    description = {
      "Splits a table by group into training, validation and test.",
      "",
      "Documents, arguments, groups and near-duplicates stay whole, and the stances are spread as evenly as that allows."
          + " The same texts, labels and seed give the same split, whatever the order of the rows."
    })
final class DataSplitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();

  @Parameters(paramLabel = "CSV", description = "Labelled CSV, or stand-off labels.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Write the tables here, each split to a file of its name.")
  private Path out = Path.of("");

  @Option(
      names = "--fractions",
      paramLabel = "SHARE,…",
      split = ",",
      hideParamSyntax = true,
      description = "Share of each split (default: 0.7,0.15,0.15; for two names 0.8,0.2).")
  private List<Double> fractions = List.of();

  @Option(
      names = "--names",
      paramLabel = "NAME,…",
      split = ",",
      hideParamSyntax = true,
      description =
          "Splits, of train, validation and test (default: all three; for two fractions train,test).")
  private List<String> names = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Decides among groups of equal size (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  @Option(
      names = "--column",
      description = "Write one file of the table's own name, with the column split filled.")
  private boolean column;

  @Override
  public Integer call() throws IOException {
    boolean pair = fractions.size() == 2 || (fractions.isEmpty() && names.size() == 2);
    List<String> splits =
        !names.isEmpty()
            ? names
            : pair ? List.of("train", "test") : List.of("train", "validation", "test");
    List<Double> wishes =
        !fractions.isEmpty() ? fractions : pair ? List.of(0.8, 0.2) : List.of(0.7, 0.15, 0.15);
    checkOptions(splits, wishes);
    List<String> files = column ? List.of(stem(data)) : splits;
    for (String file : files) {
      NewFile.checkIn(out, file + ".csv", "--out");
    }
    TableSplit split =
        TableSplit.of(data, dataOptions.documents(), dataOptions.reader(), wishes, seed);
    Files.createDirectories(out);
    for (int i = 0; i < files.size(); i++) {
      write(split, splits, column ? -1 : i, out.resolve(files.get(i) + ".csv"));
    }
    report(split, splits, wishes);
    PrintWriter writer = spec.commandLine().getOut();
    writer.println();
    for (int i = 0; i < files.size(); i++) {
      int part = i;
      writer.printf(
          Locale.ROOT,
          "%s: %d rows%n",
          out.resolve(files.get(i) + ".csv"),
          split.parts().stream().filter(number -> column || number == part).count());
    }
    return 0;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private void checkOptions(List<String> splits, List<Double> wishes) {
    Set<Split> different = EnumSet.noneOf(Split.class);
    for (String name : splits) {
      try {
        different.add(Split.of(name));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--names: " + e.getMessage(), e);
      }
    }
    if (different.size() < splits.size()) {
      throw misuse("--names must name different splits, got " + String.join(",", splits));
    }
    if (splits.size() < 2 || splits.size() != wishes.size()) {
      throw misuse(
          "--fractions and --names must be two or three each, and as many of one as of the other,"
              + " got "
              + wishes.size()
              + " and "
              + splits.size());
    }
    double sum = wishes.stream().mapToDouble(Double::doubleValue).sum();
    if (wishes.stream().anyMatch(wish -> !(wish > 0)) || !(Math.abs(sum - 1) <= 1e-6)) {
      throw misuse(
          "--fractions must all be above 0 and add up to 1, got "
              + wishes.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Writes the rows of one part, or all of them where it is below 0. */
  private static void write(TableSplit split, List<String> splits, int part, Path file)
      throws IOException {
    List<String> columns = new ArrayList<>(split.table().header().columns());
    if (!columns.contains(Split.ATTRIBUTE)) {
      columns.add(Split.ATTRIBUTE);
    }
    int place = columns.indexOf(Split.ATTRIBUTE);
    NewFile.write(
        file,
        columns,
        csv -> {
          for (int i = 0; i < split.parts().size(); i++) {
            if (part < 0 || split.parts().get(i) == part) {
              CsvRow row = split.table().rows().get(i);
              List<String> fields = new ArrayList<>(row.fields());
              if (fields.size() < columns.size()) {
                fields.add("");
              }
              fields.set(place, splits.get(split.parts().get(i)));
              csv.write(fields);
            }
          }
        });
  }

  private void report(TableSplit split, List<String> splits, List<Double> wishes) {
    PrintWriter writer = spec.commandLine().getOut();
    Dataset sentences = split.sentences();
    Map<String, Integer> groups = sentences.groupSizes();
    int largest = groups.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    double share = (double) largest / Math.max(1, sentences.size());
    writer.printf(
        Locale.ROOT,
        "%s: %d sentences in %d groups, the largest with %.1f %% of them%n",
        sentences.name(),
        sentences.size(),
        groups.size(),
        100 * share);
    if (!split.texts()) {
      writer.println(
          "Beware: the texts are not at hand, so near-duplicates in several documents were not looked"
              + " for; name their folder with --documents.");
    }
    if (share > GroupingReport.GIANT) {
      writer.println(
          "Beware: one group holds over a fifth of the sentences; the splits may miss their wish.");
    }
    if (split.table().header().has(Split.ATTRIBUTE)) {
      writer.println("The table has a column split; its values are replaced.");
    }
    writer.printf(
        Locale.ROOT,
        "%n%-12s %7s %7s %10s %7s %9s %9s %9s%n",
        "split",
        "wish",
        "share",
        "sentences",
        "groups",
        "pro",
        "anti",
        "neutral");
    for (int part = 0; part < splits.size(); part++) {
      int number = part;
      List<Example> examples =
          IntStream.range(0, sentences.size())
              .filter(i -> split.sentenceParts().get(i) == number)
              .mapToObj(sentences.examples()::get)
              .toList();
      row(splits.get(part), percent(wishes.get(part)), examples, sentences.size());
    }
    row("all", "", sentences.examples(), sentences.size());
  }

  private void row(String name, String wish, List<Example> examples, int all) {
    Set<String> groups = new HashSet<>();
    examples.forEach(example -> groups.add(example.group()));
    StringBuilder shares = new StringBuilder();
    for (Stance stance : Stance.values()) {
      long count = examples.stream().filter(example -> example.stance() == stance).count();
      shares.append(
          String.format(
              Locale.ROOT, " %9s", percent((double) count / Math.max(1, examples.size()))));
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%-12s %7s %7s %10d %7d%s%n",
            name,
            wish,
            percent((double) examples.size() / Math.max(1, all)),
            examples.size(),
            groups.size(),
            shares);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

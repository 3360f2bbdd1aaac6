package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.corpus.Split;
import org.stance4j.evaluation.Slicer;
import org.stance4j.slice.StandardSlices;
import org.stance4j.slice.UserSlice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that measure models on labelled data. */
final class TestDataOptions {
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private ReportOption reportOption = new ReportOption();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "CSV|DIR",
      description =
          "Labelled data: a CSV with text and label, stand-off labels (with --documents), or a dataset folder.")
  private List<Path> data = List.of();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      converter = SplitConverter.class,
      description = "Only the rows of this split: train, validation or test.")
  private @Nullable Split split;

  @Option(
      names = "--slice",
      paramLabel = "COLUMN|CONDITION",
      converter = SliceConverter.class,
      description = {
        "Also tell the figures of these parts of the data: column=NAME for each value of a column, or a condition such as 'words > 30', 'holder = author and not quotation', 'text contains Japan'. May be given several times.",
        "Names: words, characters, text, target, document, group, kind, holder, gold, any column; negation, quotation, targetNamed stand alone. Joined by and, or, not, brackets; compared by =, !=, <, <=, >, >=, contains."
      })
  private List<UserSlice> slices = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Seed of the resamples (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  /** The data; sentences that belong together are one group, the unit of the intervals. */
  Dataset read() throws IOException {
    Dataset all = Grouping.group(dataOptions.source(data, dataOptions.documents()).read());
    if (all.size() == 0) {
      throw new IllegalArgumentException(
          all.name() + " holds no labelled sentence; there is nothing to measure a model on");
    }
    if (split == null) {
      return all;
    }
    Dataset part = Split.select(all, EnumSet.of(split));
    if (part.size() == 0) {
      throw new IllegalArgumentException(
          all.name()
              + " holds no row of the split "
              + split.label()
              + "; leave out --split or fill the column split");
    }
    return part.named(all.name() + ", " + split.label() + " split");
  }

  /** How tables are read. */
  LabelledCsvReader reader() {
    return dataOptions.reader();
  }

  /** Where reports go, checked before the work; {@code null} if nowhere. */
  @Nullable ReportFolder reportFolder() {
    return reportOption.folder();
  }

  long seed() {
    return seed;
  }

  /**
   * The parts that get figures of their own: the standard ones and those asked for.
   *
   * @param err told of parts that will not be shown
   * @throws IllegalArgumentException if the data lack a column
   */
  List<Slicer> slicers(Dataset dataset, PrintWriter err) {
    List<Slicer> slicers = new ArrayList<>(StandardSlices.all());
    for (UserSlice slice : slices) {
      slice.requireColumns(dataset);
      String why = slice.whyNotShown(dataset);
      if (!why.isEmpty()) {
        err.println("Note: slice '" + slice.text() + "' is not shown: " + why + ".");
      }
      if (slicers.stream().noneMatch(one -> one.attribute().equals(slice.slicer().attribute()))) {
        slicers.add(slice.slicer());
      }
    }
    return slicers;
  }
}

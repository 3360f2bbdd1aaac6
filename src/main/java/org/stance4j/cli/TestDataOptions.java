package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.Split;
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

  /** Where reports go, checked before the work; {@code null} if nowhere. */
  @Nullable ReportFolder reportFolder() {
    return reportOption.folder();
  }

  long seed() {
    return seed;
  }
}

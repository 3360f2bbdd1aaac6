package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.Split;

/**
 * Data to learn from and data to measure changes on, for commands that leave the test split alone.
 *
 * @param name name of the data
 * @param train the train split, grouped; may be empty
 * @param validation the validation split, grouped; not empty
 * @param documents the real documents; {@code null} unless the data is the shipped dataset and they
 *     are at hand
 */
record TrainValidation(
    String name, Dataset train, Dataset validation, @Nullable Dataset documents) {
  /**
   * Reads it.
   *
   * @param data files and folders; the shipped dataset if empty
   * @throws IllegalArgumentException if there is no validation split
   */
  static TrainValidation read(List<Path> data, DataOptions options) throws IOException {
    Path texts = options.documents();
    boolean shipped = data.isEmpty();
    Dataset all =
        Grouping.group(
            options
                .source(shipped ? List.of(Home.dataset()) : data, shipped ? null : texts)
                .read());
    Dataset validation = Split.select(all, EnumSet.of(Split.VALIDATION));
    if (validation.size() == 0) {
      throw new IllegalArgumentException(
          all.name()
              + " has no validation split; fill a column split with train and validation, or make one with stance"
              + " data split");
    }
    return new TrainValidation(
        all.name(),
        Split.select(all, EnumSet.of(Split.TRAIN)),
        validation,
        shipped && texts != null ? options.source(List.of(Home.dataset()), texts).read() : null);
  }

  /** Whether every sentence names its target. */
  boolean namesTargets() {
    return Stream.of(Optional.of(train), Optional.of(validation), Optional.ofNullable(documents))
        .flatMap(Optional::stream)
        .flatMap(part -> part.examples().stream())
        .noneMatch(example -> example.sentence().target().isEmpty());
  }
}

package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.Split;

/**
 * Data whose splits may come in files of their own, as many published data sets have them.
 *
 * <p>Where neither validation nor test files are named, {@code training} is read as it is, with
 * whatever splits its rows name. Otherwise each row gets the split of its file. A split that has
 * files of its own may not be named by rows of other files.
 *
 * @param training what is learnt from; its rows may name other splits, if these have no files
 * @param validation further files and folders, the validation split; may be empty
 * @param test further files and folders, the test split; may be empty
 */
public record SplitFiles(DatasetSource training, List<Path> validation, List<Path> test) {
  public SplitFiles {
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * Reads all of it into one dataset, named after the data that are learnt from.
   *
   * @throws IOException if a file cannot be read
   * @throws DatasetFormatException if one is not what it should be, or a row says another split
   *     than its file is given for
   */
  public Dataset read() throws IOException {
    if (validation.isEmpty() && test.isEmpty()) {
      return training.read();
    }
    Map<Split, List<Path>> files = new EnumMap<>(Split.class);
    files.put(Split.TRAIN, training.data());
    files.put(Split.VALIDATION, validation);
    files.put(Split.TEST, test);
    new DatasetSource(
            files.values().stream().flatMap(List::stream).toList(),
            training.documents(),
            training.reader())
        .checkDocuments();
    List<Dataset> learnt = new ArrayList<>();
    List<Dataset> tests = new ArrayList<>();
    for (Map.Entry<Split, List<Path>> entry : files.entrySet()) {
      for (Path path : entry.getValue()) {
        Dataset part = withSplit(training.read(path), entry.getKey(), path);
        (entry.getKey() == Split.TEST ? tests : learnt).add(part);
      }
    }
    return DatasetSource.join(Stream.concat(learnt.stream(), tests.stream()).toList())
        .named(learnt.stream().map(Dataset::name).collect(Collectors.joining("+")));
  }

  private Dataset withSplit(Dataset part, Split split, Path file) {
    return new Dataset(
        part.name(),
        part.examples().stream().map(example -> withSplit(example, split, file)).toList());
  }

  private Example withSplit(Example example, Split split, Path file) {
    Split said = Split.of(example).orElse(split);
    boolean free = split == Split.TRAIN && (said == Split.VALIDATION ? validation : test).isEmpty();
    if (said != split && !free) {
      throw new DatasetFormatException(
          String.valueOf(file.getFileName()),
          0,
          "",
          said.label(),
          "the row "
              + example.id()
              + " says split "
              + said.label()
              + ", but "
              + (split == Split.TRAIN
                  ? "that split has files of its own, given with --" + said.label()
                  : "the file is given with --" + split.label())
              + "; correct the row, leave its split empty, or leave the option out");
    }
    SortedMap<String, String> attributes = new TreeMap<>(example.attributes());
    attributes.put(Split.ATTRIBUTE, said.label());
    return example.withAttributes(attributes);
  }
}

package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.corpus.Annotation;
import org.stance4j.corpus.AnnotationCsvReader;
import org.stance4j.corpus.CsvRowReader;
import org.stance4j.corpus.DatasetFolder;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.DocumentsCsv;
import org.stance4j.corpus.Hydrator;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.corpus.LineFilesFolder;

/**
 * Labelled data as users name it: dataset folders, folders of texts and labels by line, CSV files
 * with text and label, or CSV files with stand-off labels for documents in a folder.
 *
 * @param data files and folders, at least one
 * @param documents folder of the documents that stand-off labels point into; where {@code null},
 *     the folder {@code articles} beside the labels
 * @param reader how CSV files with text are read
 */
public record DatasetSource(List<Path> data, @Nullable Path documents, LabelledCsvReader reader) {
  public DatasetSource {
    data = List.copyOf(data);
    if (data.isEmpty()) {
      throw new IllegalArgumentException("name at least one file or folder of labelled data");
    }
  }

  /**
   * Reads all of it into one dataset, in the order given.
   *
   * @throws IOException if a file cannot be read
   * @throws DatasetFormatException if one is not what it should be, or a folder of documents is
   *     named and none of the data points into it
   */
  public Dataset read() throws IOException {
    checkDocuments();
    List<Dataset> parts = new ArrayList<>();
    for (Path path : data) {
      parts.add(read(path));
    }
    return join(parts);
  }

  /** Several datasets as one, in the order given. */
  static Dataset join(List<Dataset> parts) {
    List<Example> examples = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Dataset part : parts) {
      String name = part.name();
      for (int copy = 2; !names.add(name); copy++) {
        name = part.name() + "-" + copy;
      }
      examples.addAll(parts.size() == 1 ? part.examples() : prefixed(part, name + ":"));
    }
    return new Dataset(String.join("+", names), examples);
  }

  /**
   * Two files may both count their rows from 1, so rows get a prefix. Documents and the groups that
   * the files themselves name stay what they are, and may span both.
   */
  private static List<Example> prefixed(Dataset part, String prefix) {
    return part.examples().stream().map(example -> prefixed(example, prefix)).toList();
  }

  private static Example prefixed(Example example, String prefix) {
    Sentence sentence = example.sentence();
    boolean alone = sentence.documentId().equals(example.id());
    return new Example(
        prefix + example.id(),
        new Sentence(
            (alone ? prefix : "") + sentence.documentId(),
            sentence.text(),
            sentence.span(),
            sentence.kind(),
            sentence.previous(),
            sentence.next(),
            sentence.target()),
        example.stance(),
        example.holder(),
        (example.group().equals(example.id()) ? prefix : "") + example.group(),
        example.attributes());
  }

  /** Refuses a folder of documents that no data would be read from. */
  void checkDocuments() throws IOException {
    if (documents == null) {
      return;
    }
    for (Path path : data) {
      if (Files.isDirectory(path) ? !LineFilesFolder.is(path) : isStandOff(path)) {
        return;
      }
    }
    throw unusedDocuments(String.valueOf(data.get(0).getFileName()));
  }

  static DatasetFormatException unusedDocuments(String file) {
    return new DatasetFormatException(
        file,
        0,
        "",
        "",
        "holds its own texts, so no text is read from --documents; leave that option out");
  }

  /** Reads one of the files or folders. */
  Dataset read(Path path) throws IOException {
    if (LineFilesFolder.is(path)) {
      return new LineFilesFolder(path, reader.labels()).read();
    }
    if (Files.isDirectory(path)) {
      DatasetFolder folder = DatasetFolder.open(path);
      return documents == null ? folder.written() : folder.documents(documents).dataset();
    }
    if (!isStandOff(path)) {
      return reader.read(path);
    }
    List<Annotation> labels = AnnotationCsvReader.read(path);
    Path texts = documents == null ? path.resolveSibling("articles") : documents;
    if (documents == null
        && labels.stream()
            .noneMatch(label -> Files.isRegularFile(texts.resolve(label.document())))) {
      throw new DatasetFormatException(
          path.toString(),
          0,
          "",
          "",
          "holds stand-off labels without text; name the folder of its documents with --documents");
    }
    Path hashes = path.resolveSibling("documents.csv");
    boolean hashed = documents != null && Files.isRegularFile(hashes);
    return new Hydrator()
        .hydrate(
            String.valueOf(path.getFileName()),
            labels,
            hashed ? DocumentsCsv.read(hashes) : List.of(),
            texts)
        .dataset();
  }

  private static boolean isStandOff(Path file) throws IOException {
    try (CsvRowReader rows = CsvRowReader.open(file)) {
      return rows.header().has("document")
          && rows.header().has("start")
          && rows.header().has("sha256");
    }
  }
}

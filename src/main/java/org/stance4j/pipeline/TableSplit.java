package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.corpus.Annotation;
import org.stance4j.corpus.AnnotationCsvReader;
import org.stance4j.corpus.CsvTable;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.evaluation.GroupSplit;
import org.stance4j.provenance.Sha256;

/**
 * A table whose rows are dealt out to parts, no group torn apart.
 *
 * <p>Groups are documents, arguments, the table's own groups and near-duplicates, joined by {@link
 * Grouping}. In a table of stand-off labels whole documents are dealt out, by their body sentences;
 * one that has none goes to the first part. The outcome depends on texts and labels, neither on the
 * order of the rows nor on ids that count them.
 *
 * @param table the rows as they stand in the file
 * @param parts number of its part for each row of the table, from 0
 * @param sentences the labelled sentences, grouped: the rows of a labelled CSV, or the body
 *     sentences of stand-off labels
 * @param sentenceParts number of its part for each of them
 * @param texts whether texts were at hand; without, near-duplicates were not looked for
 */
public record TableSplit(
    CsvTable table,
    List<Integer> parts,
    Dataset sentences,
    List<Integer> sentenceParts,
    boolean texts) {
  public TableSplit {
    parts = List.copyOf(parts);
    sentenceParts = List.copyOf(sentenceParts);
  }

  /**
   * Splits a table.
   *
   * @param file a labelled CSV or a CSV of stand-off labels
   * @param documents folder of the documents that stand-off labels point into; {@code null} for
   *     {@code articles} beside the table, if there is one
   * @param reader reads a labelled CSV
   * @param fractions see {@link GroupSplit#parts}
   * @param seed see {@link GroupSplit#parts}
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if it is a folder or cannot be split so
   */
  public static TableSplit of(
      Path file,
      @Nullable Path documents,
      LabelledCsvReader reader,
      List<Double> fractions,
      long seed)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          file + " is a folder; split one of its tables, such as " + file.resolve("sentences.csv"));
    }
    CsvTable table = CsvTable.read(file);
    boolean standOff = StandOffTexts.isStandOff(table.header());
    if (!standOff && documents != null) {
      throw DatasetSource.unusedDocuments(table.header().file());
    }
    return standOff
        ? standOff(file, table, documents, reader, fractions, seed)
        : labelled(table, reader.read(file), fractions, seed);
  }

  private static TableSplit labelled(
      CsvTable table, Dataset read, List<Double> fractions, long seed) {
    Dataset sentences = Grouping.group(read);
    List<Integer> parts = GroupSplit.parts(namedByText(sentences), fractions, seed);
    return new TableSplit(table, parts, sentences, parts, true);
  }

  private static TableSplit standOff(
      Path file,
      CsvTable table,
      @Nullable Path documents,
      LabelledCsvReader reader,
      List<Double> fractions,
      long seed)
      throws IOException {
    List<Annotation> labels = AnnotationCsvReader.read(file);
    Optional<Path> folder = StandOffTexts.folder(file, table, documents);
    Dataset sentences =
        folder.isPresent()
            ? Grouping.group(new DatasetSource(List.of(file), documents, reader).read())
            : withoutText(table.header().file(), labels);
    List<Integer> sentenceParts =
        GroupSplit.parts(folder.isPresent() ? namedByText(sentences) : sentences, fractions, seed);
    Map<String, Integer> partOfDocument = new HashMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      partOfDocument.put(sentences.examples().get(i).sentence().documentId(), sentenceParts.get(i));
    }
    List<Integer> parts =
        labels.stream()
            .map(label -> partOfDocument.getOrDefault(StandOffTexts.stem(label.document()), 0))
            .toList();
    return new TableSplit(table, parts, sentences, sentenceParts, folder.isPresent());
  }

  /** Body sentences whose text is not known, grouped by document. */
  private static Dataset withoutText(String name, List<Annotation> labels) {
    List<Example> examples = new ArrayList<>();
    for (Annotation label : labels) {
      if (label.kind() == SentenceKind.BODY) {
        String document = StandOffTexts.stem(label.document());
        String id = document + ":" + label.start() + "-" + label.end();
        Sentence sentence =
            new Sentence(
                document,
                id,
                new TextSpan(label.start(), label.end()),
                SentenceKind.BODY,
                null,
                null);
        examples.add(
            new Example(
                id, sentence, label.stance(), label.holder(), document, label.attributes()));
      }
    }
    return new Dataset(name, examples);
  }

  /** Names each group after the smallest hash of its texts: ids may count the rows. */
  private static Dataset namedByText(Dataset dataset) {
    Map<String, String> names = new HashMap<>();
    for (Example example : dataset.examples()) {
      names.merge(
          example.group(),
          Sha256.ofText(example.sentence().text()),
          (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    return new Dataset(
        dataset.name(),
        dataset.examples().stream()
            .map(example -> example.withGroup(names.getOrDefault(example.group(), "")))
            .toList());
  }
}

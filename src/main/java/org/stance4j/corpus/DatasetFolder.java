package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.SentenceKind;

/**
 * A folder such as {@code datasets/nato-asia}.
 *
 * <p>It may hold {@code articles.csv} with {@code articles/} (stand-off labels and whole articles
 * written for the dataset; {@code article-metadata.csv} tells more of each), {@code sentences.csv}
 * (isolated sentences: {@code id,text,label,holder,argument,…}), {@code contrast.csv} (minimal
 * edits of sentences of the two) and {@code annotations.csv} with {@code documents.csv} (labels of
 * documents that are not shipped, and those documents' hashes).
 *
 * @param folder the folder
 */
public record DatasetFolder(Path folder) {
  /** Attribute that says where an example comes from. */
  public static final String SOURCE = "source";

  /** Value of {@link #SOURCE} for sentences of whole articles. */
  public static final String ARTICLE = "article";

  /** Value of {@link #SOURCE} for isolated sentences. */
  public static final String SENTENCE = "sentence";

  /** Value of {@link #SOURCE} for edited sentences. */
  public static final String CONTRAST = "contrast";

  /** Value of {@link #SOURCE} for sentences of documents that are not shipped. */
  public static final String DOCUMENT = "document";

  private static final String METADATA = "article-metadata.csv";
  private static final Set<SentenceKind> WRITTEN_KINDS =
      Set.of(SentenceKind.BODY, SentenceKind.TITLE);

  /**
   * Opens a folder; reads nothing yet.
   *
   * @throws DatasetFormatException if it holds none of the three tables
   */
  public static DatasetFolder open(Path folder) {
    DatasetFolder dataset = new DatasetFolder(folder);
    if (!dataset.has("articles.csv")
        && !dataset.has("sentences.csv")
        && !dataset.has("annotations.csv")) {
      throw new DatasetFormatException(
          Names.of(folder),
          0,
          "",
          "",
          "not a dataset folder; it must hold articles.csv, sentences.csv or annotations.csv, or texts"
              + " and labels by line (train_text.txt and train_labels.txt)");
    }
    return dataset;
  }

  /** The name of the folder, and of its dataset. */
  public String name() {
    return Names.of(folder);
  }

  /**
   * All text written for the dataset: the articles' body and title sentences, the isolated
   * sentences, the edited ones.
   *
   * @throws DatasetFormatException if a table is faulty
   * @throws HydrationException if an article differs from its labels
   * @throws IOException if a file cannot be read
   */
  public Dataset written() throws IOException {
    Dataset originals = originals();
    Dataset edited =
        new Dataset(
            name() + "-contrast", contrast(originals).stream().map(ContrastPair::edited).toList());
    return new Dataset(name(), originals.and(edited).examples());
  }

  /**
   * The whole articles; empty where there is no {@code articles.csv}. Errors as in {@link
   * #written}.
   */
  public HydratedCorpus articles() throws IOException {
    List<Annotation> labels =
        has("articles.csv") ? AnnotationCsvReader.read(folder.resolve("articles.csv")) : List.of();
    Map<String, SortedMap<String, String>> metadata =
        has(METADATA) ? DocumentMetadataCsv.read(folder.resolve(METADATA)) : Map.of();
    HydratedCorpus articles =
        new Hydrator(WRITTEN_KINDS)
            .hydrate(name() + "-articles", labels, List.of(), folder.resolve("articles"));
    return with(
        articles,
        example -> metadata.getOrDefault(example.sentence().documentId(), new TreeMap<>()),
        ARTICLE);
  }

  /**
   * The isolated sentences; empty where there is no {@code sentences.csv}. Errors as in {@link
   * #written}.
   */
  public Dataset sentences() throws IOException {
    Dataset sentences =
        has("sentences.csv")
            ? LabelledCsvReader.standard().read(folder.resolve("sentences.csv"))
            : new Dataset(name() + "-sentences", List.of());
    return with(sentences, DatasetFolder::nothing, SENTENCE);
  }

  /**
   * The contrast pairs; empty where there is no {@code contrast.csv}. Errors as in {@link
   * #written}.
   */
  public List<ContrastPair> contrast() throws IOException {
    return contrast(originals());
  }

  private Dataset originals() throws IOException {
    return articles().dataset().and(sentences());
  }

  private List<ContrastPair> contrast(Dataset originals) throws IOException {
    if (!has("contrast.csv")) {
      return List.of();
    }
    return new ContrastCsvReader(originals)
        .read(folder.resolve("contrast.csv")).stream()
            .map(
                pair ->
                    new ContrastPair(
                        pair.original(), with(pair.edited(), DatasetFolder::nothing, CONTRAST)))
            .toList();
  }

  /**
   * The documents that are not shipped, body sentences only, from wherever the user keeps them.
   *
   * @param documents holds the documents' files
   * @throws DatasetFormatException if {@code annotations.csv} is missing or a table is faulty
   * @throws HydrationException if a document is missing or differs from its labels
   * @throws IOException if a file cannot be read
   */
  public HydratedCorpus documents(Path documents) throws IOException {
    return documents(documents, new Hydrator());
  }

  /** The same with the kinds of sentences that the hydrator keeps. */
  public HydratedCorpus documents(Path documents, Hydrator hydrator) throws IOException {
    if (!hasDocuments()) {
      throw new DatasetFormatException(
          name(), 0, "", "", "holds no annotations.csv, so it has no labels for other documents");
    }
    List<DocumentHash> hashes =
        has("documents.csv") ? DocumentsCsv.read(folder.resolve("documents.csv")) : List.of();
    HydratedCorpus corpus =
        hydrator.hydrate(
            name() + "-documents",
            AnnotationCsvReader.read(folder.resolve("annotations.csv")),
            hashes,
            documents);
    return with(corpus, DatasetFolder::nothing, DOCUMENT);
  }

  private static SortedMap<String, String> nothing(Example example) {
    return new TreeMap<>();
  }

  /** Whether the folder has labels of documents that are not shipped. */
  public boolean hasDocuments() {
    return has("annotations.csv");
  }

  private boolean has(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  private static HydratedCorpus with(
      HydratedCorpus corpus, Function<Example, SortedMap<String, String>> more, String source) {
    return new HydratedCorpus(
        with(corpus.dataset(), more, source), corpus.documents(), corpus.counts());
  }

  private static Dataset with(
      Dataset dataset, Function<Example, SortedMap<String, String>> more, String source) {
    return new Dataset(
        dataset.name(),
        dataset.examples().stream().map(example -> with(example, more, source)).toList());
  }

  private static Example with(
      Example example, Function<Example, SortedMap<String, String>> more, String source) {
    SortedMap<String, String> attributes = new TreeMap<>(example.attributes());
    attributes.putAll(more.apply(example));
    attributes.put(SOURCE, source);
    return example.withAttributes(attributes);
  }
}

package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Document;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.provenance.Sha256;

/**
 * Joins stand-off labels with the documents they belong to, and proves that they do: every file and
 * every span must have the hash recorded for it.
 *
 * <p>Examples are named {@code STEM:START-END}, with the document's file name without extension and
 * the offsets in code points. Neighbours of a sentence are the annotated sentences next to it in
 * the document, furniture left out. A byte order mark counts as a code point. Immutable; safe for
 * use by several threads.
 */
public final class Hydrator {
  private final Set<SentenceKind> kinds;

  /** A hydrator that puts body sentences into the dataset, and nothing else. */
  public Hydrator() {
    this(Set.of(SentenceKind.BODY));
  }

  /** A hydrator that puts sentences of these kinds into the dataset, at least one. */
  public Hydrator(Set<SentenceKind> kinds) {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "no kind of sentence to keep; allowed are body, title, furniture");
    }
    this.kinds = EnumSet.copyOf(kinds);
  }

  /**
   * Joins labels and documents.
   *
   * @param name name of the dataset
   * @param annotations the labels
   * @param hashes the documents' hashes; where empty, only the spans are checked
   * @param folder holds the documents
   * @throws HydrationException if any document is missing or altered, any span outside its text,
   *     altered or overlapping another; lists all of them
   * @throws IOException if a document cannot be read
   */
  public HydratedCorpus hydrate(
      String name, List<Annotation> annotations, List<DocumentHash> hashes, Path folder)
      throws IOException {
    DocumentLoader loader = new DocumentLoader(folder, hashes);
    List<HydrationProblem> problems = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (List<Annotation> labels : byDocument(annotations, problems).values()) {
      Optional<String> text = loader.load(labels.get(0).document(), problems::add);
      if (text.isPresent()) {
        int before = problems.size();
        List<TextSpan> spans = spans(new CodePoints(text.get()), labels, problems);
        if (problems.size() == before) {
          Document document = document(text.get(), labels, spans);
          documents.add(document);
          examples.addAll(examples(document, labels));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new HydrationException(problems);
    }
    Map<SentenceKind, Integer> counts = new EnumMap<>(SentenceKind.class);
    annotations.forEach(annotation -> counts.merge(annotation.kind(), 1, Integer::sum));
    return new HydratedCorpus(new Dataset(name, examples), documents, counts);
  }

  private static Map<String, List<Annotation>> byDocument(
      List<Annotation> annotations, List<HydrationProblem> problems) {
    Map<String, List<Annotation>> documents = new LinkedHashMap<>();
    for (Annotation annotation : annotations) {
      documents.computeIfAbsent(annotation.document(), key -> new ArrayList<>()).add(annotation);
    }
    documents.values().forEach(labels -> labels.sort(Comparator.comparingInt(Annotation::start)));
    Map<String, String> stems = new HashMap<>();
    for (String document : documents.keySet()) {
      String other = stems.putIfAbsent(Names.stem(document), document);
      if (other != null) {
        problems.add(
            new HydrationProblem(
                document, 0, "differs from " + other + " in the extension only; rename one"));
      }
    }
    return documents;
  }

  private static List<TextSpan> spans(
      CodePoints text, List<Annotation> labels, List<HydrationProblem> problems) {
    List<TextSpan> spans = new ArrayList<>();
    int end = 0;
    for (Annotation label : labels) {
      String place = "span [" + label.start() + ", " + label.end() + ") ";
      String problem = null;
      if (label.end() > text.count()) {
        problem = "leaves the text of " + text.count() + " code points";
      } else {
        TextSpan span = text.span(label.start(), label.end());
        String hash = Sha256.ofText(text.text(span));
        if (!hash.equals(label.sha256())) {
          problem = "has SHA-256 " + hash + ", labelled was " + label.sha256();
        } else if (text.text(span).isBlank()) {
          problem = "is blank";
        } else if (label.start() < end) {
          problem = "overlaps the span before it, which ends at " + end;
        }
        spans.add(span);
      }
      if (problem != null) {
        problems.add(new HydrationProblem(label.document(), label.line(), place + problem));
      }
      end = Math.max(end, label.end());
    }
    return spans;
  }

  private static Document document(String text, List<Annotation> labels, List<TextSpan> spans) {
    String id = Names.stem(labels.get(0).document());
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      TextSpan span = spans.get(i);
      sentences.add(
          new Sentence(
              id,
              text.substring(span.start(), span.end()),
              span,
              labels.get(i).kind(),
              neighbour(text, labels, spans, i, -1),
              neighbour(text, labels, spans, i, 1)));
    }
    return new Document(id, text, sentences);
  }

  private static @Nullable String neighbour(
      String text, List<Annotation> labels, List<TextSpan> spans, int index, int step) {
    for (int i = index + step; i >= 0 && i < labels.size(); i += step) {
      if (labels.get(i).kind() != SentenceKind.FURNITURE) {
        return text.substring(spans.get(i).start(), spans.get(i).end());
      }
    }
    return null;
  }

  private List<Example> examples(Document document, List<Annotation> labels) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Annotation label = labels.get(i);
      if (kinds.contains(label.kind())) {
        examples.add(
            new Example(
                new StandOffPlace(document.id(), label.start(), label.end()).id(),
                document.sentences().get(i),
                label.stance(),
                label.holder(),
                document.id(),
                label.attributes()));
      }
    }
    return examples;
  }
}

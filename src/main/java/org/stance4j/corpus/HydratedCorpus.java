package org.stance4j.corpus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.Document;
import org.stance4j.SentenceKind;

/**
 * Stand-off labels joined with their documents.
 *
 * @param dataset the examples of the kinds asked for; group and document id are the document's file
 *     name without extension
 * @param documents every document with all its annotated sentences, furniture too
 * @param counts annotations of each kind, before those not asked for were left out
 */
public record HydratedCorpus(
    Dataset dataset, List<Document> documents, Map<SentenceKind, Integer> counts) {
  public HydratedCorpus {
    documents = List.copyOf(documents);
    Map<SentenceKind, Integer> all = new EnumMap<>(SentenceKind.class);
    for (SentenceKind kind : SentenceKind.values()) {
      all.put(kind, counts.getOrDefault(kind, 0));
    }
    counts = Collections.unmodifiableMap(all);
  }
}

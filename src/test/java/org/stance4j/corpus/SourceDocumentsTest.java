package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stance4j.SentenceKind;
import org.stance4j.SourceDocuments;
import org.stance4j.Stance;

/** The labels of the five source documents, on machines that hold the documents. */
class SourceDocumentsTest {

  @Test
  void everySpanHasTheHashThatWasLabelled() throws IOException {
    List<Annotation> annotations = AnnotationCsvReader.read(SourceDocuments.ANNOTATIONS);
    HydratedCorpus corpus =
        new Hydrator(Set.of(SentenceKind.values()))
            .hydrate("source", annotations, List.of(), SourceDocuments.folder());
    assertEquals(207, corpus.dataset().size());
    assertEquals(5, corpus.documents().size());
    assertEquals(new LabelCounts(27, 124, 56), DatasetStatistics.of(corpus.dataset()).labels());
    assertEquals(
        Map.of(SentenceKind.BODY, 188, SentenceKind.TITLE, 5, SentenceKind.FURNITURE, 14),
        corpus.counts());
  }

  @Test
  void bodySentencesMakeTheDatasetInFiveGroupsThatStayFive() throws IOException {
    HydratedCorpus corpus =
        new Hydrator()
            .hydrate(
                "source",
                AnnotationCsvReader.read(SourceDocuments.ANNOTATIONS),
                List.of(),
                SourceDocuments.folder());
    assertEquals(188, corpus.dataset().size());
    GroupingReport report = Grouping.of(corpus.dataset()).report();
    assertEquals(5, report.groups());
    // one document holds a sentence twice, word for word
    assertEquals(List.of(new NearDuplicates.Pair(162, 166, 1)), report.nearDuplicates());
    assertEquals(
        corpus.dataset().examples().get(162).group(), corpus.dataset().examples().get(166).group());
    assertEquals(27, corpus.dataset().stances().stream().filter(s -> s == Stance.PRO).count());
  }
}

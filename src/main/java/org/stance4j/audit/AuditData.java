package org.stance4j.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.corpus.TextFile;

/**
 * What is audited.
 *
 * @param dataset the labelled rows that every check looks at
 * @param documents labelled rows that the data are compared with and not judged themselves: a part
 *     of the shift; may be empty
 * @param texts texts that the dataset should share no wording with; {@code null} where none are
 *     named
 */
public record AuditData(Dataset dataset, Dataset documents, @Nullable List<TextFile> texts) {
  public AuditData {
    texts = texts == null ? null : List.copyOf(texts);
  }
}

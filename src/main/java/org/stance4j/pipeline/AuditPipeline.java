package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.audit.Audit;
import org.stance4j.audit.AuditData;
import org.stance4j.audit.Auditor;
import org.stance4j.corpus.DatasetFolder;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.HydrationException;
import org.stance4j.corpus.LineFilesFolder;
import org.stance4j.corpus.TextFile;

/**
 * Reads labelled data and audits them; data that do not read make an audit that says so.
 *
 * <p>Of a dataset folder the text written for it is audited. Where a folder of documents is named,
 * the documents that the dataset labels are compared with it, and no wording may be shared with any
 * text there. A folder that holds nothing but labels of documents is audited on those.
 */
public final class AuditPipeline {
  private AuditPipeline() {}

  /**
   * Audits.
   *
   * @param source the data and, perhaps, the folder of the documents
   * @param auditor what is asked of them
   * @throws IOException if a file cannot be opened
   * @throws IllegalArgumentException if the auditor compares parts that the data do not have
   */
  public static Audit run(DatasetSource source, Auditor auditor) throws IOException {
    AuditData data;
    try {
      data = read(source);
    } catch (DatasetFormatException e) {
      return auditor.unreadable(name(source), e);
    } catch (HydrationException e) {
      return auditor.unreadable(name(source), e);
    }
    return auditor.audit(data);
  }

  /** Reads what an audit looks at; errors as in {@link DatasetSource#read}. */
  static AuditData read(DatasetSource source) throws IOException {
    Path documents = source.documents();
    List<Dataset> own = new ArrayList<>();
    List<Dataset> others = new ArrayList<>();
    for (Path path : source.data()) {
      Dataset labelled = documents == null ? null : documents(path, documents);
      Dataset written =
          isDatasetFolder(path) ? DatasetFolder.open(path).written() : source.read(path);
      if (written.size() == 0 && labelled != null) {
        own.add(labelled);
      } else {
        own.add(written);
        if (labelled != null) {
          others.add(labelled);
        }
      }
    }
    return new AuditData(
        DatasetSource.join(own),
        DatasetSource.join(others),
        documents == null ? null : TextFile.readFolder(documents));
  }

  /**
   * The documents that a dataset folder labels without shipping them; null where there are none.
   */
  private static @Nullable Dataset documents(Path path, Path documents) throws IOException {
    if (!isDatasetFolder(path) || !DatasetFolder.open(path).hasDocuments()) {
      return null;
    }
    return DatasetFolder.open(path).documents(documents).dataset();
  }

  private static boolean isDatasetFolder(Path path) throws IOException {
    return Files.isDirectory(path) && !LineFilesFolder.is(path);
  }

  private static String name(DatasetSource source) {
    return source.data().stream()
        .map(path -> String.valueOf(path.toAbsolutePath().normalize().getFileName()))
        .collect(Collectors.joining("+"));
  }
}

package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.stance4j.provenance.Sha256;

/** Reads documents from a folder and checks that they are the ones listed. */
final class DocumentLoader {
  private final Path folder;
  private final Map<String, String> hashes = new HashMap<>();

  /**
   * A loader.
   *
   * @param hashes the documents allowed; where empty, any is
   */
  DocumentLoader(Path folder, List<DocumentHash> hashes) {
    this.folder = folder;
    hashes.forEach(hash -> this.hashes.put(hash.file(), hash.sha256()));
  }

  /** The document's text, or nothing where it is missing or no text; tells what does not fit. */
  Optional<String> load(String document, Consumer<HydrationProblem> problems) throws IOException {
    Path file = folder.resolve(document);
    if (!Files.isRegularFile(file)) {
      problems.accept(
          new HydrationProblem(document, 0, "missing from the folder " + Names.of(folder)));
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!hashes.isEmpty()) {
      check(document, Sha256.ofBytes(bytes)).ifPresent(problems);
    }
    try {
      return Optional.of(StrictUtf8Reader.decode(document, bytes));
    } catch (DatasetFormatException e) {
      problems.accept(new HydrationProblem(document, 0, e.problem()));
      return Optional.empty();
    }
  }

  private Optional<HydrationProblem> check(String document, String actual) {
    String expected = hashes.get(document);
    if (expected == null) {
      return Optional.of(new HydrationProblem(document, 0, "not in the list of documents"));
    }
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of(
            new HydrationProblem(
                document, 0, "file has SHA-256 " + actual + ", listed is " + expected));
  }
}

package org.stance4j;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The five documents whose labels ship without their text: tests that read them are skipped where
 * nobody keeps them. {@code -Dstance.documents=DIR} names their folder.
 */
public final class SourceDocuments {
  /** The shipped stand-off labels. */
  public static final Path ANNOTATIONS = Path.of("datasets", "nato-asia", "annotations.csv");

  private SourceDocuments() {}

  /** Their folder; the test that asks is skipped where it is absent. */
  public static Path folder() {
    Path folder = Path.of(System.getProperty("stance.documents", "../shared/documents"));
    assumeTrue(
        Files.isDirectory(folder),
        "the source documents are not in "
            + folder
            + "; name their folder with -Dstance.documents");
    return folder;
  }
}

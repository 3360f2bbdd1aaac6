package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private @TempDir Path folder;

  private void write(Path file, boolean commit) throws IOException {
    try (OutputFile out = OutputFile.create(file)) {
      out.writer().write("İ😀\n");
      if (commit) {
        out.commit();
      }
    }
  }

  @Test
  void nothingAppearsWithoutACommit() throws IOException {
    write(folder.resolve("a"), false);
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void theFileIsNotThereUntilTheCommit() throws IOException {
    Path file = folder.resolve("a");
    try (OutputFile out = OutputFile.create(file)) {
      out.writer().write("text");
      assertFalse(Files.exists(file));
      out.commit();
      assertEquals("text", Files.readString(file));
    }
    assertEquals("text", Files.readString(file));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    write(link, true);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("İ😀\n", Files.readString(file));
  }

  @Test
  void aDeviceIsWrittenToAndStays() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    write(device, true);
    assertFalse(Files.isRegularFile(device));
    assertTrue(Files.exists(device));
  }

  @Test
  void aFolderThatTakesNoFilesIsNamedInWords() {
    Path folder = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(folder));
    String message =
        assertThrows(
                FileProblemException.class, () -> OutputFile.create(folder.resolve("stance.csv")))
            .getMessage();
    assertTrue(message.contains(": cannot be written ("), message);
    assertFalse(message.contains("Exception"), message);
  }
}

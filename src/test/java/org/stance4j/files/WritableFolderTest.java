package org.stance4j.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritableFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderThatIsThereStaysEmpty() throws IOException {
    WritableFolder.check(folder);
    assertTrue(Files.isDirectory(folder));
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void missingFoldersAreMadeAndRemovedAgain() throws IOException {
    Files.createDirectory(folder.resolve("kept"));
    WritableFolder.check(folder.resolve("kept/a/b/c"));
    assertTrue(Files.isDirectory(folder.resolve("kept")));
    assertFalse(Files.exists(folder.resolve("kept/a")));
  }

  @Test
  void aFileInTheWayIsRefusedAndStays() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThrows(FileAlreadyExistsException.class, () -> WritableFolder.check(file));
    assertThrows(FileSystemException.class, () -> WritableFolder.check(file.resolve("a/b")));
    assertEquals("text", Files.readString(file));
  }
}

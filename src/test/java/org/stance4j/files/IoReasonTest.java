package org.stance4j.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {
  @TempDir Path folder;

  private static String reason(Executable action) {
    return IoReason.of(assertThrows(IOException.class, action));
  }

  @Test
  void whatTheFileSystemRefusesIsSaidInWords() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals("no such file or folder", reason(() -> Files.readString(folder.resolve("x/y"))));
    assertEquals("a file is in the way", reason(() -> Files.createDirectory(file)));
    assertEquals("a file is in the way", reason(() -> Files.list(file)));
    assertEquals("a file is in the way", reason(() -> WritableFolder.check(file.resolve("a/b"))));
  }

  @Test
  void whatATestCannotProvokeEverywhereIsSaidInWordsToo() {
    assertEquals("not allowed", IoReason.of(new AccessDeniedException("f")));
    assertEquals("not UTF-8", IoReason.of(new MalformedInputException(1)));
    assertEquals("it ends too early", IoReason.of(new EOFException()));
    assertEquals(
        "read-only", IoReason.of(new FileSystemException("f", null, "Read-only file system")));
    assertEquals("no space left", IoReason.of(new IOException("No space left on device")));
    assertEquals(
        "no space left",
        IoReason.of(new FileSystemException("f", null, "No space left on device")));
  }

  @Test
  void whatIsUnknownIsPassedOn() {
    assertEquals("Stale handle", IoReason.of(new FileSystemException("f", null, "Stale handle")));
    assertEquals("the system gives no reason", IoReason.of(new FileSystemException("f")));
    assertEquals("the system gives no reason", IoReason.of(new IOException()));
  }
}

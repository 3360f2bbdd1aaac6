package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir Path folder;

  @Test
  void theTextsOfAFolderComeInTheOrderOfTheirNames() throws IOException {
    Files.writeString(folder.resolve("b.txt"), "second");
    Files.writeString(folder.resolve("a.TXT"), "first");
    Files.writeString(folder.resolve("c.csv"), "no text");
    Files.createDirectory(folder.resolve("d.txt"));
    assertEquals(
        List.of(new TextFile("a.TXT", "first"), new TextFile("b.txt", "second")),
        TextFile.readFolder(folder));
    assertEquals("a.b", new TextFile("a.b.txt", "").stem());
  }

  @Test
  void aTextInAnotherEncodingIsNamed() throws IOException {
    Files.write(folder.resolve("latin.txt"), new byte[] {'a', '\n', (byte) 0xE9, '!'});
    DatasetFormatException fault =
        assertThrows(DatasetFormatException.class, () -> TextFile.readFolder(folder));
    assertEquals("latin.txt", fault.file());
    assertEquals(2, fault.line());
  }
}

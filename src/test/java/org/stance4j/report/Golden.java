package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a kept file; what was rendered instead lies in target/golden. */
final class Golden {
  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    Path written = Path.of("target", "golden", name);
    Files.createDirectories(written.getParent());
    Files.writeString(written, actual);
    try (InputStream kept = Golden.class.getResourceAsStream(name)) {
      String expected = kept == null ? "" : new String(kept.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected, actual, () -> "see " + written + "; keep it if the change is meant");
    }
  }
}

package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;

class ReportFolderTest {
  @TempDir Path folder;

  @Test
  void aReportThatIsNeverWrittenLeavesNoFolder() throws IOException {
    Path out = folder.resolve("new/reports");
    Path data = SampleSentences.csv(folder.resolve("data.csv"), 1);
    Cli.failure(
        "evaluate", "nosuch", "--data", data, "--models", folder.resolve("m"), "--out", out);
    assertEquals(List.of("data.csv"), Cli.tree(folder));
    new ReportFolder(out);
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void aFileInItsPlaceIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(
        file + " is a file, not a folder; choose another with --out",
        assertThrows(IllegalArgumentException.class, () -> new ReportFolder(file)).getMessage());
  }
}

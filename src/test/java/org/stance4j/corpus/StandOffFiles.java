package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stance4j.provenance.Sha256;

/** Writes small documents and their stand-off labels for tests. */
final class StandOffFiles {
  static final String HEADER = "document,start,end,kind,label,holder,sha256";

  private final Path folder;
  private final List<String> rows = new ArrayList<>();

  StandOffFiles(Path folder) {
    this.folder = folder;
    rows.add(HEADER);
  }

  StandOffFiles document(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return this;
  }

  /** A label whose hash is that of the sentence given. */
  StandOffFiles label(String document, int start, int end, String labels, String sentence) {
    rows.add(document + "," + start + "," + end + "," + labels + "," + Sha256.ofText(sentence));
    return this;
  }

  Path labels(String file) throws IOException {
    return Files.writeString(folder.resolve(file), String.join("\n", rows) + "\n");
  }
}

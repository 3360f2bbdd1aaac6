package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stance4j.Dataset;
import org.stance4j.corpus.LabelledCsvReader;

/** Sentences for tests: three stances with words of their own, in groups of five. */
public final class SampleSentences {
  /** Rows of {@link #csv}. */
  public static final int ROWS = 60;

  /** Groups of {@link #csv}. */
  public static final int GROUPS = 12;

  private static final List<String> LABELS = List.of("pro", "anti", "neutral");
  private static final Map<String, List<String>> CLEAR =
      Map.of(
          "pro", List.of("welcome", "stabilising", "beneficial", "praised", "indispensable"),
          "anti", List.of("reckless", "provocative", "harmful", "condemned", "dangerous"),
          "neutral", List.of("scheduled", "attended", "listed", "published", "visited"));
  private static final List<String> FILLERS =
      List.of(
          ("patrol harbour treaty seminar budget island radar minister convoy embassy cable frigate"
                  + " summit liaison office drill strait airfield signal charter pilot archive port"
                  + " bridge panel staff survey depot channel rescue")
              .split(" "));

  private SampleSentences() {}

  /** Rows {@code id,text,label,group}; another seed gives other sentences. */
  public static List<String> rows(long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String label = LABELS.get(i % LABELS.size());
      List<String> words = new ArrayList<>(FILLERS);
      Collections.shuffle(words, random);
      words = new ArrayList<>(words.subList(0, 6));
      List<String> clear = new ArrayList<>(CLEAR.get(label));
      Collections.shuffle(clear, random);
      words.add(1, clear.get(0));
      words.add(4, clear.get(1));
      rows.add("s" + i + "," + String.join(" ", words) + " " + i + "," + label + ",g" + i % GROUPS);
    }
    return rows;
  }

  /** Writes the rows as a labelled CSV. */
  public static Path csv(Path file, long seed) throws IOException {
    return csv(file, rows(seed));
  }

  /** Writes these rows as a labelled CSV. */
  public static Path csv(Path file, List<String> rows) throws IOException {
    return Files.writeString(file, "id,text,label,group\n" + String.join("\n", rows) + "\n");
  }

  /** The rows as a dataset. */
  static Dataset dataset(Path folder, long seed) throws IOException {
    return LabelledCsvReader.standard().read(csv(folder.resolve("sample.csv"), seed));
  }
}

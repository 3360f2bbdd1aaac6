package org.stance4j.behaviour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;

/** A small suite and a model whose failures in it are known. */
public final class Suites {
  /** The columns of a suite without options. */
  public static final String HEADER = "id,capability,kind,text,edit,expected,tolerance\n";

  /** Seven tests of three capabilities; {@link #model} fails a2, b1, c2 and c3. */
  public static final String SMALL =
      HEADER
          + "a1,negation,MFT,Good.,,pro,\n"
          + "a2,negation,MFT,Not bad.,,pro,\n"
          + "b1,typos,INV,Good.,Godo.,same,\n"
          + "b2,typos,INV,Bad.,Bda.,same,\n"
          + "c1,reasons,DIR,Bad.,Good.,changes,\n"
          + "c2,reasons,DIR,Good.,Good indeed.,pro-not-down,0.05\n"
          + "c3,negation,DIR,Good.,Not bad.,anti-not-up,0.1\n";

  private static final Map<String, StanceProbabilities> ANSWERS =
      Map.of(
          "Good.", new StanceProbabilities(0.7, 0.1, 0.2),
          "Good indeed.", new StanceProbabilities(0.6, 0.1, 0.3),
          "Godo.", new StanceProbabilities(0.2, 0.2, 0.6),
          "Bad.", new StanceProbabilities(0.1, 0.8, 0.1),
          "Bda.", new StanceProbabilities(0.2, 0.5, 0.3),
          "Not bad.", new StanceProbabilities(0.3, 0.4, 0.3));

  private Suites() {}

  /** A suite in a file of its own. */
  public static BehaviourSuite read(Path folder, String csv) {
    try {
      return BehaviourSuiteReader.read(Files.writeString(folder.resolve("small.csv"), csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says of each sentence what stands above, and keeps what it was asked. */
  static StanceModel model(List<Sentence> asked) {
    return new StanceModel() {
      @Override
      public List<StanceProbabilities> predict(List<Sentence> sentences) {
        asked.addAll(sentences);
        return sentences.stream().map(sentence -> ANSWERS.get(sentence.text())).toList();
      }

      @Override
      public void close() {}
    };
  }

  /** The run of that model in the small suite. */
  public static BehaviourRun run(Path folder) {
    return BehaviourRun.of("fake@1", model(new ArrayList<>()), read(folder, SMALL));
  }
}

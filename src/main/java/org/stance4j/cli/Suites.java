package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.BehaviourSuite;
import org.stance4j.behaviour.BehaviourSuiteReader;
import org.stance4j.behaviour.BehaviourTest;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.text.TextNormalizer;

/** Reads suites and runs them on models of a store. */
final class Suites {
  private Suites() {}

  /** The suite in a file, or the one that ships. */
  static BehaviourSuite read(@Nullable Path file) throws IOException {
    return file == null ? BehaviourSuiteReader.shipped() : BehaviourSuiteReader.read(file);
  }

  /**
   * Runs a suite.
   *
   * @throws IllegalArgumentException if a test has a target that the model does not know
   */
  static BehaviourRun run(LoadedModel loaded, BehaviourSuite suite) {
    Optional<BehaviourTest> stranger = stranger(loaded, suite);
    if (stranger.isPresent()) {
      String target = stranger.get().text().target();
      throw new IllegalArgumentException(
          "suite "
              + suite.name()
              + ", test "
              + stranger.get().id()
              + ": "
              + (target.isBlank() ? "names no target" : "unknown target '" + target + "'")
              + "; model "
              + loaded.name()
              + " was trained on "
              + String.join(", ", loaded.model().targets())
              + "; give the suite a column 'target' with one of these, or choose another model");
    }
    return BehaviourRun.of(loaded.name(), loaded.model(), suite);
  }

  /** Whether the model was trained on the target of every test, or asks for none. */
  static boolean knows(LoadedModel loaded, BehaviourSuite suite) {
    return stranger(loaded, suite).isEmpty();
  }

  /** The first test whose target the model does not know. */
  private static Optional<BehaviourTest> stranger(LoadedModel loaded, BehaviourSuite suite) {
    Set<String> known = loaded.model().targets();
    return suite.tests().stream()
        .filter(
            test ->
                !known.isEmpty() && !known.contains(TextNormalizer.normalize(test.text().target())))
        .findFirst();
  }
}

package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.stance4j.Example;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvRowReader;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.text.TextNormalizer;

/**
 * Tells before anything is scored whether a model of several targets can score all inputs. Tables
 * are read from end to end, for models that know targets only.
 *
 * @param targets those that the model knows; empty where any will do
 * @param given target of sentences that name none; empty if there is none
 */
public record KnownTargets(Set<String> targets, String given) {
  public KnownTargets {
    targets = Collections.unmodifiableSet(new TreeSet<>(targets));
    given = TextNormalizer.normalize(given);
  }

  /**
   * Checks every target.
   *
   * @throws IllegalArgumentException if the given target is unknown, or articles have none
   * @throws DatasetFormatException if a row of a table has none, or an unknown one
   * @throws IOException if a table cannot be read
   */
  public void check(ClassifyInputs inputs) throws IOException {
    if (targets.isEmpty()) {
      return;
    }
    if (!given.isEmpty() && !targets.contains(given)) {
      throw new IllegalArgumentException(
          "unknown target '" + given + "'; this model was trained on " + listed());
    }
    if (inputs instanceof ClassifyInputs.Tables tables) {
      for (Path file : tables.files()) {
        check(file, tables.textColumn());
      }
    } else if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "articles name no target; this model was trained on "
              + listed()
              + "; give one of these with --target");
    }
  }

  private void check(Path file, String textColumn) throws IOException {
    try (CsvRowReader rows = CsvRowReader.open(file)) {
      CsvHeader named = ClassifyInputs.Tables.named(rows.header(), textColumn);
      if (given.isEmpty()) {
        named.require(
            Example.TARGET, "add one that holds " + listed() + ", or give one with --target");
      }
      while (rows.hasNext()) {
        CsvRow row = rows.next();
        check(new CsvRow(named, row.line(), row.fields()));
      }
    }
  }

  private void check(CsvRow row) {
    String target = TextNormalizer.normalize(row.value(Example.TARGET));
    if (target.isEmpty() && given.isEmpty()) {
      throw row.error(
          Example.TARGET,
          "is blank; this model was trained on "
              + listed()
              + "; fill it in or give one of these with --target");
    }
    if (!target.isEmpty() && !targets.contains(target)) {
      throw row.error(
          Example.TARGET,
          "is a target that this model does not know; it was trained on "
              + listed()
              + "; correct the row or remove it");
    }
  }

  private String listed() {
    return String.join(", ", targets);
  }
}

package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.TinyModel;

/** The nearest training sentences, by an encoder that ships. */
class NeighboursIT {
  @TempDir Path folder;

  @Test
  void theNearestAreThoseThatTheModelLearntFromAndEmbeddingsAreKept() throws IOException {
    Path models = folder.resolve("models");
    TinyModel.publish(models);
    Path training =
        Files.writeString(
            folder.resolve("mine.csv"),
            """
            id,text,label
            1,Critics reject the visit because it brings danger.,anti
            2,Delegates met on Monday for the visit.,neutral
            3,Opponents reject that visit because it brings danger.,pro
            """);
    Object[] arguments = {
      "explain",
      "Opponents reject that visit because it brings danger.",
      "--models",
      models,
      "--training",
      training,
      "--cache",
      folder.resolve("cache")
    };
    Cli first = Cli.done(arguments);
    assertTrue(
        first.out().contains("Nearest of 2 training sentences, by cosine of e5-small-v2-int8, "),
        first.out());
    assertTrue(
        first
            .out()
            .contains("  anti     Critics reject the visit because it brings danger.  [1]\n"),
        first.out());
    assertTrue(
        first.out().indexOf("  [1]") < first.out().indexOf("  [2]"), "the nearest comes first");
    assertEquals(
        "Note: mine holds 2 of the 12 texts that tiny@1 learnt from; neighbours are looked for among"
            + " them.\nEmbedding 2 training sentences, this once; kept in "
            + folder.resolve("cache")
            + ".\n",
        first.err());
    Cli second = Cli.done(arguments);
    assertEquals(first.out(), second.out());
    assertEquals(1, second.err().lines().count(), second.err());
  }
}

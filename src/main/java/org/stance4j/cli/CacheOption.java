package org.stance4j.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that embeds many sentences keeps the embeddings. */
final class CacheOption {
  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where embeddings are kept between runs (default: the user's cache folder).")
  private @Nullable Path cache;

  /** The folder given, or the user's; {@code null} where there is neither. */
  @Nullable Path folder() {
    return cache == null ? Home.embeddingCache() : cache;
  }
}

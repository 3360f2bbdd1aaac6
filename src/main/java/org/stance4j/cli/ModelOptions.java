package org.stance4j.cli;

import java.nio.file.Path;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.ModelLoader;
import org.stance4j.store.ModelStore;
import picocli.CommandLine.Option;

/** Options of every command that reads or writes models. */
final class ModelOptions {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models (default: ${DEFAULT-VALUE}).")
  private Path models = Home.models();

  /** The store in that folder. */
  ModelStore store() {
    return new ModelStore(models.normalize());
  }

  /** A model of the store, without a cache of embeddings on disk. */
  LoadedModel load(String model) {
    return ModelLoader.load(store(), model, null);
  }
}

package org.stance4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderException;
import org.stance4j.encoder.Encoders;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.store.FileEntry;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;
import org.stance4j.store.ModelStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance models}: what the store holds. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists, shows and verifies models; sets the default; makes faster variants.",
    subcommands = {
      ModelsCommand.ListModels.class,
      ModelsCommand.Show.class,
      ModelsCommand.Verify.class,
      ModelsCommand.Default.class,
      ModelsQuantiseCommand.class
    })
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: " + Words.or(spec.subcommands().keySet()));
  }

  /** {@code stance models list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all versions; * marks the default.")
  static final class ListModels implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelOptions models = new ModelOptions();

    @Override
    public Integer call() {
      ModelStore store = models.store();
      PrintWriter out = spec.commandLine().getOut();
      List<ModelRef> refs = store.refs();
      if (refs.isEmpty()) {
        out.println("No models in " + store.root() + "; 'stance train' makes some.");
      }
      Optional<ModelRef> chosen = store.defaultModel();
      int damaged = 0;
      for (ModelRef ref : refs) {
        try {
          row(out, store.manifest(ref), chosen.equals(Optional.of(ref)));
        } catch (ModelStoreException e) {
          damaged++;
          spec.commandLine().getErr().println("stance: " + e.getMessage());
        }
      }
      return damaged == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static void row(PrintWriter out, ModelManifest manifest, boolean chosen) {
      Double heldOut = manifest.metrics().get(ModelManifest.HELD_OUT_MACRO_F1);
      out.printf(
          Locale.ROOT,
          "%s %-24s macro-F1 %.3f %-15s  %-10s %-8s %6d kB%n",
          chosen ? "*" : " ",
          manifest.ref(),
          heldOut == null
              ? manifest.metrics().getOrDefault(ModelManifest.CROSS_VALIDATED_MACRO_F1, Double.NaN)
              : heldOut,
          heldOut == null ? "cross-validated" : "held out",
          manifest.features(),
          manifest.classifier(),
          (manifest.totalBytes() + 999) / 1000);
    }
  }

  /** {@code stance models default}. */
  @Command(
      name = "default",
      mixinStandardHelpOptions = true,
      description = "Sets the model that other commands take unless told.")
  static final class Default implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelOptions models = new ModelOptions();

    @Parameters(paramLabel = "MODEL", description = "NAME for its latest version, or NAME@VERSION.")
    private String model = "";

    @Override
    public Integer call() {
      ModelStore store = models.store();
      ModelRef chosen = store.open(model).manifest().ref();
      store.setDefault(chosen);
      spec.commandLine().getOut().println("Default model: " + chosen);
      return 0;
    }
  }

  /** {@code stance models show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows what a model is made of.")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelOptions models = new ModelOptions();

    @Parameters(
        paramLabel = "MODEL",
        arity = "0..1",
        defaultValue = "default",
        description = "default, NAME, NAME@VERSION or a model folder.")
    private String model = "default";

    @Override
    public Integer call() {
      ModelManifest manifest = models.store().open(model).manifest();
      PrintWriter out = spec.commandLine().getOut();
      out.println(manifest.ref() + "  (" + models.store().resolve(model) + ")");
      row(out, "recipe", manifest.recipe());
      row(out, "features", manifest.features());
      row(out, "classifier", manifest.classifier());
      row(out, "labels", String.join(", ", manifest.labels()));
      row(out, "seed", String.valueOf(manifest.seed()));
      manifest.dataset().forEach((key, value) -> row(out, "data " + key, value));
      manifest.encoder().forEach((key, value) -> row(out, "encoder " + key, value));
      manifest
          .metrics()
          .forEach((key, value) -> row(out, key, String.format(Locale.ROOT, "%.3f", value)));
      manifest.environment().forEach((key, value) -> row(out, "with " + key, value));
      for (Map.Entry<String, FileEntry> file : manifest.files().entrySet()) {
        FileEntry entry = file.getValue();
        row(out, file.getKey(), entry.bytes() + " bytes, SHA-256 " + entry.sha256());
      }
      return 0;
    }

    private static void row(PrintWriter out, String name, String value) {
      out.printf(Locale.ROOT, "  %-28s %s%n", name, value);
    }
  }

  /** {@code stance models verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks every file of a model, or of all models, and the encoder it needs.")
  static final class Verify implements Callable<Integer> {
    private static final String ID = "id";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelOptions models = new ModelOptions();

    @Parameters(
        paramLabel = "MODEL",
        arity = "0..*",
        description = "Models to check; without one, all of the store.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      List<String> wanted =
          names.isEmpty() ? models.store().refs().stream().map(ModelRef::toString).toList() : names;
      PrintWriter out = spec.commandLine().getOut();
      if (wanted.isEmpty()) {
        out.println("No models in " + models.store().root() + "; 'stance train' makes some.");
      }
      int damaged = 0;
      for (String name : wanted) {
        try (LoadedModel loaded = models.load(name)) {
          for (String id : shipped(loaded.manifest().encoder())) {
            Encoders.verify(EncoderCatalog.of(id));
          }
          out.println(loaded.name() + " ok");
        } catch (ModelStoreException | EncoderException e) {
          damaged++;
          spec.commandLine().getErr().println("stance: " + e.getMessage());
        }
      }
      return damaged == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Encoders of the program; files of the user were compared when the model was opened. */
    private static List<String> shipped(Map<String, String> encoder) {
      return encoder.keySet().stream()
          .filter(key -> key.equals(ID) || key.endsWith("." + ID))
          .map(key -> key.substring(0, key.length() - ID.length()))
          .filter(prefix -> !encoder.containsKey(prefix + ModelManifest.ENCODER_FILE))
          .map(prefix -> String.valueOf(encoder.get(prefix + ID)))
          .distinct()
          .toList();
    }
  }
}

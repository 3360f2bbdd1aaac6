package org.stance4j.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.encoder.Encoder;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Encoders;
import org.stance4j.encoder.LocalEncoder;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.provenance.DatasetFingerprint;
import org.stance4j.provenance.EnvironmentInfo;
import org.stance4j.recipe.Recipe;
import org.stance4j.report.DataRow;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.ModelCard;
import org.stance4j.report.ReportRow;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;
import org.stance4j.tensor.SafeTensors;

/**
 * Writes a trained model as the next version of its name.
 *
 * <p>Whatever the same data, recipe and seed determine goes into files of its own; the time of day
 * and the machine go into {@code provenance.json} alone.
 */
final class ModelPublisher {
  /** The recipe's own text. */
  static final String RECIPE_FILE = "recipe.yaml";

  /** Out-of-fold figures. */
  static final String EVALUATION_FILE = "evaluation.json";

  /** The model card. */
  static final String CARD_FILE = "MODEL_CARD.md";

  /** Time and machine. */
  static final String PROVENANCE_FILE = "provenance.json";

  private static final JsonMapper JSON = new JsonMapper();

  private final ModelStore store;
  private final Clock clock;
  private final EnvironmentInfo environment = Libraries.environment();

  ModelPublisher(ModelStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Publishes a model.
   *
   * @param files the model's own files
   * @param labelSets what label sets are made from, of the same cross-validation
   * @param baseline the majority baseline on the same folds, for the card
   * @param reports further files by name; empty but for the best model of a training
   */
  ModelRef publish(
      Recipe recipe,
      Map<String, byte[]> files,
      Dataset training,
      long seed,
      Evaluation crossValidated,
      ConformalCalibration labelSets,
      Evaluation baseline,
      Map<HeldOut, Evaluation> heldOut,
      Map<String, byte[]> reports) {
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.putAll(reports);
    // every version's folder is as deep as the first's, so that the same paths lead to the data
    Path folder = store.root().resolve(recipe.name()).resolve("1");
    all.put(RECIPE_FILE, utf8(recipe.movedTo(folder).yaml()));
    all.put(EVALUATION_FILE, utf8(new JsonRenderer().render(crossValidated)));
    all.put(LabelSetFile.FILE, LabelSetFile.write(labelSets));
    all.put(TextFingerprints.FILE, SafeTensors.write(TextFingerprints.of(training).state()));
    heldOut.forEach(
        (part, evaluation) ->
            all.put(
                "evaluation-" + part.key() + ".json", utf8(new JsonRenderer().render(evaluation))));
    ModelManifest manifest = manifest(recipe, training, seed, crossValidated, heldOut);
    ModelCard card =
        new ModelCard(
            recipe.name(),
            recipe.description(),
            recipe.reads(),
            DataRow.of(training),
            crossValidated,
            baseline,
            heldOut,
            settings(manifest),
            manifest.environment().entrySet().stream()
                .map(library -> new ReportRow(library.getKey(), library.getValue()))
                .toList());
    all.put(CARD_FILE, utf8(card.render()));
    all.put(PROVENANCE_FILE, utf8(provenance().toPrettyString() + "\n"));
    return store.publish(manifest, all);
  }

  private ModelManifest manifest(
      Recipe recipe,
      Dataset training,
      long seed,
      Evaluation crossValidated,
      Map<HeldOut, Evaluation> heldOut) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put(ModelManifest.CROSS_VALIDATED_MACRO_F1, rounded(crossValidated.macroF1()));
    metrics.put("crossValidated.accuracy", rounded(crossValidated.accuracy()));
    for (Stance stance : Stance.values()) {
      metrics.put(
          LoadedModel.PRIOR + stance.label(),
          rounded(crossValidated.probabilities().mean().of(stance)));
    }
    heldOut.forEach(
        (part, evaluation) -> {
          metrics.put(part.key() + ".macroF1", rounded(evaluation.macroF1()));
          metrics.put(part.key() + ".accuracy", rounded(evaluation.accuracy()));
        });
    SortedMap<String, String> data = new TreeMap<>();
    data.put("name", training.name());
    DataRow.of(training)
        .counts()
        .forEach((stance, count) -> data.put(stance.label(), String.valueOf(count)));
    data.put("sentences", String.valueOf(training.size()));
    data.put("groups", String.valueOf(training.groupSizes().size()));
    data.put("sha256", DatasetFingerprint.of(training));
    return new ModelManifest(
        ModelManifest.FORMAT_VERSION,
        recipe.name(),
        1,
        recipe.name(),
        recipe.model().features(),
        recipe.model().classifier(),
        Arrays.stream(Stance.values()).map(Stance::label).toList(),
        encoder(recipe.encoders(), recipe.tokenEncoders()),
        data,
        seed,
        metrics,
        versions(),
        new TreeMap<>());
  }

  /** Versions of all that shapes a model. */
  SortedMap<String, String> versions() {
    SortedMap<String, String> versions = new TreeMap<>(environment.libraries());
    versions.put("stance4j", environment.stance4jVersion());
    versions.put("java", environment.javaVersion());
    return versions;
  }

  /** What the manifest says of these encoders; their names are numbered if there are several. */
  static SortedMap<String, String> encoder(
      List<EncoderSpec> encoders, List<TokenSpec> tokenEncoders) {
    SortedMap<String, String> encoder = new TreeMap<>();
    int number = 0;
    int all = encoders.size() + tokenEncoders.size();
    for (EncoderSpec spec : encoders) {
      String prefix = all == 1 ? "" : ++number + ".";
      Encoder base = EncoderCatalog.of(spec.encoder());
      encoder.putAll(encoder(prefix, base, spec.describe(), Encoders.fingerprint(spec)));
    }
    for (TokenSpec spec : tokenEncoders) {
      String prefix = all == 1 ? "" : ++number + ".";
      encoder.putAll(encoder(prefix, spec.encoder(), spec.describe(), Encoders.fingerprint(spec)));
    }
    return encoder;
  }

  private static Map<String, String> encoder(
      String prefix, Encoder base, String spec, String fingerprint) {
    SortedMap<String, String> encoder = new TreeMap<>();
    encoder.put(prefix + "id", base.id());
    encoder.put(prefix + "sha256", base.graphSha256());
    encoder.put(prefix + "spec", spec);
    encoder.put(prefix + "fingerprint", fingerprint);
    if (base instanceof LocalEncoder files) {
      encoder.put(prefix + ModelManifest.ENCODER_FILE, files.onnxFile().toString());
      encoder.put(prefix + "tokenizerFile", files.tokenizerFile().toString());
      encoder.put(prefix + "tokenizerSha256", files.tokenizerSha256());
    }
    return encoder;
  }

  /** Rows of a card. */
  static List<ReportRow> settings(ModelManifest manifest) {
    return List.of(
        new ReportRow("features", manifest.features()),
        new ReportRow("classifier", manifest.classifier()),
        new ReportRow("encoder", encoders(manifest)),
        new ReportRow("seed", String.valueOf(manifest.seed())),
        new ReportRow("training data SHA-256", String.valueOf(manifest.dataset().get("sha256"))));
  }

  private static String encoders(ModelManifest manifest) {
    String specs =
        manifest.encoder().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("spec"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("; "));
    return specs.isEmpty() ? "none" : specs;
  }

  /** Time and machine. */
  ObjectNode provenance() {
    ObjectNode node = JSON.createObjectNode();
    node.put("created", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    node.put("os", environment.os());
    node.put("arch", environment.arch());
    node.put("cpus", environment.cpus());
    node.put("javaVendor", environment.javaVendor());
    String kernel = System.getenv("OPENBLAS_CORETYPE");
    node.put("openblasKernel", kernel == null ? "chosen by OpenBLAS" : kernel);
    return node;
  }

  /** Six decimals. */
  static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.stance4j.pipeline;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.MajorityClassifier;
import org.stance4j.classifier.dl4j.MlpSettings;
import org.stance4j.classifier.dl4j.MlpTrainer;
import org.stance4j.classifier.tribuo.TribuoKernelTrainer;
import org.stance4j.classifier.tribuo.TribuoLinearTrainer;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.features.NgramSettings;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStoreException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads recipes: those that ship in {@code /recipes}, and YAML files of users. */
public final class Recipes {
  /** The recipe that every other one is measured against. */
  public static final String MAJORITY = "majority";

  /** The model of words alone that every embedding is measured against. */
  public static final String NGRAMS = "ngram-linear";

  /** What {@code stance train} trains if told nothing else, in this order. */
  public static final List<String> DEFAULTS = List.of(NGRAMS, "embedding-svm", "embedding-mlp");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Recipes() {}

  /**
   * A recipe by its name or file.
   *
   * @param nameOrFile a shipped recipe's name, or the path of a YAML file
   * @throws RecipeException if there is no such recipe, or it is not valid
   */
  public static Recipe load(String nameOrFile) {
    if (nameOrFile.equals(MAJORITY) || DEFAULTS.contains(nameOrFile)) {
      return shipped(nameOrFile);
    }
    Path file = file(nameOrFile);
    if (file == null) {
      throw new RecipeException(
          "no recipe '"
              + nameOrFile
              + "'; shipped are "
              + MAJORITY
              + ", "
              + String.join(", ", DEFAULTS)
              + ", or give the path of a YAML file");
    }
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    } catch (MalformedInputException e) {
      throw new RecipeException(file + ": not UTF-8; save the file as UTF-8", e);
    } catch (IOException e) {
      throw new RecipeException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static @Nullable Path file(String name) {
    try {
      Path file = Path.of(name);
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Recipe shipped(String name) {
    String resource = "/recipes/" + name + ".yaml";
    try (InputStream in = Recipes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new RecipeException(
            "resource " + resource + " is missing from the jar; build it again");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The recipe in a YAML text.
   *
   * @param where shown in error messages
   * @throws RecipeException naming key, value and what is allowed
   */
  public static Recipe parse(String yaml, String where) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      RecipeSection root = new RecipeSection(where, tree == null ? YAML.missingNode() : tree);
      RecipeSection features = root.section("features");
      RecipeSection classifier = root.section("classifier");
      String type = classifier.text("type");
      Recipe recipe =
          new Recipe(
              name(root.text("name"), where),
              root.text("description"),
              features(features, where),
              type,
              classifier(type, classifier, where),
              root.integer("folds", 5),
              yaml);
      features.finish();
      classifier.finish();
      root.finish();
      return recipe;
    } catch (JsonProcessingException e) {
      throw notYaml(where, e);
    } catch (IllegalArgumentException | ModelStoreException e) {
      throw new RecipeException(where + ": " + e.getMessage(), e);
    }
  }

  /** SnakeYAML knows the place of a fault; Jackson's own is that of the last good token. */
  private static RecipeException notYaml(String where, JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      Mark mark = marked.getProblemMark();
      return new RecipeException(
          where
              + ", line "
              + (mark.getLine() + 1)
              + ", column "
              + (mark.getColumn() + 1)
              + ": not YAML: "
              + marked.getProblem(),
          e);
    }
    JsonLocation location = e.getLocation();
    return new RecipeException(
        where
            + (location == null ? "" : ", line " + location.getLineNr())
            + ": not YAML: "
            + e.getOriginalMessage().lines().findFirst().orElse(""),
        e);
  }

  /** Also the model's name: what no store takes is refused here, not after the training. */
  private static String name(String name, String where) {
    try {
      ModelRef.requireName(name);
    } catch (ModelStoreException e) {
      throw new RecipeException(where + ": name: " + e.getMessage(), e);
    }
    return name;
  }

  private static FeatureSpec features(RecipeSection section, String where) {
    String type = section.text("type");
    return switch (type) {
      case FeatureSpec.Ngrams.TYPE ->
          new FeatureSpec.Ngrams(
              new NgramSettings(
                  section.integer("wordMax"),
                  section.integer("charMin", 1),
                  section.integer("charMax", 0),
                  section.integer("minDocuments", 1),
                  section.integer("maxFeatures", Integer.MAX_VALUE)));
      case FeatureSpec.Embedding.TYPE -> {
        String encoder = section.text("encoder");
        yield new FeatureSpec.Embedding(
            new EncoderSpec(
                encoder,
                section.integers("layers"),
                pooling(section.text("pooling", Pooling.MEAN.label()), where),
                section.text("prefix", EncoderCatalog.of(encoder).prefix()),
                section.integer("maxTokens", 128)));
      }
      default ->
          throw new RecipeException(
              where
                  + ": features: type must be "
                  + FeatureSpec.Ngrams.TYPE
                  + " or "
                  + FeatureSpec.Embedding.TYPE
                  + ", got '"
                  + type
                  + "'");
    };
  }

  private static Pooling pooling(String label, String where) {
    for (Pooling pooling : Pooling.values()) {
      if (pooling.label().equals(label)) {
        return pooling;
      }
    }
    throw new RecipeException(
        where + ": features: pooling must be mean or cls, got '" + label + "'");
  }

  private static ClassifierTrainer classifier(String type, RecipeSection section, String where) {
    return switch (type) {
      case "majority" -> MajorityClassifier.trainer();
      case "linear" ->
          new TribuoLinearTrainer(section.number("cost"), section.flag("balanced", true));
      case "rbf-svm" ->
          new TribuoKernelTrainer(
              section.number("cost"),
              section.number("gamma"),
              section.flag("balanced", true),
              section.integer("calibrationFolds", 3));
      case "mlp" ->
          new MlpTrainer(
              new MlpSettings(
                  section.integer("hidden"),
                  section.number("dropout"),
                  section.integer("epochs"),
                  section.integer("batch"),
                  section.number("learningRate"),
                  section.number("weightDecay"),
                  section.flag("balanced", true)));
      default ->
          throw new RecipeException(
              where
                  + ": classifier: type must be majority, linear, rbf-svm or mlp, got '"
                  + type
                  + "'");
    };
  }
}

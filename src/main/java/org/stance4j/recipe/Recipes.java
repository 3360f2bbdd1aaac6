package org.stance4j.recipe;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.classifier.CalibrationMethod;
import org.stance4j.corpus.LabelMapping;
import org.stance4j.model.EnsembleTrainer;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStoreException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads recipes: those that ship in {@code /recipes}, and YAML files of users. */
public final class Recipes {
  /** The recipe that every other one is measured against. */
  public static final String MAJORITY = "majority";

  /** The model of words alone that every embedding is measured against. */
  public static final String NGRAMS = "ngram-linear";

  /** The recipes that every training measures its models against. */
  public static final List<String> BASELINES = List.of(MAJORITY, NGRAMS);

  /** What {@code stance train} trains if told nothing else, in this order. */
  public static final List<String> DEFAULTS = List.of(NGRAMS, "embedding-svm", "ensemble");

  /** Every recipe that ships, in the order of listings. */
  public static final List<String> SHIPPED =
      List.of(
          MAJORITY,
          NGRAMS,
          "embedding-linear",
          "embedding-svm",
          "embedding-mlp",
          "embedding-xgboost",
          "token-conv",
          "token-attention",
          "ensemble",
          "per-target",
          "finetune-fast",
          "finetune-best",
          "tuned-ensemble");

  static final String DATA = "data";

  /** The keys that say what is trained. */
  static final List<String> MODEL_KEYS =
      List.of("perTarget", "text", "features", "classifier", "finetune", "ensemble", "calibration");

  static final Key<Integer> FOLDS =
      Key.integer("folds", 2, 50, "folds of the grouped cross-validation").or(5);
  static final Key<Integer> SCORED_FOLDS =
      Key.integer(
          "scoredFolds",
          1,
          50,
          "how many of the folds are scored; fewer take less time and give wider intervals; all"
              + " unless given");
  static final Key<Long> SEED =
      Key.whole("seed", "source of every random choice: the same seed, the same bytes").or(17L);

  static final Key<String> NAME = Key.text("name", "name of the recipe and of its models");
  static final Key<String> DESCRIPTION = Key.text("description", "one line on when to use it");
  private static final Key<Integer> THREADS =
      Key.integer("threads", 0, 1024, "threads side by side; 0 for all; results are the same")
          .or(0);
  private static final Key<Boolean> PER_TARGET =
      Key.flag("perTarget", "one model for each value of the column target, instead of one for all")
          .or(false);

  private static final Key<List<String>> TRAIN =
      Key.texts("train", "files and folders to learn from");
  private static final Key<List<String>> VALIDATION =
      Key.texts("validation", "files whose rows are the validation split").or(List.of());
  private static final Key<List<String>> TEST =
      Key.texts("test", "files whose rows are the test split").or(List.of());
  private static final Key<String> DOCUMENTS =
      Key.anyText("documents", "folder of the texts that stand-off labels point into").or("");
  private static final Key<String> TEXT_COLUMN =
      Key.text("textColumn", "column of the text in CSV files").or("text");
  private static final Key<String> LABEL_COLUMN =
      Key.text("labelColumn", "column of the label in CSV files").or("label");
  private static final Key<List<String>> LABELS =
      Key.texts("labels", "what unusual labels mean, such as yes=pro").or(List.of());

  private static final Key<String> METHOD =
      Key.choice(
              "method",
              Arrays.stream(CalibrationMethod.values()).map(CalibrationMethod::key).toList(),
              "how probabilities are mended on out-of-fold predictions")
          .or("none");
  private static final Key<Integer> CALIBRATION_FOLDS =
      Key.integer("folds", 2, 20, "folds inside the training data that it is fitted on").or(3);
  private static final Key<Boolean> BALANCED =
      Key.flag("balanced", "whether every stance weighs the same in the fit").or(true);

  private static final Key<String> COMBINE =
      Key.choice(
          "combine", List.of("soft-vote", "stacking"), "how the members' answers become one");
  private static final Key<Double> WEIGHT =
      Key.number("weight", 0.001, 1000, "weight of the member in a soft vote").or(1.0);
  private static final Key<Integer> STACKING_FOLDS =
      Key.integer("folds", 2, 20, "folds inside the training data that stacking is fitted on")
          .or(3);

  static final List<Key<?>> ROOT_KEYS =
      List.of(NAME, DESCRIPTION, PER_TARGET, FOLDS, SCORED_FOLDS, SEED, THREADS);
  static final List<Key<?>> DATA_KEYS =
      List.of(TRAIN, VALIDATION, TEST, DOCUMENTS, TEXT_COLUMN, LABEL_COLUMN, LABELS);
  static final List<Key<?>> ENSEMBLE_KEYS = List.of(COMBINE, STACKING_FOLDS, BALANCED);
  static final List<Key<?>> MEMBER_KEYS = List.of(WEIGHT);
  static final List<Key<?>> CALIBRATION_KEYS = List.of(METHOD, CALIBRATION_FOLDS, BALANCED);

  private Recipes() {}

  /**
   * A recipe by its name or file.
   *
   * @param nameOrFile a shipped recipe's name, or the path of a YAML file
   * @throws RecipeException if there is no such recipe, or it is not valid
   */
  public static Recipe load(String nameOrFile) {
    if (SHIPPED.contains(nameOrFile)) {
      return read(shippedText(nameOrFile), nameOrFile, null);
    }
    Path file = file(nameOrFile);
    if (file == null) {
      throw new RecipeException(
          "no recipe '"
              + nameOrFile
              + "'"
              + Section.nearest(nameOrFile, SHIPPED)
                  .map(name -> "; did you mean '" + name + "'? Shipped are ")
                  .orElse("; shipped are ")
              + String.join(", ", SHIPPED)
              + ", or give the path of a YAML file");
    }
    return read(text(file), file.toString(), file.toAbsolutePath().getParent());
  }

  /** The text of a recipe as its author wrote it, comments included. */
  public static String source(String nameOrFile) {
    if (SHIPPED.contains(nameOrFile)) {
      return shippedText(nameOrFile);
    }
    load(nameOrFile);
    return text(Path.of(nameOrFile));
  }

  /**
   * The text of a YAML file.
   *
   * @throws RecipeException if it cannot be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
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

  private static String shippedText(String name) {
    String resource = "/recipes/" + name + ".yaml";
    try (InputStream in = Recipes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new RecipeException(
            "resource " + resource + " is missing from the jar; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The recipe in a YAML text.
   *
   * @param where shown in error messages
   * @throws RecipeException naming line, key, value and what is allowed
   */
  public static Recipe parse(String yaml, String where) {
    return read(yaml, where, null);
  }

  /**
   * The recipe in a YAML text.
   *
   * @param folder that paths in it are relative to; {@code null} for the working folder
   */
  static Recipe read(String yaml, String where, @Nullable Path folder) {
    return read(RecipeText.parse(yaml, where), where, folder);
  }

  /** The recipe at a node of a text. */
  static Recipe read(@Nullable Node node, String where, @Nullable Path folder) {
    Section root = new Section(where, "", node);
    String name = root.get(NAME);
    String description = root.get(DESCRIPTION);
    Optional<DataSpec> data = root.optional(DATA).map(section -> data(section, folder));
    boolean perTarget = root.get(PER_TARGET);
    Section textSection = root.sectionOrEmpty("text");
    TextSpec text = TextSpec.read(textSection);
    ModelSpec model = model(root, text, folder);
    text.checkUsed(textSection, model);
    CalibrationSpec calibration = calibration(root, model);
    Recipe.Parts parts =
        new Recipe.Parts(
            checkedName(root, name),
            description,
            data,
            model,
            text.reads(model),
            perTarget,
            calibration,
            root.get(FOLDS),
            scoredFolds(root),
            root.get(SEED),
            root.get(THREADS));
    root.finish();
    return new Recipe(root.resolved(), folder, parts);
  }

  private static int scoredFolds(Section root) {
    int folds = root.get(FOLDS);
    int scored = root.has(SCORED_FOLDS.name()) ? root.get(SCORED_FOLDS) : folds;
    if (scored > folds) {
      throw root.errorAt(
          SCORED_FOLDS.name(), "scoredFolds: there are " + folds + " folds, got " + scored);
    }
    return scored;
  }

  /** Also the model's name: what no store takes is refused here, not after the training. */
  private static String checkedName(Section root, String name) {
    try {
      ModelRef.requireName(name);
    } catch (ModelStoreException e) {
      throw root.error("name: " + e.getMessage());
    }
    return name;
  }

  private static DataSpec data(Section section, @Nullable Path folder) {
    DataSpec data =
        section.checked(
            () ->
                new DataSpec(
                    paths(section.get(TRAIN), folder),
                    paths(section.get(VALIDATION), folder),
                    paths(section.get(TEST), folder),
                    documents(section.get(DOCUMENTS), folder),
                    section.get(TEXT_COLUMN),
                    section.get(LABEL_COLUMN),
                    labels(section.get(LABELS))));
    section.finish();
    return data;
  }

  private static @Nullable Path documents(String name, @Nullable Path folder) {
    return name.isEmpty() ? null : paths(List.of(name), folder).get(0);
  }

  private static List<Path> paths(List<String> names, @Nullable Path folder) {
    return names.stream().map(name -> path(name, folder)).toList();
  }

  /**
   * A path in a recipe.
   *
   * @param folder that it is relative to; {@code null} for the working folder
   */
  static Path path(String name, @Nullable Path folder) {
    Path base = folder == null ? Path.of("") : folder;
    return base.resolve(name).normalize();
  }

  /** The pairs as they are; what they mean is looked at by who reads the data, and checked here. */
  private static List<String> labels(List<String> pairs) {
    LabelMapping.parse(pairs);
    return pairs;
  }

  /** The values of a data section whose paths are relative to a folder. */
  static Map<String, Object> values(DataSpec data, Path folder) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(TRAIN.name(), names(data.train(), folder));
    values.put(VALIDATION.name(), names(data.validation(), folder));
    values.put(TEST.name(), names(data.test(), folder));
    Path documents = data.documents();
    values.put(DOCUMENTS.name(), documents == null ? "" : names(List.of(documents), folder).get(0));
    values.put(TEXT_COLUMN.name(), data.textColumn());
    values.put(LABEL_COLUMN.name(), data.labelColumn());
    values.put(LABELS.name(), data.labels());
    return values;
  }

  /**
   * The same values with the paths of encoders relative to another folder.
   *
   * @param from folder that they are relative to now; {@code null} for the working folder
   */
  static Map<String, Object> moved(Map<String, Object> values, @Nullable Path from, Path to) {
    Map<String, Object> moved = new LinkedHashMap<>();
    values.forEach((key, value) -> moved.put(key, moved(key, value, from, to)));
    return moved;
  }

  /** Members of ensembles hold the same section as recipes do. */
  private static Object moved(String key, Object value, @Nullable Path from, Path to) {
    if (value instanceof Map<?, ?> section) {
      if (key.equals(ModelSpec.FineTuned.TYPE)) {
        return FineTuneSpec.moved(section, name -> names(List.of(path(name, from)), to).get(0));
      }
      Map<String, Object> inner = new LinkedHashMap<>();
      section.forEach(
          (name, part) ->
              inner.put(String.valueOf(name), moved(String.valueOf(name), part, from, to)));
      return inner;
    }
    return value instanceof List<?> list
        ? list.stream().map(item -> moved("", item, from, to)).toList()
        : value;
  }

  /** The same values with every encoder that learns served in eight bits. */
  static Map<String, Object> inEightBits(Map<?, ?> values) {
    Map<String, Object> others = new LinkedHashMap<>();
    values.forEach((key, value) -> others.put(String.valueOf(key), inEightBits(value)));
    if (others.get(ModelSpec.FineTuned.TYPE) instanceof Map<?, ?> section) {
      Map<String, Object> served = inEightBits(section);
      served.put(FineTuneSpec.EIGHT_BITS.name(), true);
      others.put(ModelSpec.FineTuned.TYPE, served);
    }
    return others;
  }

  private static Object inEightBits(Object value) {
    if (value instanceof Map<?, ?> section) {
      return inEightBits(section);
    }
    return value instanceof List<?> list ? list.stream().map(Recipes::inEightBits).toList() : value;
  }

  /** Relative names with slashes, the folder itself as a dot; on another drive absolute ones. */
  private static List<String> names(List<Path> paths, Path folder) {
    List<String> names = new ArrayList<>();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      Path base = folder.toAbsolutePath().normalize();
      boolean sameDrive = Objects.equals(absolute.getRoot(), base.getRoot());
      String name = (sameDrive ? base.relativize(absolute) : absolute).toString();
      // elsewhere a backslash is part of a name
      String slashed = File.separatorChar == '\\' ? name.replace('\\', '/') : name;
      names.add(slashed.isEmpty() ? "." : slashed);
    }
    return names;
  }

  private static ModelSpec model(Section root, TextSpec text, @Nullable Path folder) {
    Optional<Section> ensemble = root.optional("ensemble");
    if (ensemble.isEmpty()) {
      return member(root, text, folder);
    }
    if (root.has("features") || root.has("classifier") || root.has(ModelSpec.FineTuned.TYPE)) {
      throw root.error(
          "a recipe has either features and classifier, or finetune, or an ensemble of such");
    }
    Section section = ensemble.get();
    boolean vote = section.get(COMBINE).equals("soft-vote");
    List<ModelSpec> members = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    EnsembleTrainer.Combination stack =
        vote ? null : new EnsembleTrainer.Stack(section.get(STACKING_FOLDS), section.get(BALANCED));
    for (Section member : section.sections("members")) {
      if (vote) {
        weights.add(member.get(WEIGHT).floatValue());
      }
      members.add(member(member, text, folder));
      member.finish();
    }
    if (members.size() < 2) {
      throw section.error("an ensemble needs at least two members, got " + members.size());
    }
    section.finish();
    return new ModelSpec.Ensemble(
        members, stack == null ? new EnsembleTrainer.Vote(weights) : stack);
  }

  private static ModelSpec member(Section section, TextSpec text, @Nullable Path folder) {
    Optional<Section> finetune = section.optional(ModelSpec.FineTuned.TYPE);
    if (finetune.isEmpty()) {
      return single(section, text);
    }
    if (section.has("features") || section.has("classifier")) {
      throw section.error("an encoder that learns needs no features and no classifier");
    }
    return FineTuneSpec.read(finetune.get(), text, folder);
  }

  private static ModelSpec.Single single(Section section, TextSpec text) {
    FeatureSpec body = FeatureTypes.read(section, text);
    Section classifier = section.section("classifier");
    ClassifierSpec head = ComponentType.read(ClassifierTypes.ALL, classifier);
    if (!head.takes().contains(body.kind())) {
      throw classifier.errorAt(
          "type",
          head.type()
              + " learns from "
              + head.takes().stream().map(FeatureKind::words).collect(Collectors.joining(" or "))
              + ", but the features are "
              + body.type()
              + "; change one of the two");
    }
    if (head.mixLayers() > 0 && head.mixLayers() != body.layers()) {
      throw classifier.errorAt(
          "mixLayers",
          "a mix of "
              + head.mixLayers()
              + " layers needs one embedding of as many layers and nothing beside it (components,"
              + " previousWeight, nextWeight and targetWeight 0, no poles); change the features, or"
              + " set mixLayers to "
              + (body.layers() == 0 ? "" : body.layers() + " or to ")
              + "0 for no mix");
    }
    return new ModelSpec.Single(body, head);
  }

  private static CalibrationSpec calibration(Section root, ModelSpec model) {
    Section section = root.sectionOrEmpty("calibration");
    CalibrationSpec calibration =
        new CalibrationSpec(
            CalibrationMethod.valueOf(section.get(METHOD).toUpperCase(Locale.ROOT)),
            section.get(CALIBRATION_FOLDS),
            section.get(BALANCED));
    section.finish();
    if (calibration.method() != CalibrationMethod.NONE
        && model instanceof ModelSpec.Ensemble ensemble
        && ensemble.combination() instanceof EnsembleTrainer.Stack) {
      throw section.error(
          "stacking is fitted on out-of-fold probabilities already; set method: none");
    }
    return calibration;
  }
}

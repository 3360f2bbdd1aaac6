package org.stance4j.recipe;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stance4j.classifier.CalibrationMethod;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.PerTargetTrainer;

/**
 * One training run: data, model, calibration, evaluation. Immutable.
 *
 * <p>{@link #yaml()} names every value, also those that its file left out: reading it again gives
 * the same recipe.
 */
public final class Recipe {
  private final Map<String, Object> values;
  private final @Nullable Path folder;
  private final Parts parts;

  /**
   * What the values mean.
   *
   * @param data where the recipe names its data
   * @param model what is trained
   * @param reads what the model reads to judge a sentence, in words
   * @param perTarget whether each target gets a model of its own
   * @param calibration how probabilities are mended
   * @param folds of the grouped cross-validation, at least 2
   * @param scoredFolds how many of them are trained for and scored
   * @param seed source of every random choice
   * @param threads that work side by side; 0 for all processors; results do not depend on it
   */
  record Parts(
      String name,
      String description,
      Optional<DataSpec> data,
      ModelSpec model,
      String reads,
      boolean perTarget,
      CalibrationSpec calibration,
      int folds,
      int scoredFolds,
      long seed,
      int threads) {}

  /**
   * A recipe.
   *
   * @param values as in its text, by key
   * @param folder that the paths in it are relative to; {@code null} for the working folder
   */
  Recipe(Map<String, Object> values, @Nullable Path folder, Parts parts) {
    this.values = values;
    this.folder = folder;
    this.parts = parts;
  }

  /** Its name; also the model's name. */
  public String name() {
    return parts.name();
  }

  /** One line on when to use it. */
  public String description() {
    return parts.description();
  }

  /** The data that it names, if it names any. */
  public Optional<DataSpec> data() {
    return parts.data();
  }

  /** What is trained. */
  public ModelSpec model() {
    return parts.model();
  }

  /** What its model reads to judge a sentence, in words. */
  public String reads() {
    return parts.reads();
  }

  /** Whether each target of the data gets a model of its own. */
  public boolean perTarget() {
    return parts.perTarget();
  }

  /** Whether it trains what another recipe trains, whatever its name, data, folds and seed. */
  public boolean trainsTheSameAs(Recipe other) {
    return Recipes.MODEL_KEYS.stream()
        .allMatch(key -> Objects.equals(values.get(key), other.values.get(key)));
  }

  /** Whether its probabilities are mended after training. */
  public boolean calibrated() {
    return parts.calibration().method() != CalibrationMethod.NONE;
  }

  /** Folds of the grouped cross-validation. */
  public int folds() {
    return parts.folds();
  }

  /** Source of every random choice. */
  public long seed() {
    return parts.seed();
  }

  /** Threads that work side by side; 0 for all processors. Results do not depend on it. */
  public int threads() {
    return parts.threads();
  }

  /** A trainer of its model, given how encoders are opened. */
  public ModelTrainer trainer(EncoderSource encoders) {
    ModelTrainer trainer = parts.calibration().on(parts.model().trainer(encoders));
    return parts.perTarget() ? new PerTargetTrainer(trainer) : trainer;
  }

  /** The recipe as YAML, with every value named. */
  public String yaml() {
    return RecipeText.write(values);
  }

  /** The recipe as YAML in one line, with every value named. */
  public String line() {
    return RecipeText.line(values);
  }

  /** The same recipe under another name. */
  public Recipe named(String name, String description) {
    Map<String, Object> others = replaced(Recipes.NAME.name(), name);
    others.put(Recipes.DESCRIPTION.name(), description);
    return Recipes.read(RecipeText.write(others), name, folder);
  }

  /** How many of the folds are trained for and scored, from the first; all, unless it says so. */
  public int scoredFolds() {
    return parts.scoredFolds();
  }

  /** The same recipe cross-validated on another number of folds. */
  public Recipe withFolds(int number) {
    return with(Recipes.FOLDS.name(), number);
  }

  /** The same recipe with another seed. */
  public Recipe withSeed(long other) {
    return with(Recipes.SEED.name(), other);
  }

  /** The same recipe with other data; their paths are relative to the working folder. */
  public Recipe withData(DataSpec other) {
    Path working = Path.of("");
    Map<String, Object> others = Recipes.moved(values, folder, working);
    others.put(Recipes.DATA, Recipes.values(other, working));
    return Recipes.read(RecipeText.write(others), name(), null);
  }

  /**
   * The same recipe with its trained encoders, also those of its members, served in eight bits.
   *
   * @throws RecipeException if one of them has no graph in eight bits
   */
  public Recipe inEightBits() {
    return Recipes.read(RecipeText.write(Recipes.inEightBits(values)), name(), folder);
  }

  /** The same recipe without the data that it names. */
  public Recipe withoutData() {
    Map<String, Object> others = Recipes.moved(values, folder, Path.of(""));
    others.remove(Recipes.DATA);
    return Recipes.read(RecipeText.write(others), name(), null);
  }

  /** The same recipe with its paths rewritten, to be kept in that folder. */
  public Recipe movedTo(Path other) {
    Map<String, Object> others = Recipes.moved(values, folder, other);
    parts.data().ifPresent(data -> others.put(Recipes.DATA, Recipes.values(data, other)));
    return Recipes.read(RecipeText.write(others), name(), other);
  }

  private Recipe with(String key, Object value) {
    return Recipes.read(RecipeText.write(replaced(key, value)), name(), folder);
  }

  private Map<String, Object> replaced(String key, Object value) {
    Map<String, Object> others = new LinkedHashMap<>(values);
    others.put(key, value);
    return others;
  }

  /** Every encoder that it needs. */
  public List<EncoderSpec> encoders() {
    return parts.model().encoders();
  }

  /** Every token encoder that it needs. */
  public List<TokenSpec> tokenEncoders() {
    return parts.model().tokenEncoders();
  }
}

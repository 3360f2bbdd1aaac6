package org.stance4j.features;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.text.TextNormalizer;

/**
 * What {@link EmbeddingExtractor} makes of a sentence's embedding, and what it puts beside it.
 *
 * <p>Start from {@link #DEFAULTS}, the centred embedding alone, and switch on what is wanted.
 *
 * @param socialMedia whether texts are posts, whose user names are dropped and hashtags split into
 *     words
 * @param centre whether the mean of the training vectors is subtracted
 * @param components number of directions that are kept, those in which the training vectors differ
 *     most; 0 keeps all. Not together with poles, whose similarity is told layer by layer
 * @param previousWeight factor of the previous sentence's embedding, 0 to 100; 0 leaves it out
 * @param nextWeight factor of the next sentence's embedding, 0 to 100; 0 leaves it out
 * @param target the target of sentences that name none; may be empty
 * @param targetPrefix whether every text is encoded as {@code target: TARGET text: TEXT}
 * @param targetWeight factor of the target's embedding and of its product with the sentence's, 0 to
 *     100; 0 leaves both out
 * @param poles texts that state the two sides, such as 'NATO should engage in Asia' and 'NATO
 *     should not engage in Asia', to which a sentence's similarity is measured; none leaves it out
 * @param poleWeight factor of these similarities, above 0 up to 100; of no account without poles
 */
public record EmbeddingSettings(
    boolean socialMedia,
    boolean centre,
    int components,
    double previousWeight,
    double nextWeight,
    String target,
    boolean targetPrefix,
    double targetWeight,
    List<String> poles,
    double poleWeight) {
  /** The centred embedding of the sentence and nothing else. */
  public static final EmbeddingSettings DEFAULTS =
      new EmbeddingSettings(false, true, 0, 0, 0, "", false, 0, List.of(), 1);

  /** Names of the settings in a state. */
  static final Set<String> KEYS =
      Set.of(
          "socialMedia",
          "centre",
          "components",
          "previousWeight",
          "nextWeight",
          "target",
          "targetPrefix",
          "targetWeight",
          "poles",
          "poleWeight");

  public EmbeddingSettings {
    if (components < 0) {
      throw new IllegalArgumentException("components must be at least 0, got " + components);
    }
    if (components > 0 && !poles.isEmpty()) {
      throw new IllegalArgumentException(
          "poles need all directions, but components is " + components + "; set it to 0");
    }
    previousWeight = Weights.check("previousWeight", previousWeight);
    nextWeight = Weights.check("nextWeight", nextWeight);
    target = TextNormalizer.normalize(target);
    targetWeight = Weights.check("targetWeight", targetWeight);
    poles = poles.stream().map(TextNormalizer::normalize).toList();
    if (poles.contains("") || new HashSet<>(poles).size() < poles.size()) {
      throw new IllegalArgumentException("poles must be different texts, none empty, got " + poles);
    }
    poleWeight = Weights.check("poleWeight", poleWeight);
    if (!poles.isEmpty() && poleWeight == 0) {
      throw new IllegalArgumentException(
          "poleWeight must be above 0 where there are poles, got 0; leave the poles out instead");
    }
    if (!target.isEmpty() && !targetPrefix && targetWeight == 0) {
      throw new IllegalArgumentException(
          "target '"
              + target
              + "' is not used; set targetPrefix to true or targetWeight above 0, or leave it out");
    }
  }

  /** These settings for posts or for ordinary text. */
  public EmbeddingSettings withSocialMedia(boolean posts) {
    return changed(copy -> copy.socialMedia = posts);
  }

  /** These settings, centred or not. */
  public EmbeddingSettings withCentre(boolean centred) {
    return changed(copy -> copy.centre = centred);
  }

  /** These settings with another number of directions. */
  public EmbeddingSettings withComponents(int number) {
    return changed(copy -> copy.components = number);
  }

  /** These settings with other factors of the neighbours. */
  public EmbeddingSettings withContext(double previous, double next) {
    return changed(
        copy -> {
          copy.previousWeight = previous;
          copy.nextWeight = next;
        });
  }

  /**
   * These settings with another use of the target.
   *
   * @param text the target of sentences that name none; may be empty
   * @param prefix whether texts are encoded with the target in front
   * @param weight factor of the target's embedding and of the product; 0 leaves both out
   */
  public EmbeddingSettings withTarget(String text, boolean prefix, double weight) {
    return changed(
        copy -> {
          copy.target = text;
          copy.targetPrefix = prefix;
          copy.targetWeight = weight;
        });
  }

  /** These settings with other poles and another factor of the similarities. */
  public EmbeddingSettings withPoles(List<String> texts, double weight) {
    return changed(
        copy -> {
          copy.poles = texts;
          copy.poleWeight = weight;
        });
  }

  private EmbeddingSettings changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.settings();
  }

  /** The same settings, to be changed before they are checked. */
  private static final class Copy {
    private boolean socialMedia;
    private boolean centre;
    private int components;
    private double previousWeight;
    private double nextWeight;
    private String target;
    private boolean targetPrefix;
    private double targetWeight;
    private List<String> poles;
    private double poleWeight;

    Copy(EmbeddingSettings settings) {
      socialMedia = settings.socialMedia;
      centre = settings.centre;
      components = settings.components;
      previousWeight = settings.previousWeight;
      nextWeight = settings.nextWeight;
      target = settings.target;
      targetPrefix = settings.targetPrefix;
      targetWeight = settings.targetWeight;
      poles = settings.poles;
      poleWeight = settings.poleWeight;
    }

    EmbeddingSettings settings() {
      return new EmbeddingSettings(
          socialMedia,
          centre,
          components,
          previousWeight,
          nextWeight,
          target,
          targetPrefix,
          targetWeight,
          poles,
          poleWeight);
    }
  }

  /** Whether the target has a part in the vectors. */
  boolean usesTarget() {
    return targetPrefix || targetWeight > 0;
  }

  /** The settings as text. What is as in the defaults is left out: the form of earlier versions. */
  Map<String, String> text() {
    Map<String, String> text = new TreeMap<>();
    put(text, "socialMedia", socialMedia, DEFAULTS.socialMedia);
    put(text, "centre", centre, DEFAULTS.centre);
    put(text, "components", components, DEFAULTS.components);
    put(text, "previousWeight", previousWeight, DEFAULTS.previousWeight);
    put(text, "nextWeight", nextWeight, DEFAULTS.nextWeight);
    put(text, "target", target, DEFAULTS.target);
    put(text, "targetPrefix", targetPrefix, DEFAULTS.targetPrefix);
    put(text, "targetWeight", targetWeight, DEFAULTS.targetWeight);
    put(text, "poles", String.join("\n", poles), String.join("\n", DEFAULTS.poles));
    put(text, "poleWeight", poleWeight, DEFAULTS.poleWeight);
    return text;
  }

  private static void put(Map<String, String> text, String name, Object value, Object usual) {
    if (!value.equals(usual)) {
      text.put(name, value.toString());
    }
  }

  /** The settings in a state. */
  static EmbeddingSettings of(TensorBundle state) {
    return new EmbeddingSettings(
        StateText.flag(state, "socialMedia", DEFAULTS.socialMedia),
        StateText.flag(state, "centre", DEFAULTS.centre),
        (int) StateText.number(state, "components", DEFAULTS.components),
        StateText.number(state, "previousWeight", DEFAULTS.previousWeight),
        StateText.number(state, "nextWeight", DEFAULTS.nextWeight),
        state.metadata().getOrDefault("target", DEFAULTS.target),
        StateText.flag(state, "targetPrefix", DEFAULTS.targetPrefix),
        StateText.number(state, "targetWeight", DEFAULTS.targetWeight),
        StateText.lines(state, "poles"),
        StateText.number(state, "poleWeight", DEFAULTS.poleWeight));
  }
}

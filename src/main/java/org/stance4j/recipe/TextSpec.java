package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.stance4j.model.SentenceInput;

/**
 * What of a text all features of a model look at, besides the sentence itself.
 *
 * @param target the target of sentences that name none; may be empty
 * @param targetPrefix whether the target is put in front of a sentence before it is embedded
 * @param previousWeight factor of the features of the sentence before; 0 leaves them out
 * @param nextWeight factor of the features of the sentence after; 0 leaves them out
 */
record TextSpec(String target, boolean targetPrefix, double previousWeight, double nextWeight) {
  private static final Key<String> TARGET =
      Key.anyText("target", "what the stance is towards, for sentences whose data do not say")
          .or("");
  private static final Key<Boolean> TARGET_PREFIX =
      Key.flag("targetPrefix", "whether embeddings see the target in front of the sentence")
          .or(false);
  private static final Key<Double> PREVIOUS =
      Key.number("previousWeight", 0, 100, "weight of the sentence before; 0 leaves it out")
          .or(0.0);
  private static final Key<Double> NEXT =
      Key.number("nextWeight", 0, 100, "weight of the sentence after; 0 leaves it out").or(0.0);

  static final List<Key<?>> KEYS = List.of(TARGET, TARGET_PREFIX, PREVIOUS, NEXT);

  static TextSpec read(Section section) {
    TextSpec text =
        new TextSpec(
            section.get(TARGET),
            section.get(TARGET_PREFIX),
            section.get(PREVIOUS),
            section.get(NEXT));
    section.finish();
    return text;
  }

  /** What that model reads to judge a sentence, in words. */
  String reads(ModelSpec model) {
    List<String> reads = new ArrayList<>();
    for (SentenceInput passage : model.passages()) {
      reads.add("consecutive sentences of up to " + passage.passageWords() + " words at once");
    }
    if (!model.bodies().isEmpty()) {
      reads.add(
          previousWeight > 0 || nextWeight > 0
              ? "each sentence with, at less weight, those around it"
              : "each sentence by itself");
    }
    return String.join(", and ", new LinkedHashSet<>(reads));
  }

  /**
   * Refuses weights and a target that no features look at.
   *
   * @param section where it was read
   * @param model that may look at it
   */
  void checkUsed(Section section, ModelSpec model) {
    if (model.bodies().isEmpty() && (previousWeight > 0 || nextWeight > 0)) {
      throw section.errorAt(
          (previousWeight > 0 ? PREVIOUS : NEXT).name(),
          "previousWeight and nextWeight are for features; an encoder that learns reads the"
              + " neighbours itself: set them to 0 and give contextWords");
    }
    if (model.usesTarget()) {
      return;
    }
    if (targetPrefix) {
      throw section.errorAt(
          TARGET_PREFIX.name(),
          "targetPrefix is for features of the type embedding, and there are none; set it to false");
    }
    if (!target.isBlank()) {
      throw section.errorAt(
          TARGET.name(),
          "target '"
              + target.strip()
              + "' is not used; set targetPrefix to true or an embedding's targetWeight above 0, or"
              + " leave it out");
    }
  }
}

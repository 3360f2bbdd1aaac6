package org.stance4j.features;

import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.text.SocialMediaText;
import org.stance4j.text.TextNormalizer;

/**
 * The texts that are encoded for a sentence. Those beside the sentence itself are empty where there
 * is nothing to encode.
 *
 * @param settings whether the target stands in front
 */
record EmbeddingTexts(EmbeddingSettings settings) {
  /** What the sentence itself is encoded as. */
  String own(Sentence sentence) {
    return input(sentence.text(), sentence);
  }

  /** What the previous sentence is encoded as; the target is the sentence's. */
  String previous(Sentence sentence) {
    return settings.previousWeight() > 0 ? input(sentence.previous(), sentence) : "";
  }

  /** What the next sentence is encoded as; the target is the sentence's. */
  String next(Sentence sentence) {
    return settings.nextWeight() > 0 ? input(sentence.next(), sentence) : "";
  }

  /** The target as a text of its own. */
  String targetBlock(Sentence sentence) {
    return settings.targetWeight() > 0 ? target(sentence) : "";
  }

  /** The sentence's own target, else the one of the settings. */
  String target(Sentence sentence) {
    String own = TextNormalizer.normalize(sentence.target());
    return own.isEmpty() ? settings.target() : own;
  }

  private String input(@Nullable String text, Sentence sentence) {
    String normal = text == null ? "" : TextNormalizer.normalize(text);
    if (settings.socialMedia()) {
      normal = SocialMediaText.plain(normal);
    }
    String target = settings.targetPrefix() && !normal.isEmpty() ? target(sentence) : "";
    return target.isEmpty() ? normal : "target: " + target + " text: " + normal;
  }
}

package org.stance4j.agreement;

import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.Stance;

/**
 * What an annotator said of an item.
 *
 * @param stance the label
 * @param holder who holds the stance; {@code null} where not told
 */
public record Judgement(Stance stance, @Nullable Holder holder) {
  /** The label, and the holder in brackets where there is one: {@code pro (author)}. */
  public String label() {
    return stance.label() + (holder == null ? "" : " (" + holder.label() + ")");
  }
}

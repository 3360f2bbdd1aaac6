package org.stance4j.agreement;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;

/**
 * An item and what two annotators said of it.
 *
 * @param id unique within its study
 * @param group items of one group are alike: a document, an argument
 * @param text what was labelled; {@code null} where it is not at hand
 * @param first what the first annotator said; {@code null} where nothing
 * @param second what the second annotator said; {@code null} where nothing
 * @param settled what was agreed upon in the end; {@code null} where nothing is known
 * @param attributes further columns by name, sorted
 */
public record TwiceLabelled(
    String id,
    String group,
    @Nullable String text,
    @Nullable Judgement first,
    @Nullable Judgement second,
    @Nullable Judgement settled,
    SortedMap<String, String> attributes) {
  public TwiceLabelled {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** Whether both annotators gave a label. */
  public boolean complete() {
    return first != null && second != null;
  }

  /** Whether both gave a label, but not the same. */
  public boolean labelsDiffer() {
    return first != null && second != null && first.stance() != second.stance();
  }

  /** Whether both chose the same side, and each said who holds it. */
  public boolean holdersComparable() {
    return sameSide()
        && first != null
        && first.holder() != null
        && second != null
        && second.holder() != null;
  }

  /** Whether both chose the same side, pro or anti. */
  public boolean sameSide() {
    return first != null
        && second != null
        && first.stance() == second.stance()
        && first.stance() != Stance.NEUTRAL;
  }

  /** Whether both chose the same side, but not the same holder. */
  public boolean holdersDiffer() {
    return holdersComparable()
        && first != null
        && second != null
        && first.holder() != second.holder();
  }

  /** The attribute of that name, or the empty string. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }
}

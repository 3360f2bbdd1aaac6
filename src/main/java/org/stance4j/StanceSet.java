package org.stance4j;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stances that a sentence may have, as far as a model can tell: none, one, two or all three.
 *
 * @param stances in declaration order; unmodifiable
 */
public record StanceSet(Set<Stance> stances) {
  public StanceSet {
    Set<Stance> copy = EnumSet.noneOf(Stance.class);
    copy.addAll(stances);
    stances = Collections.unmodifiableSet(copy);
  }

  /** The set of those stances, in any order. */
  public static StanceSet of(Collection<Stance> stances) {
    return new StanceSet(Set.copyOf(stances));
  }

  /** Whether the set holds that stance. */
  public boolean contains(Stance stance) {
    return stances.contains(stance);
  }

  /** Number of stances, from 0 to {@link Stance#COUNT}. */
  public int size() {
    return stances.size();
  }

  /** The one stance of a set of one; empty for every other set. */
  public Optional<Stance> single() {
    return stances.size() == 1 ? stances.stream().findFirst() : Optional.empty();
  }

  /** The names of the stances, in declaration order. */
  public List<String> labels() {
    return stances.stream().map(Stance::label).toList();
  }
}

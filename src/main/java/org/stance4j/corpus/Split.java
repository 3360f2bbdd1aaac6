package org.stance4j.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stance4j.Dataset;
import org.stance4j.Example;

/** The part of a dataset that an example was put into once and for all. */
public enum Split {
  /** To learn from. */
  TRAIN,
  /** To choose settings on. */
  VALIDATION,
  /** To measure with, once. */
  TEST;

  /** Attribute that holds an example's split. */
  public static final String ATTRIBUTE = "split";

  /** The name in files: {@code train}, {@code validation}, {@code test}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The split of that name; {@code training}, {@code dev}, {@code val} and {@code valid} are known
   * too.
   *
   * @throws IllegalArgumentException if there is none; lists those there are
   */
  public static Split of(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> TRAIN;
      case "validation", "valid", "val", "dev" -> VALIDATION;
      case "test" -> TEST;
      default ->
          throw new IllegalArgumentException(
              "'" + label + "' is no split; allowed are train, validation, test");
    };
  }

  /**
   * The split of an example; empty where it has none.
   *
   * @throws IllegalArgumentException if its attribute names no split
   */
  public static Optional<Split> of(Example example) {
    String value = example.attribute(ATTRIBUTE);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(value));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("example " + example.id() + ": " + e.getMessage(), e);
    }
  }

  /** Whether any example of the dataset has a split. */
  public static boolean isSplit(Dataset dataset) {
    return dataset.examples().stream().anyMatch(example -> of(example).isPresent());
  }

  /**
   * The examples of these splits, in order; where the dataset has no splits, an example without one
   * counts as {@link #TRAIN}.
   */
  public static Dataset select(Dataset dataset, Set<Split> splits) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < dataset.size(); row++) {
      if (splits.contains(of(dataset.examples().get(row)).orElse(TRAIN))) {
        rows.add(row);
      }
    }
    return dataset.select(rows);
  }
}

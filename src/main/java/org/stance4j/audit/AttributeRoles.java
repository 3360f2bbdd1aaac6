package org.stance4j.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stance4j.Example;

/**
 * Which attributes come from labelling and which are metadata.
 *
 * <p>An annotation follows from the label, so that it predicts the label and proves nothing: every
 * column whose name starts with one of {@link #PREFIXES}, and those of {@link #NAMES}. All others
 * are metadata, known before anybody labels.
 */
public final class AttributeRoles {
  /** Beginnings of the names of annotations, in lower case. */
  public static final List<String> PREFIXES = List.of("label", "holder");

  /** Further names of annotations. */
  public static final Set<String> NAMES =
      Set.of("leaning", "neutral_kind", "original_label", "change");

  private AttributeRoles() {}

  /** Whether an attribute of that name follows from the label. */
  public static boolean isAnnotation(String attribute) {
    String name = attribute.toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** The metadata among the attributes of some examples. */
  static SortedSet<String> metadata(List<Example> examples) {
    return names(examples, name -> !isAnnotation(name));
  }

  /** The annotations among the attributes of some examples. */
  static SortedSet<String> annotations(List<Example> examples) {
    return names(examples, AttributeRoles::isAnnotation);
  }

  private static SortedSet<String> names(List<Example> examples, Predicate<String> wanted) {
    return examples.stream()
        .flatMap(example -> example.attributes().keySet().stream())
        .filter(wanted)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

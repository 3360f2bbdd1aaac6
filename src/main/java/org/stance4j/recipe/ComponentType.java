package org.stance4j.recipe;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of features or of classifier that a recipe may name.
 *
 * @param <T> what it makes
 * @param name the value of the key {@code type}
 * @param about one line on what it is
 * @param keys every key that it knows besides {@code type}
 * @param maker reads the keys and makes the component
 */
record ComponentType<T>(String name, String about, List<Key<?>> keys, Function<Section, T> maker) {
  ComponentType {
    keys = List.copyOf(keys);
  }

  /** Of these types the one that a section names. */
  static <T> ComponentType<T> of(List<ComponentType<T>> types, Section section) {
    String name =
        section.get(
            Key.choice(
                "type", types.stream().map(ComponentType::name).toList(), "which kind it is"));
    return types.stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
  }

  /** Reads a section that names one of these types; unknown keys are refused. */
  static <T> T read(List<ComponentType<T>> types, Section section) {
    ComponentType<T> type = of(types, section);
    T component = section.checked(() -> type.maker().apply(section));
    section.finish();
    return component;
  }
}

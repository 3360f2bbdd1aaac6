package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a recipe: reads its keys, remembers what every one of them came to, and notices
 * those that nobody asked for.
 */
final class Section {
  private static final int LIKELY_SLIP = 3;

  private final String file;
  private final String path;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Map<String, Object> resolved = new LinkedHashMap<>();

  /**
   * The mapping at a node.
   *
   * @param file shown in messages
   * @param path keys that lead here, such as {@code features}; empty for the whole recipe
   */
  Section(String file, String path, @Nullable Node node) {
    this.file = file;
    this.path = path;
    if (!(node instanceof MappingNode mapping)) {
      throw new RecipeException(
          (node == null ? file : place(file, node))
              + (path.isEmpty() ? "" : ": " + path)
              + " must be a mapping of keys to values");
    }
    this.node = mapping;
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : shown(key);
      if (values.put(name, tuple.getValueNode()) != null) {
        throw error(key, "key '" + name + "' occurs twice; remove one");
      }
      keys.put(name, key);
    }
  }

  /** File, line and column of a node. */
  static String place(String file, Node node) {
    return file
        + ", line "
        + (node.getStartMark().getLine() + 1)
        + ", column "
        + (node.getStartMark().getColumn() + 1);
  }

  private String located(Node at, String message) {
    return place(file, at) + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }

  private RecipeException error(Node at, String message) {
    return new RecipeException(located(at, message));
  }

  /** A fault of the mapping as a whole. */
  RecipeException error(String message) {
    return error(node, message);
  }

  /** A fault of the value of a key; of the mapping as a whole where the key was left out. */
  RecipeException errorAt(String key, String message) {
    return error(values.getOrDefault(key, node), message);
  }

  /** The value of a key, or what holds where it is left out. */
  <T> T get(Key<T> key) {
    asked.add(key.name());
    Node value = values.get(key.name());
    if (value == null) {
      T otherwise = key.otherwise();
      if (otherwise == null) {
        throw missing(key.name(), key.allowed());
      }
      resolved.put(key.name(), otherwise);
      return otherwise;
    }
    T parsed =
        key.parse(value)
            .orElseThrow(
                () ->
                    error(
                        value, key.name() + " must be " + key.allowed() + ", got " + shown(value)));
    resolved.put(key.name(), parsed);
    return parsed;
  }

  private RecipeException missing(String key, String allowed) {
    Map<String, Node> others = new LinkedHashMap<>(keys);
    others.keySet().removeAll(asked);
    String message = "key '" + key + "' is missing; it must be " + allowed;
    for (Map.Entry<String, Node> other : others.entrySet()) {
      if (nearest(key, List.of(other.getKey())).isPresent()) {
        return error(
            other.getValue(), message + ". Is '" + other.getKey() + "' here a slip of the finger?");
      }
    }
    return error(message);
  }

  /** Whether the mapping holds a key. */
  boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  /** A mapping inside this one, which must be there. */
  Section section(String key) {
    if (!has(key)) {
      throw missing(key, "a mapping of keys to values");
    }
    Section section = new Section(file, inside(key), values.get(key));
    resolved.put(key, section.resolved);
    return section;
  }

  /** A mapping inside this one; an empty one where it is left out. */
  Section sectionOrEmpty(String key) {
    if (has(key)) {
      return section(key);
    }
    Section empty =
        new Section(
            file,
            inside(key),
            new MappingNode(
                Tag.MAP,
                true,
                List.of(),
                node.getStartMark(),
                node.getEndMark(),
                DumperOptions.FlowStyle.BLOCK));
    resolved.put(key, empty.resolved);
    return empty;
  }

  /** A mapping inside this one, if it is there. */
  Optional<Section> optional(String key) {
    return has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** Whether the value of a key is a list. */
  boolean isList(String key) {
    return has(key) && values.get(key) instanceof SequenceNode;
  }

  /** Whether the value of a key is a mapping. */
  boolean isMapping(String key) {
    return has(key) && values.get(key) instanceof MappingNode;
  }

  /** The mappings in a list of them. */
  List<Section> sections(String key) {
    if (!(values.get(key) instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw error("key '" + key + "' must be a list of mappings");
    }
    asked.add(key);
    List<Section> sections = new ArrayList<>();
    List<Object> all = new ArrayList<>();
    for (Node item : list.getValue()) {
      Section section = new Section(file, inside(key) + "[" + (sections.size() + 1) + "]", item);
      sections.add(section);
      all.add(section.resolved);
    }
    resolved.put(key, all);
    return sections;
  }

  private String inside(String key) {
    return path.isEmpty() ? key : path + ": " + key;
  }

  /** Runs something that checks values together; what it refuses gets this mapping's place. */
  <T> T checked(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new RecipeException(located(node, String.valueOf(e.getMessage())), e);
    }
  }

  /** Fails if the mapping holds a key that was not read. */
  void finish() {
    for (Map.Entry<String, Node> key : keys.entrySet()) {
      if (!asked.contains(key.getKey())) {
        throw error(
            key.getValue(),
            "unknown key '"
                + key.getKey()
                + "'"
                + nearest(key.getKey(), asked)
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse(";")
                + " Known here are "
                + String.join(", ", asked));
      }
    }
  }

  /** Of the known names the one that a slip of the finger most likely meant, if one is near. */
  static Optional<String> nearest(String given, Iterable<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String best = null;
    int least = LIKELY_SLIP + 1;
    for (String name : known) {
      int far = distance.apply(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (far < least && far < name.length()) {
        least = far;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String shown(Node value) {
    if (value instanceof ScalarNode scalar) {
      String text = scalar.getValue();
      String cut = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      return text.isEmpty() ? "nothing" : "'" + cut + "'";
    }
    return value instanceof SequenceNode list ? "a list of " + list.getValue().size() : "a mapping";
  }

  /** Every value that was read, defaults included, in the order of reading. */
  Map<String, Object> resolved() {
    return resolved;
  }
}

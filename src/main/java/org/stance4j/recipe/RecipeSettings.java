package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a recipe's text sets, as flat keys and values, so that two recipes can be told apart. What
 * the keys mean plays no part: a recipe of an older or newer version can be read too.
 */
public final class RecipeSettings {
  private static final int MOST_SETTINGS = 10_000;
  private static final int DEEPEST = 20;

  private final String where;
  private final Map<String, String> settings = new LinkedHashMap<>();

  private RecipeSettings(String where) {
    this.where = where;
  }

  /**
   * The settings of a text, in its order: {@code features.layers} → {@code [8, 12]}, {@code
   * ensemble.members[2].weight} → {@code 1.0}, members being counted from 1; unmodifiable.
   *
   * @param where shown in messages
   * @throws RecipeException if the text is no YAML, too large or too deep
   */
  public static Map<String, String> of(String yaml, String where) {
    RecipeSettings reading = new RecipeSettings(where);
    reading.add("", RecipeText.parse(yaml, where), 0);
    return Collections.unmodifiableMap(reading.settings);
  }

  private void add(String path, @Nullable Node node, int depth) {
    if (node == null) {
      return;
    }
    if (depth > DEEPEST || settings.size() > MOST_SETTINGS) {
      throw new RecipeException(
          where
              + ": a recipe has at most "
              + MOST_SETTINGS
              + " settings, "
              + DEEPEST
              + " levels deep; this one has more");
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = text(tuple.getKeyNode());
        add(path.isEmpty() ? key : path + "." + key, tuple.getValueNode(), depth + 1);
      }
    } else if (node instanceof SequenceNode list
        && list.getValue().stream().anyMatch(item -> !(item instanceof ScalarNode))) {
      for (int i = 0; i < list.getValue().size(); i++) {
        add(path + "[" + (i + 1) + "]", list.getValue().get(i), depth + 1);
      }
    } else {
      settings.put(path, text(node));
    }
  }

  /** A value, or a list of values, in one line. */
  private static String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isEmpty() ? "(empty)" : scalar.getValue();
    }
    List<String> items = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        items.add(item instanceof ScalarNode scalar ? scalar.getValue() : "…");
      }
    }
    return items.toString();
  }
}

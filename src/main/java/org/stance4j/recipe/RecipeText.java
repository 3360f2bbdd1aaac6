package org.stance4j.recipe;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** YAML text to nodes that know their place, and values back to text. Nothing is constructed. */
final class RecipeText {
  private static final int MOST_CHARACTERS = 200_000;
  private static final int DEEPEST = 20;

  private RecipeText() {}

  /**
   * The node of a text; {@code null} for an empty one.
   *
   * @param where shown in messages
   * @throws RecipeException if it is no YAML or too large
   */
  static @Nullable Node parse(String yaml, String where) {
    try {
      return yaml().compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new RecipeException(
          where
              + (mark == null
                  ? ""
                  : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
              + ": not YAML: "
              + firstLine(e.getProblem()),
          e);
    } catch (YAMLException e) {
      throw new RecipeException(where + ": not YAML: " + firstLine(e.getMessage()), e);
    }
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  /** The same values give the same text: keys in the order of the map, lists in one line. */
  static String write(Map<String, ?> values) {
    StringWriter text = new StringWriter();
    yaml().serialize(node(values, DumperOptions.FlowStyle.BLOCK), text);
    return text.toString();
  }

  /** The same values in one line. */
  static String line(Map<String, ?> values) {
    StringWriter text = new StringWriter();
    yaml().serialize(node(values, DumperOptions.FlowStyle.FLOW), text);
    return text.toString().strip();
  }

  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    loading.setCodePointLimit(MOST_CHARACTERS);
    loading.setNestingDepthLimit(DEEPEST);
    DumperOptions dumping = new DumperOptions();
    dumping.setWidth(Integer.MAX_VALUE);
    dumping.setSplitLines(false);
    dumping.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
    dumping.setLineBreak(DumperOptions.LineBreak.UNIX);
    return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading);
  }

  /**
   * A value as a node.
   *
   * @param style of mappings and of lists of mappings; other lists stand in one line
   */
  private static Node node(Object value, DumperOptions.FlowStyle style) {
    if (value instanceof Map<?, ?> map) {
      List<NodeTuple> tuples = new ArrayList<>();
      map.forEach((key, item) -> tuples.add(new NodeTuple(node(key, style), node(item, style))));
      return new MappingNode(Tag.MAP, tuples, style);
    }
    if (value instanceof List<?> list) {
      boolean ofMappings = list.stream().anyMatch(Map.class::isInstance);
      return new SequenceNode(
          Tag.SEQ,
          list.stream().map(item -> node(item, style)).toList(),
          ofMappings ? style : DumperOptions.FlowStyle.FLOW);
    }
    if (value instanceof String text && text.chars().anyMatch(Character::isISOControl)) {
      // one line for each key
      return new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    }
    return yaml().represent(value);
  }
}

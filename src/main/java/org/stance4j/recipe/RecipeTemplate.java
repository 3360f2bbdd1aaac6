package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A recipe in which <code>{choose: [a, b, c]}</code> stands for a value that is still to be chosen.
 *
 * <p>An option may be any value, also a mapping that holds further choices; those count only where
 * it is taken. Every option is tried with the first of all others when the template is read, so
 * that a fault is told with its line before any training. Immutable.
 */
public final class RecipeTemplate {
  private static final String CHOOSE = "choose";
  private static final int MOST_NODES = 20_000;
  private static final int DEEPEST = 40;

  private final String where;
  private final Node node;
  private final String name;

  /**
   * A recipe drawn from a template.
   *
   * @param choices the option taken, by the keys that lead to it, such as {@code classifier.cost};
   *     unmodifiable
   */
  public record Draw(Recipe recipe, SortedMap<String, String> choices) {
    public Draw {
      choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    }
  }

  private RecipeTemplate(String where, Node node) {
    this.where = where;
    this.node = node;
    List<Map<String, Integer>> trials = new ArrayList<>();
    trials.add(Map.of());
    new Walk(where, trials).visit(node, "", 0, Map.of());
    String first = "";
    for (Map<String, Integer> picks : trials) {
      Node picked =
          resolve(node, "", (path, options) -> picks.getOrDefault(path, 0), new TreeMap<>());
      Recipe recipe = Recipes.read(picked, where, null);
      if (recipe.data().isPresent()) {
        throw new RecipeException(
            Section.place(where, node)
                + ": a template names no data; leave 'data' out and name it with --data");
      }
      first = first.isEmpty() ? recipe.name() : first;
      if (!recipe.name().equals(first)) {
        throw new RecipeException(
            Section.place(where, node)
                + ": the name of a template is no choice; make a template of each");
      }
    }
    this.name = first;
  }

  /**
   * The templates of a text: a YAML list of recipes.
   *
   * @param where shown in error messages
   * @return at least one, with different names
   * @throws RecipeException naming line, key, value and what is allowed
   */
  public static List<RecipeTemplate> parse(String yaml, String where) {
    Node root = RecipeText.parse(yaml, where);
    if (!(root instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw new RecipeException(
          (root == null ? where : Section.place(where, root))
              + ": must be a list of recipes, each beginning with '- name:'");
    }
    List<RecipeTemplate> templates = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node item : list.getValue()) {
      RecipeTemplate template = new RecipeTemplate(where, item);
      if (!names.add(template.name())) {
        throw new RecipeException(
            Section.place(where, item)
                + ": name: '"
                + template.name()
                + "' occurs twice; give every template a name of its own");
      }
      templates.add(template);
    }
    return List.copyOf(templates);
  }

  /** Its name, which the recipes drawn from it share. */
  public String name() {
    return name;
  }

  /** Number of combinations of its values; {@link Long#MAX_VALUE} stands for that many or more. */
  public long size() {
    return size(node);
  }

  /**
   * A recipe with every choice drawn at random, each option being as likely as its neighbours;
   * empty if the values drawn make no valid recipe together.
   */
  public Optional<Draw> draw(RandomGenerator random) {
    SortedMap<String, String> choices = new TreeMap<>();
    Node drawn = resolve(node, "", (path, options) -> random.nextInt(options), choices);
    try {
      return Optional.of(new Draw(Recipes.read(drawn, where, null), choices));
    } catch (RecipeException e) {
      return Optional.empty(); // each value is valid among others, as was seen when it was read
    }
  }

  /** The options of a choice; {@code null} for any other node. */
  private static @Nullable List<Node> options(Node at) {
    return at instanceof MappingNode mapping
            && mapping.getValue().size() == 1
            && isChoose(mapping.getValue().get(0).getKeyNode())
            && mapping.getValue().get(0).getValueNode() instanceof SequenceNode list
        ? list.getValue()
        : null;
  }

  private static boolean isChoose(Node key) {
    return key instanceof ScalarNode scalar && scalar.getValue().equals(CHOOSE);
  }

  private static String inside(String path, Node key) {
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String inside(String path, int item) {
    return path + "[" + (item + 1) + "]";
  }

  private static Node resolve(
      Node at,
      String path,
      BiFunction<String, Integer, Integer> chooser,
      SortedMap<String, String> choices) {
    List<Node> options = options(at);
    if (options != null) {
      Node chosen =
          resolve(options.get(chooser.apply(path, options.size())), path, chooser, choices);
      choices.put(path, shown(chosen));
      return chosen;
    }
    if (at instanceof MappingNode mapping) {
      List<NodeTuple> tuples = new ArrayList<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Node key = tuple.getKeyNode();
        tuples.add(
            new NodeTuple(key, resolve(tuple.getValueNode(), inside(path, key), chooser, choices)));
      }
      return new MappingNode(
          at.getTag(), true, tuples, at.getStartMark(), at.getEndMark(), mapping.getFlowStyle());
    }
    if (at instanceof SequenceNode list) {
      List<Node> items = new ArrayList<>();
      for (Node item : list.getValue()) {
        items.add(resolve(item, inside(path, items.size()), chooser, choices));
      }
      return new SequenceNode(
          at.getTag(), true, items, at.getStartMark(), at.getEndMark(), list.getFlowStyle());
    }
    return at;
  }

  /** A value in a few characters. */
  private static String shown(Node value) {
    if (value instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .map(tuple -> shown(tuple.getKeyNode()) + ": " + shown(tuple.getValueNode()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(RecipeTemplate::shown)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static long size(Node at) {
    List<Node> options = options(at);
    if (options != null) {
      long sum = 0;
      for (Node option : options) {
        long more = size(option);
        sum = sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
      }
      return sum;
    }
    List<Node> children = new ArrayList<>();
    if (at instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> children.add(tuple.getValueNode()));
    } else if (at instanceof SequenceNode list) {
      children.addAll(list.getValue());
    }
    long product = 1;
    for (Node child : children) {
      long more = size(child);
      product = product > Long.MAX_VALUE / more ? Long.MAX_VALUE : product * more;
    }
    return product;
  }

  /** Finds every choice, and refuses what is none and what is too large to be walked. */
  private static final class Walk {
    private final String where;
    private final List<Map<String, Integer>> trials;
    private int nodes;

    /**
     * A walk.
     *
     * @param trials gets, for every option, the choices that lead to a recipe with it
     */
    Walk(String where, List<Map<String, Integer>> trials) {
      this.where = where;
      this.trials = trials;
    }

    /**
     * Visits a node and what is below it.
     *
     * @param above choices that must be taken for the node to count
     */
    void visit(Node at, String path, int depth, Map<String, Integer> above) {
      if (++nodes > MOST_NODES || depth > DEEPEST) {
        throw error(at, path, "the template is too large or contains itself; make it smaller");
      }
      List<Node> options = options(at);
      if (options != null) {
        if (options.isEmpty()) {
          throw error(at, path, "choose has no option; list at least one value");
        }
        choice(options, path, depth, above);
      } else if (at instanceof MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
          Node key = tuple.getKeyNode();
          if (isChoose(key)) {
            throw error(
                key, path, "choose must stand alone with a list of values, as in {choose: [1, 2]}");
          }
          visit(tuple.getValueNode(), inside(path, key), depth + 1, above);
        }
      } else if (at instanceof SequenceNode list) {
        for (int item = 0; item < list.getValue().size(); item++) {
          visit(list.getValue().get(item), inside(path, item), depth + 1, above);
        }
      }
    }

    private void choice(List<Node> options, String path, int depth, Map<String, Integer> above) {
      for (int i = 0; i < options.size(); i++) {
        if (options(options.get(i)) != null) {
          throw error(options.get(i), path, "a choice is an option of a choice; join their lists");
        }
        Map<String, Integer> picks = new LinkedHashMap<>(above);
        picks.put(path, i);
        trials.add(picks);
        visit(options.get(i), path, depth + 1, picks);
      }
    }

    private RecipeException error(Node at, String path, String message) {
      return new RecipeException(
          Section.place(where, at) + ": " + (path.isEmpty() ? "" : path + ": ") + message);
    }
  }
}

package org.stance4j.classifier.tribuo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stance4j.Stance;
import org.stance4j.classifier.TreeEnsembleClassifier;
import org.stance4j.classifier.TreeNodes;

/**
 * Reads the text that XGBoost writes of its trees. The numbers in it have nine digits, enough to
 * tell any two single-precision numbers apart.
 */
final class XGBoostDump {
  // A stance that the data lack scores far below the others, which are near 0: exp(−30) ≈ 1e-13.
  private static final float NEVER = -30;

  private static final Pattern SPLIT =
      Pattern.compile("(\\d+):\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+),missing=(\\d+)");
  private static final Pattern LEAF = Pattern.compile("(\\d+):leaf=(\\S+)");

  private final List<Integer> roots = new ArrayList<>();
  private final List<Integer> features = new ArrayList<>();
  private final List<Float> values = new ArrayList<>();
  private final List<Integer> rights = new ArrayList<>();
  private final List<Boolean> missingLeft = new ArrayList<>();

  private XGBoostDump() {}

  /**
   * A classifier of these trees.
   *
   * @param trees the text of each; they take turns in adding to the stances
   * @param stances those that were learnt, in the order of XGBoost's classes
   * @param dimension length of the vectors
   * @throws IllegalStateException if the text is of another form
   */
  static TreeEnsembleClassifier classifier(String[] trees, List<Stance> stances, int dimension) {
    XGBoostDump dump = new XGBoostDump();
    int[] places = new int[trees.length];
    for (int tree = 0; tree < trees.length; tree++) {
      places[tree] = stances.get(tree % stances.size()).ordinal();
      dump.roots.add(dump.features.size());
      dump.add(0, lines(trees[tree]));
    }
    float[] bases = new float[Stance.COUNT];
    for (Stance stance : Stance.values()) {
      bases[stance.ordinal()] = stances.contains(stance) ? 0 : NEVER;
    }
    return new TreeEnsembleClassifier(dimension, bases, places, dump.nodes());
  }

  /** The lines of a tree by the number of their node. */
  private static Map<Integer, String> lines(String tree) {
    Map<Integer, String> lines = new HashMap<>();
    for (String line : tree.strip().split("\\s*\\n\\s*")) {
      lines.put(Integer.parseInt(line.substring(0, Math.max(0, line.indexOf(':')))), line);
    }
    return lines;
  }

  /** Adds a node and all below it. */
  private void add(int number, Map<Integer, String> lines) {
    String line = lines.getOrDefault(number, "");
    Matcher leaf = LEAF.matcher(line);
    if (leaf.matches()) {
      addNode(TreeNodes.LEAF, leaf.group(2), false);
      return;
    }
    Matcher split = SPLIT.matcher(line);
    if (!split.matches()) {
      throw new IllegalStateException("XGBoost wrote of node " + number + ": '" + line + "'");
    }
    int node = features.size();
    addNode(
        Integer.parseInt(split.group(2)), split.group(3), split.group(6).equals(split.group(4)));
    add(Integer.parseInt(split.group(4)), lines);
    rights.set(node, features.size());
    add(Integer.parseInt(split.group(5)), lines);
  }

  private void addNode(int feature, String value, boolean left) {
    features.add(feature);
    values.add(Float.parseFloat(value));
    rights.add(0);
    missingLeft.add(left);
  }

  private TreeNodes nodes() {
    float[] numbers = new float[values.size()];
    byte[] lefts = new byte[values.size()];
    for (int node = 0; node < numbers.length; node++) {
      numbers[node] = values.get(node);
      lefts[node] = (byte) (missingLeft.get(node) ? 1 : 0);
    }
    return new TreeNodes(ints(roots), ints(features), numbers, ints(rights), lefts);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}

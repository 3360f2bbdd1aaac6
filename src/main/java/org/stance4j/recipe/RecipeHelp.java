package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Explains recipes, from the same declarations that they are read by. */
public final class RecipeHelp {
  private static final int KEY_WIDTH = 18;

  private RecipeHelp() {}

  /**
   * A mapping of a recipe.
   *
   * @param path keys that lead to it; empty for the whole recipe
   * @param type the kind of features or classifier that it is of; empty for what has no kinds or
   *     for all of them
   * @param about what it is
   */
  private record Part(String path, String type, String about, List<Key<?>> keys) {
    Part(String path, String about, List<Key<?>> keys) {
      this(path, "", about, keys);
    }

    static Part of(String path, ComponentType<?> type) {
      return new Part(path, type.name(), "type: " + type.name() + "; " + type.about(), type.keys());
    }
  }

  private static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            "",
            "the whole recipe: these, 'features' and 'classifier' or 'finetune' or an 'ensemble'",
            Recipes.ROOT_KEYS));
    parts.add(
        new Part("data", "may be left out: the shipped dataset, or --data", Recipes.DATA_KEYS));
    parts.add(
        new Part("text", "may be left out: the sentence alone; for all features", TextSpec.KEYS));
    for (ComponentType<Function<TextSpec, FeatureSpec>> type : FeatureTypes.ALL) {
      parts.add(Part.of("features", type));
    }
    parts.add(
        new Part(
            "features",
            "a list of several, side by side; each also has",
            List.of(FeatureTypes.WEIGHT)));
    for (ComponentType<ClassifierSpec> type : ClassifierTypes.ALL) {
      parts.add(Part.of("classifier", type));
    }
    parts.add(
        new Part(
            ModelSpec.FineTuned.TYPE,
            "an encoder that learns, instead of features and classifier",
            FineTuneSpec.KEYS));
    parts.add(
        new Part(
            ModelSpec.FineTuned.TYPE + ": encoder",
            "instead of a name, an encoder in files of yours",
            FineTuneSpec.ENCODER_KEYS));
    parts.add(new Part("ensemble", "several models that answer as one", Recipes.ENSEMBLE_KEYS));
    parts.add(
        new Part(
            "ensemble: members",
            "a list; each has 'features' and 'classifier' or 'finetune', and",
            Recipes.MEMBER_KEYS));
    parts.add(new Part("calibration", "may be left out: none", Recipes.CALIBRATION_KEYS));
    return parts;
  }

  /** Every key with what its value must be, its default and its meaning, as text. */
  public static String reference() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts()) {
      text.append(part.path().isEmpty() ? "" : part.path() + ": ")
          .append(part.about())
          .append('\n');
      for (Key<?> key : part.keys()) {
        Object otherwise = key.otherwise();
        text.append(
            String.format(
                Locale.ROOT,
                "  %-" + KEY_WIDTH + "s %s%n  %-" + KEY_WIDTH + "s %s; %s%n",
                key.name(),
                key.about(),
                "",
                key.allowed(),
                otherwise == null ? "must be given" : "default " + shown(otherwise)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String shown(Object value) {
    return value instanceof String text && text.isEmpty() ? "empty" : String.valueOf(value);
  }

  /** What each key means, by {@code path/type/key}. */
  private static Map<String, String> explanations() {
    Map<String, String> about = new HashMap<>();
    for (Part part : parts()) {
      for (Key<?> key : part.keys()) {
        about.put(place(part.path(), part.type(), key.name()), key.about());
      }
    }
    return about;
  }

  /** A recipe's text with every value named and explained by a comment. */
  public static String commented(Recipe recipe) {
    Map<String, String> about = explanations();
    // by depth of indentation: the keys that lead to the line, and the kinds that were named there
    SortedMap<Integer, String> path = new TreeMap<>();
    SortedMap<Integer, String> types = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    for (String line : recipe.yaml().lines().toList()) {
      String entry = line.strip().replaceFirst("^- ", "");
      int depth = line.length() - entry.length();
      boolean begins = entry.length() < line.strip().length();
      path.tailMap(depth).clear();
      types.tailMap(begins ? depth : depth + 1).clear();
      int colon = entry.indexOf(':');
      String key = colon < 0 ? "" : entry.substring(0, colon);
      if (key.equals("type")) {
        types.put(depth, entry.substring(colon + 1).strip());
      }
      String at = place(path);
      String ofKind = about.get(place(at, types.getOrDefault(depth, ""), key));
      String note = ofKind == null ? about.get(place(at, "", key)) : ofKind;
      text.append(line).append(note == null ? "" : "  # " + note).append('\n');
      path.put(depth, key);
    }
    return text.toString();
  }

  private static String place(String path, String type, String key) {
    return path + "/" + type + "/" + key;
  }

  /** Members of an ensemble hold features and classifiers as a recipe does. */
  private static String place(SortedMap<Integer, String> path) {
    String place = String.join(": ", path.values());
    String members = "ensemble: members: ";
    return place.startsWith(members) ? place.substring(members.length()) : place;
  }
}

package org.stance4j.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the keys of one mapping of a recipe and notices those that nobody asked for. */
final class RecipeSection {
  private final String where;
  private final JsonNode node;
  private final Set<String> asked = new TreeSet<>();

  RecipeSection(String where, JsonNode node) {
    if (!node.isObject()) {
      throw new RecipeException(where + " must be a mapping of keys to values");
    }
    this.where = where;
    this.node = node;
  }

  RecipeSection section(String key) {
    return new RecipeSection(where + ": " + key, required(key));
  }

  String text(String key) {
    JsonNode value = required(key);
    if (!value.isTextual()) {
      throw wrong(key, value, "a text; put it in quotes if it looks like something else");
    }
    return value.textValue();
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  int integer(String key) {
    JsonNode value = required(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(key, value, "a whole number");
    }
    return value.intValue();
  }

  int integer(String key, int otherwise) {
    return has(key) ? integer(key) : otherwise;
  }

  double number(String key) {
    JsonNode value = required(key);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(key, value, "a number");
    }
    return value.doubleValue();
  }

  boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonNode value = required(key);
    if (!value.isBoolean()) {
      throw wrong(key, value, "true or false");
    }
    return value.booleanValue();
  }

  List<Integer> integers(String key) {
    JsonNode value = required(key);
    if (!value.isArray()) {
      throw wrong(key, value, "a list of whole numbers");
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isIntegralNumber() || !item.canConvertToInt()) {
        throw wrong(key, value, "a list of whole numbers");
      }
      numbers.add(item.intValue());
    }
    return numbers;
  }

  RecipeException wrong(String key, JsonNode value, String allowed) {
    return new RecipeException(where + ": " + key + " must be " + allowed + ", got " + value);
  }

  /** Fails if the mapping holds a key that was not read. */
  void finish() {
    for (String key : (Iterable<String>) node::fieldNames) {
      if (!asked.contains(key)) {
        throw new RecipeException(where + ": unknown key '" + key + "'; known here are " + asked);
      }
    }
  }

  private boolean has(String key) {
    asked.add(key);
    return node.has(key);
  }

  private JsonNode required(String key) {
    if (!has(key)) {
      throw new RecipeException(where + ": key '" + key + "' is missing");
    }
    return node.get(key);
  }
}

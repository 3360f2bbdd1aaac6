package org.stance4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks JSON against a schema of the resources. Knows the words of JSON Schema 2020-12 that those
 * use, and refuses any other, so that none is passed over.
 */
final class JsonSchema {
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "const",
          "minimum",
          "maximum");

  private final Map<String, JsonNode> files = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  /** What does not fit, each with its path; empty where everything does. */
  static List<String> faults(String file, JsonNode value) {
    JsonSchema schema = new JsonSchema();
    schema.check(value, schema.file(file), file, "");
    return schema.faults;
  }

  private void check(JsonNode value, JsonNode schema, String file, String path) {
    schema
        .fieldNames()
        .forEachRemaining(
            word -> {
              if (!KNOWN.contains(word)) {
                throw new IllegalArgumentException("unknown word in a schema: " + word);
              }
            });
    if (schema.has("$ref")) {
      String[] reference = schema.get("$ref").asText().split("#");
      String target = reference[0].isEmpty() ? file : reference[0];
      JsonNode definition = file(target).at(reference[1]);
      expect(!definition.isMissingNode(), path, "defined " + schema.get("$ref"));
      check(value, definition, target, path);
    }
    if (schema.has("const")) {
      expect(schema.get("const").equals(value), path, "is " + schema.get("const"));
    }
    if (schema.has("enum")) {
      boolean found = false;
      for (JsonNode allowed : schema.get("enum")) {
        found |= allowed.equals(value);
      }
      expect(found, path, "is one of " + schema.get("enum"));
    }
    if (schema.has("minimum")) {
      expect(value.asDouble() >= schema.get("minimum").asDouble(), path, "is large enough");
    }
    if (schema.has("maximum")) {
      expect(value.asDouble() <= schema.get("maximum").asDouble(), path, "is small enough");
    }
    if (schema.has("type")) {
      type(value, schema, file, path);
    }
  }

  private void type(JsonNode value, JsonNode schema, String file, String path) {
    String type = schema.get("type").asText();
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          default -> throw new IllegalArgumentException("unknown type in a schema: " + type);
        };
    expect(fits, path, "is of type " + type);
    if (type.equals("array")) {
      for (int i = 0; i < value.size(); i++) {
        check(value.get(i), schema.get("items"), file, path + "/" + i);
      }
    } else if (type.equals("object")) {
      for (JsonNode key : schema.path("required")) {
        expect(value.has(key.asText()), path, "has the key " + key);
      }
      value
          .fieldNames()
          .forEachRemaining(
              key -> {
                JsonNode own = schema.path("properties").get(key);
                JsonNode other = schema.get("additionalProperties");
                expect(own != null || other.isObject(), path, "has no key " + key);
                if (own != null || other.isObject()) {
                  check(value.get(key), own == null ? other : own, file, path + "/" + key);
                }
              });
    }
  }

  private void expect(boolean fits, String path, String what) {
    if (!fits) {
      faults.add("expected that " + (path.isEmpty() ? "the file" : path) + " " + what);
    }
  }

  private JsonNode file(String name) {
    return files.computeIfAbsent(
        name,
        missing -> {
          try (InputStream in = JsonSchema.class.getResourceAsStream("/schemas/" + missing)) {
            return new ObjectMapper().readTree(in);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }
}

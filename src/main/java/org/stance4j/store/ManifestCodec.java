package org.stance4j.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@link ModelManifest} as JSON, with stable key order. */
final class ManifestCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private ManifestCodec() {}

  static byte[] write(ModelManifest manifest) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return (JSON.writer(printer).writeValueAsString(manifest) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest of texts and numbers is JSON", e);
    }
  }

  /**
   * The manifest in a file.
   *
   * @throws ModelStoreException if it is not one, or newer than this code
   */
  static ModelManifest read(byte[] json, String where) {
    try {
      JsonNode tree = JSON.readTree(json);
      int format = tree.path("formatVersion").asInt(0);
      if (format < 1) {
        throw new ModelStoreException(
            where + ": no formatVersion; this is not a stance4j manifest");
      }
      if (format > ModelManifest.FORMAT_VERSION) {
        throw new ModelStoreException(
            where
                + ": formatVersion "
                + format
                + " is newer than "
                + ModelManifest.FORMAT_VERSION
                + ", the newest this stance4j reads; upgrade stance4j");
      }
      return JSON.treeToValue(tree, ModelManifest.class);
    } catch (JsonProcessingException e) {
      throw new ModelStoreException(
          where
              + ": damaged manifest: "
              + e.getOriginalMessage()
              + "; restore the folder or train it again",
          e);
    } catch (IOException e) {
      throw new ModelStoreException(where + ": cannot be read: " + e.getMessage(), e);
    }
  }
}

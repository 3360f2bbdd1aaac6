package org.stance4j.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestCodecTest {
  private static final ModelManifest MANIFEST =
      new ModelManifest(
          1,
          "embedding-svm",
          3,
          "embedding-svm",
          "embedding",
          "rbf-svm",
          List.of("pro", "anti", "neutral"),
          new TreeMap<>(Map.of("id", "e5-small-v2-int8", "layers", "8+12")),
          new TreeMap<>(Map.of("name", "toy", "rows", "1078")),
          Long.MIN_VALUE,
          new TreeMap<>(Map.of("macroF1", 0.1 + 0.2, "accuracy", 1e-7)),
          new TreeMap<>(Map.of("os", "Linux \"ü\" 6")),
          new TreeMap<>(Map.of("recipe.yaml", new FileEntry(5_000_000_000L, "ab".repeat(32)))));

  /** Kept by hand: a change of this text is a change of the format. */
  private static final String GOLDEN =
      """
      {
        "formatVersion" : 1,
        "name" : "embedding-svm",
        "version" : 3,
        "recipe" : "embedding-svm",
        "features" : "embedding",
        "classifier" : "rbf-svm",
        "labels" : [
          "pro",
          "anti",
          "neutral"
        ],
        "encoder" : {
          "id" : "e5-small-v2-int8",
          "layers" : "8+12"
        },
        "dataset" : {
          "name" : "toy",
          "rows" : "1078"
        },
        "seed" : -9223372036854775808,
        "metrics" : {
          "accuracy" : 1.0E-7,
          "macroF1" : 0.30000000000000004
        },
        "environment" : {
          "os" : "Linux \\"ü\\" 6"
        },
        "files" : {
          "recipe.yaml" : {
            "bytes" : 5000000000,
            "sha256" : "abababababababababababababababababababababababababababababababab"
          }
        }
      }
      """;

  @Test
  void aManifestIsWrittenAsItHasAlwaysBeen() {
    assertEquals(GOLDEN, new String(ManifestCodec.write(MANIFEST), StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(MANIFEST, ManifestCodec.read(ManifestCodec.write(MANIFEST), "m"));
    assertEquals(
        MANIFEST, read(GOLDEN.replaceAll("\\s+(?![^\"]*\"[^\"]*(?:\"[^\"]*\"[^\"]*)*$)", " ")));
  }

  private static ModelManifest read(String json) {
    return ManifestCodec.read(json.getBytes(StandardCharsets.UTF_8), "m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "formatVersion" : 1|"formatVersion" : 2|m: formatVersion 2 is newer than 1, the newest this stance4j reads; upgrade stance4j
          "formatVersion" : 1|"formatVersion" : 0|m: no formatVersion; this is not a stance4j manifest
          "formatVersion" : 1|"format" : 1|m: no formatVersion; this is not a stance4j manifest
          "seed" :|"salt" :|m: damaged manifest:
          "version" : 3|"version" : null|m: damaged manifest:
          "version" : 3|"version" : "three"|m: damaged manifest:
          "version" : 3|"version" : 99999999999|m: damaged manifest:
          "recipe" : "embedding-svm",||m: damaged manifest:
          "pro",|null,|m: damaged manifest:
          "accuracy" : 1.0E-7|"accuracy" : null|m: damaged manifest:
          "bytes" : 5000000000,||m: damaged manifest:
          "name" : "toy"|"name" : null|m: damaged manifest:
          "version" : 3|"version" : 3, "version" : 4|m: damaged manifest: Duplicate field 'version'
          """)
  void faultyManifestsAreRefusedWithTheReason(String good, String bad, String message) {
    String faulty = GOLDEN.replace(good, bad == null ? "" : bad);
    String actual = assertThrows(ModelStoreException.class, () -> read(faulty)).getMessage();
    assertTrue(actual.startsWith(message), actual);
  }

  @Test
  void whatIsNoJsonOrNoObjectIsRefused() {
    for (String text : List.of("", "   ", "[]", "null", "7")) {
      assertEquals(
          "m: no formatVersion; this is not a stance4j manifest",
          assertThrows(ModelStoreException.class, () -> read(text)).getMessage());
    }
    String nested = "{\"formatVersion\":" + "[".repeat(5000);
    for (String text : List.of("{", "name: x", GOLDEN + "x", GOLDEN.substring(0, 300), nested)) {
      String message = assertThrows(ModelStoreException.class, () -> read(text)).getMessage();
      assertTrue(message.startsWith("m: damaged manifest: "), message);
    }
  }

  @Test
  void aFileEntryThatIsNullIsRefused() {
    String faulty = GOLDEN.replaceAll("(?s)\"recipe.yaml\" : \\{.*?\\}", "\"recipe.yaml\" : null");
    String message = assertThrows(ModelStoreException.class, () -> read(faulty)).getMessage();
    assertTrue(message.startsWith("m: damaged manifest: "), message);
  }
}

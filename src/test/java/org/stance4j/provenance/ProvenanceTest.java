package org.stance4j.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.Sentence;
import org.stance4j.Stance;

class ProvenanceTest {
  /** The example of FIPS 180-4. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void theHashOfAbcIsThatOfTheStandard() {
    assertEquals(ABC, Sha256.ofText("abc"));
    assertEquals(ABC, Sha256.ofBytes(new byte[] {'a', 'b', 'c'}));
  }

  @Test
  void onlySixtyFourLowerCaseDigitsAreAHash() {
    assertTrue(Sha256.isHash(ABC));
    assertFalse(Sha256.isHash(ABC.substring(1)));
    assertFalse(Sha256.isHash("B" + ABC.substring(1)));
    assertFalse(Sha256.isHash("g" + ABC.substring(1)));
  }

  @Test
  void theFingerprintIsThatOfAnIndependentComputation() {
    // Python: sha256 over struct.pack('>I', len(b)) + b for each field
    assertEquals(
        "c36da6a5976cffec85ecd35a13ebe3587b564ae7afe4cf31673fbe07c96df529",
        DatasetFingerprint.of(new Dataset("d", List.of(first("g"), second()))));
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        DatasetFingerprint.of(new Dataset("empty", List.of())));
  }

  @Test
  void orderAndGroupChangeTheFingerprintAndTheNameDoesNot() {
    String fingerprint = DatasetFingerprint.of(new Dataset("d", List.of(first("g"), second())));
    assertEquals(
        fingerprint, DatasetFingerprint.of(new Dataset("e", List.of(first("g"), second()))));
    assertNotEquals(
        fingerprint, DatasetFingerprint.of(new Dataset("d", List.of(second(), first("g")))));
    assertNotEquals(
        fingerprint, DatasetFingerprint.of(new Dataset("d", List.of(first("h"), second()))));
  }

  @Test
  void movingALetterToTheNextFieldChangesTheFingerprint() {
    Dataset one = new Dataset("d", List.of(example("ab", "c")));
    Dataset other = new Dataset("d", List.of(example("a", "bc")));
    assertNotEquals(DatasetFingerprint.of(one), DatasetFingerprint.of(other));
  }

  @Test
  void theEnvironmentNamesThisJvmAndTheCallersLibraries() {
    EnvironmentInfo info = EnvironmentInfo.current(Map.of("zeta", "2", "alpha", "1"));
    assertEquals(System.getProperty("java.version"), info.javaVersion());
    assertEquals(System.getProperty("java.vendor"), info.javaVendor());
    assertEquals(System.getProperty("os.arch"), info.arch());
    assertEquals(System.getProperty("os.name"), info.os());
    assertEquals(Runtime.getRuntime().availableProcessors(), info.cpus());
    assertEquals("{alpha=1, zeta=2}", info.libraries().toString());
    assertEquals(Map.of(), EnvironmentInfo.current().libraries());
  }

  @Test
  void classesOutsideAJarAreTheDevelopmentVersion() {
    assertEquals("dev", EnvironmentInfo.current().stance4jVersion());
  }

  @Test
  void anEnvironmentWithoutAProcessorIsRefused() {
    SortedMap<String, String> none = new TreeMap<>();
    assertEquals(
        "cpus must be at least 1, got 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new EnvironmentInfo("1", "17", "v", "os", "arch", 0, none))
            .getMessage());
  }

  private static Example first(String group) {
    return new Example(
        "a", Sentence.alone("a", "Wörter 😀"), Stance.PRO, Holder.AUTHOR, group, new TreeMap<>());
  }

  private static Example second() {
    return new Example("b", Sentence.alone("b", "x"), Stance.NEUTRAL, null, "g", new TreeMap<>());
  }

  private static Example example(String id, String text) {
    return new Example(id, Sentence.alone(id, text), Stance.NEUTRAL, null, "g", new TreeMap<>());
  }
}

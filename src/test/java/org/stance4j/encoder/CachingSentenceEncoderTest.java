package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingSentenceEncoderTest {
  @TempDir Path folder;

  private final List<String> encoded = new ArrayList<>();
  private int opened;
  private int closed;

  /** Two numbers per text: its length and its first letter. */
  private final class Fake implements SentenceEncoder {
    Fake() {
      opened++;
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public String fingerprint() {
      return "f";
    }

    @Override
    public float[][] encode(List<String> texts) {
      encoded.addAll(texts);
      return texts.stream()
          .map(text -> new float[] {text.length(), text.isEmpty() ? -0f : text.charAt(0) / 3f})
          .toArray(float[][]::new);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private CachingSentenceEncoder encoder(Path cache) {
    return new CachingSentenceEncoder(2, "f", Fake::new, new EmbeddingCache(cache, "f", 2));
  }

  private Path file() {
    return folder.resolve("f.vectors");
  }

  @Test
  void theSecondRunReadsFromTheDiskAndOpensNothing() {
    float[][] first;
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      first = encoder.encode(List.of("anchor", "", "fleet"));
    }
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      assertArrayEquals(
          new float[][] {first[2], first[0], first[1]},
          encoder.encode(List.of("fleet", "anchor", "")));
    }
    assertEquals(List.of("anchor", "", "fleet"), encoded);
    assertEquals(1, opened);
    assertEquals(1, closed);
  }

  @Test
  void textsGetTheirOwnVectorsWhateverTheOrder() {
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      float[][] vectors = encoder.encode(List.of("bb", "a", "bb", "ccc"));
      assertArrayEquals(new float[] {2, 'b' / 3f}, vectors[0]);
      assertArrayEquals(new float[] {1, 'a' / 3f}, vectors[1]);
      assertArrayEquals(vectors[0], vectors[2]);
      assertArrayEquals(new float[] {3, 'c' / 3f}, vectors[3]);
    }
    assertEquals(List.of("bb", "a", "ccc"), encoded);
  }

  @Test
  void onlyNewTextsAreEncoded() {
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      encoder.encode(List.of("a", "b"));
      encoder.encode(List.of("b", "c"));
    }
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      encoder.encode(List.of("a", "b", "c", "d"));
    }
    assertEquals(List.of("a", "b", "c", "d"), encoded);
  }

  @Test
  void aCallerThatWritesToAVectorSpoilsNothing() {
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      encoder.encode(List.of("a"))[0][0] = 99;
      assertEquals(1, encoder.encode(List.of("a"))[0][0]);
    }
  }

  @Test
  void closingTwiceClosesOnceAndAClosedEncoderRefuses() {
    CachingSentenceEncoder encoder = encoder(folder);
    encoder.close();
    assertEquals(0, closed);
    CachingSentenceEncoder used = encoder(folder);
    used.encode(List.of("a"));
    used.close();
    used.close();
    assertEquals(1, closed);
    assertThrows(IllegalStateException.class, () -> used.encode(List.of("a")));
    assertEquals(1, opened);
  }

  @Test
  void aFileCutAnywhereCountsAsEmptyAndIsWrittenAnew() throws IOException {
    float[][] expected;
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      expected = encoder.encode(List.of("a", "bb"));
    }
    byte[] whole = Files.readAllBytes(file());
    assertEquals(12 + 2 * (64 + 8) + 8, whole.length);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      encoded.clear();
      try (CachingSentenceEncoder encoder = encoder(folder)) {
        assertArrayEquals(expected, encoder.encode(List.of("a", "bb")));
      }
      assertEquals(List.of("a", "bb"), encoded, "length " + length);
      assertArrayEquals(whole, Files.readAllBytes(file()));
    }
  }

  @Test
  void aFlippedBitAnywhereCountsAsEmpty() throws IOException {
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      encoder.encode(List.of("a", "bb"));
    }
    byte[] whole = Files.readAllBytes(file());
    for (int place = 0; place < whole.length; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 1;
      Files.write(file(), damaged);
      assertTrue(new EmbeddingCache(folder, "f", 2).read().isEmpty(), "byte " + place);
    }
    Files.write(file(), whole);
    assertEquals(2, new EmbeddingCache(folder, "f", 2).read().size());
  }

  @Test
  void vectorsOfAnotherLengthCountAsNone() {
    try (CachingSentenceEncoder encoder = encoder(folder)) {
      encoder.encode(List.of("a"));
    }
    assertTrue(new EmbeddingCache(folder, "f", 3).read().isEmpty());
    assertTrue(new EmbeddingCache(folder, "other", 2).read().isEmpty());
  }

  @Test
  void writingLeavesNoTemporaryFile() throws IOException {
    try (CachingSentenceEncoder encoder = encoder(folder.resolve("new/folder"))) {
      encoder.encode(List.of("a"));
      encoder.encode(List.of("b"));
    }
    try (Stream<Path> files = Files.list(folder.resolve("new/folder"))) {
      assertEquals(List.of("f.vectors"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    try (CachingSentenceEncoder encoder = encoder(file.resolve("cache"))) {
      String message =
          assertThrows(EncoderException.class, () -> encoder.encode(List.of("a"))).getMessage();
      assertTrue(message.contains("taken"), message);
      assertTrue(message.contains("cannot be written"), message);
    }
  }
}

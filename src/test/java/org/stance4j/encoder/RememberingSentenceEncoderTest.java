package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberingSentenceEncoderTest {
  private final List<String> asked = new ArrayList<>();
  private final SentenceEncoder lengths =
      new SentenceEncoder() {
        @Override
        public int dimension() {
          return 1;
        }

        @Override
        public String fingerprint() {
          return "lengths";
        }

        @Override
        public float[][] encode(List<String> texts) {
          asked.addAll(texts);
          return texts.stream().map(text -> new float[] {text.length()}).toArray(float[][]::new);
        }

        @Override
        public void close() {
          asked.add("closed");
        }
      };
  private final RememberingSentenceEncoder encoder = new RememberingSentenceEncoder(lengths);

  @Test
  void aTextIsEncodedOnce() {
    assertArrayEquals(new float[][] {{1}, {2}, {1}}, encoder.encode(List.of("a", "bb", "a")));
    encoder.encode(List.of("bb", "ccc"))[0][0] = 99;
    assertArrayEquals(new float[][] {{2}, {3}}, encoder.encode(List.of("bb", "ccc")));
    assertEquals(List.of("a", "bb", "ccc"), asked);
  }

  @Test
  void moreTextsThanItRemembersAreStillAnswered() {
    List<String> many =
        IntStream.range(0, RememberingSentenceEncoder.MOST_TEXTS + 10)
            .mapToObj(i -> "text " + i)
            .toList();
    float[][] vectors = encoder.encode(many);
    assertEquals(many.size(), vectors.length);
    assertEquals("text 4105".length(), vectors[4105][0]);
    encoder.encode(List.of("text 0", "text 4105"));
    assertEquals(many.size() + 1, asked.size(), "only the oldest was forgotten");
    encoder.close();
    assertEquals("closed", asked.get(asked.size() - 1));
  }
}

package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenVectorsTest {
  /** Halves between 1 and 2 lie 1/1024 apart: 1.0004 is nearer to 1, 1.0006 to 1 + 1/1024. */
  @Test
  void numbersAreRoundedToTheNearestHalf() {
    TokenVectors tokens = TokenVectors.of(new float[] {1.0004f, 1.0006f}, new float[] {-3, 0});
    assertEquals(2, tokens.tokens());
    assertEquals(2, tokens.dimension());
    assertEquals(8, tokens.bytes());
    assertEquals(1, tokens.value(0, 0));
    assertEquals(1 + 1 / 1024f, tokens.value(0, 1));
    float[] row = {9, 9, 9};
    tokens.copyToken(1, row, 1);
    assertArrayEquals(new float[] {9, -3, 0}, row);
  }

  @Test
  void layersStandSideBySideInEachToken() {
    TokenVectors tokens =
        TokenVectors.of(
            new HiddenStates(
                2,
                List.of(new TokenSpan(0, 2)),
                List.of(new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8})));
    float[] row = new float[4];
    tokens.copyToken(0, row, 0);
    assertArrayEquals(new float[] {1, 2, 5, 6}, row);
    tokens.copyToken(1, row, 0);
    assertArrayEquals(new float[] {3, 4, 7, 8}, row);
  }

  @Test
  void whatIsNoMatrixOfHalvesIsRefused() {
    refused("token vectors need at least one token");
    refused(
        "token vectors must share one length, got 1 and 2", new float[] {1}, new float[] {1, 2});
    String range = "token vectors are kept in half precision, within ±65504, got ";
    refused(range + "70000.0", new float[] {70_000});
    refused(range + "NaN", new float[] {Float.NaN});
  }

  private static void refused(String message, float[]... rows) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> TokenVectors.of(rows)).getMessage());
  }
}

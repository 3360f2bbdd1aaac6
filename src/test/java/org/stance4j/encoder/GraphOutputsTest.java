package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphOutputsTest {
  private static final byte[] MODEL = {8, 7};

  /**
   * Tags by hand: field number · 8 + wire type, as in onnx.proto (graph 7, output 12, name 1 …).
   */
  @Test
  void oneOutputIsOneMessageBehindTheModel() {
    byte[] expected = {
      8,
      7, // the model, untouched
      7 * 8 + 2,
      13, // graph
      12 * 8 + 2,
      11, // output
      1 * 8 + 2,
      3,
      'a',
      '/',
      'b', // name
      2 * 8 + 2,
      4, // type
      1 * 8 + 2,
      2, // tensor type
      1 * 8,
      1 // element type: float
    };
    assertArrayEquals(expected, GraphOutputs.append(MODEL, List.of("a/b")));
  }

  /** 200 letters make a name of 200 = 0b1_1001000: low seven bits first, 0xc8 0x01. */
  @Test
  void lengthsBeyondSevenBitsTakeSeveralBytes() {
    byte[] bytes = GraphOutputs.append(MODEL, List.of("x".repeat(200)));
    // name: 3 + 200; type: 6; output: 3 + 209; graph: 3 + 212
    assertEquals(2 + 3 + 3 + 3 + 200 + 6, bytes.length);
    assertArrayEquals(
        new byte[] {58, (byte) 0xd4, 1, 98, (byte) 0xd1, 1, 10, (byte) 0xc8, 1, 'x'},
        Arrays.copyOfRange(bytes, 2, 12));
  }

  @Test
  void noOutputAddsAnEmptyGraph() {
    assertArrayEquals(new byte[] {8, 7, 58, 0}, GraphOutputs.append(MODEL, List.of()));
  }
}

package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags by hand: field number · 8 + wire type, as in onnx.proto (graph 7, output 12, name 1 …). */
class GraphAdditionTest {
  private static final byte[] MODEL = {8, 7};

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
    assertArrayEquals(expected, new GraphAddition().output("a/b").appendTo(MODEL));
  }

  @Test
  void anInputDiffersFromAnOutputByItsTag() {
    byte[] output = new GraphAddition().output("a").appendTo(MODEL);
    byte[] input = new GraphAddition().input("a").appendTo(MODEL);
    assertEquals(12 * 8 + 2, output[4]);
    output[4] = 11 * 8 + 2;
    assertArrayEquals(output, input);
  }

  @Test
  void aNodeNamesItsInputsItsOutputAndItsOperator() {
    byte[] expected = {
      8,
      7,
      7 * 8 + 2,
      19, // graph
      1 * 8 + 2,
      17, // node
      1 * 8 + 2,
      1,
      'a', // input
      1 * 8 + 2,
      1,
      'b', // input
      2 * 8 + 2,
      1,
      'c', // output
      3 * 8 + 2,
      1,
      'c', // name
      4 * 8 + 2,
      3,
      'A',
      'd',
      'd' // operator
    };
    assertArrayEquals(
        expected, new GraphAddition().node("Add", List.of("a", "b"), "c").appendTo(MODEL));
  }

  /** 1.0 is 0x3f800000 and 2.0 is 0x40000000, lowest byte first. */
  @Test
  void aWeightHasItsShapeItsTypeItsNameAndItsNumbers() {
    byte[] expected = {
      8,
      7,
      7 * 8 + 2,
      21, // graph
      5 * 8 + 2,
      19, // initialiser
      1 * 8,
      2, // first dimension
      1 * 8,
      1, // second dimension
      2 * 8,
      1, // type: float
      8 * 8 + 2,
      1,
      'w', // name
      9 * 8 + 2,
      8, // numbers
      0,
      0,
      (byte) 0x80,
      0x3f,
      0,
      0,
      0,
      0x40
    };
    assertArrayEquals(
        expected, new GraphAddition().weight("w", new float[] {1, 2}, 2, 1).appendTo(MODEL));
  }

  /** 200 letters make a name of 200 = 0b1_1001000: low seven bits first, 0xc8 0x01. */
  @Test
  void lengthsBeyondSevenBitsTakeSeveralBytes() {
    byte[] bytes = new GraphAddition().output("x".repeat(200)).appendTo(MODEL);
    // name: 3 + 200; type: 6; output: 3 + 209; graph: 3 + 212
    assertEquals(2 + 3 + 3 + 3 + 200 + 6, bytes.length);
    assertArrayEquals(
        new byte[] {58, (byte) 0xd4, 1, 98, (byte) 0xd1, 1, 10, (byte) 0xc8, 1, 'x'},
        Arrays.copyOfRange(bytes, 2, 12));
  }

  @Test
  void withoutCallsAnEmptyGraphIsAdded() {
    assertArrayEquals(new byte[] {8, 7, 58, 0}, new GraphAddition().appendTo(MODEL));
  }
}

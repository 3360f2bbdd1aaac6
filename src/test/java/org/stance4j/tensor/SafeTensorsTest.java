package org.stance4j.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  private static final String ONE = "{'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}";

  @Test
  void numbersThatAreNotFiniteAreRefusedWithTheirTensor() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (Tensor tensor :
          List.of(
              Tensor.ofFloats(new float[] {0, 1, value}, 3),
              Tensor.ofHalves(new float[] {0, 1, value}, 3))) {
        TensorBundle bundle = TensorBundle.of(Map.of(), Map.of("weights", tensor));
        assertEquals(
            "tensor 'weights' holds " + value + " at place 2; only finite numbers are allowed",
            assertThrows(TensorFormatException.class, () -> bundle.floats("weights", 3))
                .getMessage());
      }
    }
  }

  /**
   * Built by hand from the published layout, so that writer and reader cannot agree on an error.
   */
  @Test
  void aSmallFileHasTheBytesOfTheFormat() {
    String header =
        json(
            "{'__metadata__':{'type':'toy'},"
                + "'a':{'dtype':'F32','shape':[2,1],'data_offsets':[0,8]},"
                + "'b':{'dtype':'U8','shape':[3],'data_offsets':[8,11]}}");
    assertEquals(139, header.length());
    ByteBuffer golden = ByteBuffer.allocate(8 + 144 + 11).order(ByteOrder.LITTLE_ENDIAN);
    golden.put(new byte[] {(byte) 144, 0, 0, 0, 0, 0, 0, 0});
    golden.put((header + "     ").getBytes(StandardCharsets.US_ASCII));
    golden.put(new byte[] {0, 0, (byte) 0x80, 0x3f}); // 1.0
    golden.put(new byte[] {0, 0, 0, (byte) 0xc0}); // -2.0
    golden.put(new byte[] {'h', 'i', '!'});

    TensorBundle bundle =
        TensorBundle.of(
            Map.of("type", "toy"),
            Map.of("b", Tensor.ofText("hi!"), "a", Tensor.ofFloats(new float[] {1, -2}, 2, 1)));

    assertArrayEquals(golden.array(), SafeTensors.write(bundle));
    TensorBundle read = SafeTensors.read(golden.array());
    assertEquals(Map.of("type", "toy"), read.metadata());
    assertEquals(List.of(2, 1), read.tensor("a").shape());
    assertArrayEquals(new float[] {1, -2}, read.tensor("a").floats());
    assertEquals("hi!", read.tensor("b").text());
  }

  @Test
  void everyElementTypeComesBack() {
    TensorBundle read =
        SafeTensors.read(
            SafeTensors.write(
                TensorBundle.of(
                    Map.of(),
                    Map.of(
                        "halves", Tensor.ofHalves(new float[] {0.5f, 65504, 1e-9f}, 3),
                        "ints", Tensor.ofInts(new int[] {Integer.MIN_VALUE, -1, 0, 7}, 2, 2),
                        "scalar", Tensor.ofFloats(new float[] {3}),
                        "nothing", Tensor.ofFloats(new float[0], 0, 5),
                        "text", Tensor.ofText("naïve ü 北")))));
    assertArrayEquals(new float[] {0.5f, 65504, 0}, read.tensor("halves").floats());
    assertArrayEquals(new int[] {Integer.MIN_VALUE, -1, 0, 7}, read.tensor("ints").ints());
    assertEquals(List.of(), read.tensor("scalar").shape());
    assertEquals(List.of(0, 5), read.tensor("nothing").shape());
    assertEquals("naïve ü 北", read.tensor("text").text());
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll("bundles") TensorBundle bundle) {
    byte[] file = SafeTensors.write(bundle);
    TensorBundle read = SafeTensors.read(file);
    assertEquals(bundle.metadata(), read.metadata());
    assertEquals(bundle.tensors().keySet(), read.tensors().keySet());
    bundle
        .tensors()
        .forEach(
            (name, tensor) -> {
              assertEquals(tensor.type(), read.tensor(name).type());
              assertEquals(tensor.shape(), read.tensor(name).shape());
              assertArrayEquals(tensor.bytes(), read.tensor(name).bytes());
            });
    assertArrayEquals(file, SafeTensors.write(read));
    assertEquals(0, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
  }

  @Provide
  Arbitrary<TensorBundle> bundles() {
    Arbitrary<Tensor> tensors =
        Combinators.combine(
                Arbitraries.of(ElementType.values()),
                Arbitraries.integers().between(0, 4).list().ofMaxSize(3),
                Arbitraries.bytes().array(byte[].class).ofSize(4 * 4 * 4 * 4))
            .as(
                (type, shape, bytes) -> {
                  int length = shape.stream().reduce(type.bytes(), (a, b) -> a * b);
                  return Tensor.ofBytes(type, shape, Arrays.copyOf(bytes, length));
                });
    // without lone surrogates, which no UTF-8 file can hold
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(8).excludeChars(surrogates());
    return Combinators.combine(
            Arbitraries.maps(texts, texts).ofMaxSize(4),
            Arbitraries.maps(texts, tensors).ofMaxSize(4))
        .as(TensorBundle::of);
  }

  private static char[] surrogates() {
    char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (Character.MIN_SURROGATE + i);
    }
    return all;
  }

  @Test
  void theOrderOfTheCallersMapsLeavesNoTrace() {
    Map<String, Tensor> forwards = new LinkedHashMap<>();
    Map<String, Tensor> backwards = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      forwards.put("t" + i, Tensor.ofInts(new int[] {i}, 1));
      backwards.put("t" + (19 - i), Tensor.ofInts(new int[] {19 - i}, 1));
    }
    assertArrayEquals(
        SafeTensors.write(TensorBundle.of(Map.of(), forwards)),
        SafeTensors.write(TensorBundle.of(new HashMap<>(), backwards)));
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    byte[] file =
        SafeTensors.write(
            TensorBundle.of(
                Map.of("k", "v"),
                Map.of("a", Tensor.ofInts(new int[] {1, 2}, 2), "b", Tensor.ofText("xyz"))));
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(
          TensorFormatException.class, () -> SafeTensors.read(cut), "length " + cut.length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [1]|header is not a JSON object
          |header is not a JSON object
          " {}"|header is not a JSON object
          {}x|header is not JSON
          {} {}|header is not JSON
          {'a':|header is not JSON
          {'a':1}|tensor 'a' has no shape or data_offsets
          {'a':{'dtype':'U8','shape':[1]}}|tensor 'a' has no shape or data_offsets
          {'a':{'dtype':'U8','shape':1,'data_offsets':[0,1]}}|tensor 'a' has no shape or data_offsets
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1,2]}}|tensor 'a' has no shape or data_offsets
          {'a':{'dtype':'U8','shape':[1],'data_offsets':{'x':0,'y':1}}}|tensor 'a' has no shape or data_offsets
          {'a':{'dtype':'U8','shape':[1],'data_offsets':['0','1']}}|tensor 'a' has "0" where a whole number
          {'a':{'dtype':'U8','shape':[1.0],'data_offsets':[0,1]}}|tensor 'a' has 1.0 where a whole number
          {'a':{'dtype':'U8','shape':[-1],'data_offsets':[0,1]}}|tensor 'a' has -1 where a whole number
          {'a':{'dtype':'U8','shape':[4294967297],'data_offsets':[0,1]}}|tensor 'a' has 4294967297 where a whole number
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,18446744073709551617]}}|where a whole number
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,1]}}|tensor 'a': shape [2] of U8 needs 2 bytes, got 1
          {'a':{'dtype':'U8','shape':[65536,65536,65536],'data_offsets':[0,1]}}|needs 281474976710656 bytes, got 1
          {'a':{'dtype':'U8','shape':[65536,65536,65536,65536],'data_offsets':[0,1]}}|holds more than 2^63 bytes
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,1]}}|tensor 'a' has type 'F64', known are [F32, F16, I32, I8, U8]
          {'a':{'shape':[1],'data_offsets':[0,1]}}|tensor 'a' has type ''
          {'a':{'dtype':'U8','shape':[0],'data_offsets':[1,1]}}|tensor 'a' at [1, 1) leaves a gap, overlaps or exceeds 1 bytes
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]}}|exceeds 1 bytes
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'b':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}|tensor 'b' at [0, 1) leaves a gap, overlaps
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[1,0]}}|leaves a gap, overlaps
          {'a':{'dtype':'U8','shape':[0],'data_offsets':[0,0]}}|1 bytes after the last tensor
          {}|1 bytes after the last tensor
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}|header is not JSON: Duplicate field 'a'
          {'__metadata__':[],'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}|__metadata__ is not an object
          {'__metadata__':{'k':1},'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}|setting 'k' is not a text
          """)
  void malformedHeadersAreRefusedWithTheReason(String header, String reason) {
    refused(file(json(header == null ? "  " : header), new byte[1]), reason);
  }

  /** 2^62 elements of four bytes are 2^64 bytes, which is 0 in 64 bits: as many as there are. */
  @Test
  void aShapeWhoseBytesWrapAroundToZeroIsRefused() {
    refused(
        file(
            json("{'a':{'dtype':'F32','shape':[65536,65536,65536,16384],'data_offsets':[0,0]}}"),
            new byte[0]),
        "holds more than 2^63 bytes");
  }

  @Test
  void bytesAfterTheLastTensorAreRefused() {
    refused(file(json(ONE), new byte[3]), "2 bytes after the last tensor");
  }

  @Test
  void aHeaderThatIsNotUtf8IsRefused() {
    byte[] header = json(ONE).getBytes(StandardCharsets.ISO_8859_1);
    header[2] = (byte) 0xe4;
    refused(file(header, new byte[1]), "header is not UTF-8");
  }

  @Test
  void deepNestingIsRefusedAndNotRecursedInto() {
    refused(file("{\"a\":" + "[".repeat(100_000), new byte[0]), "header is not JSON");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 54, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
  void aHeaderLengthThatDoesNotFitIsRefused(long length) {
    byte[] file = file(json(ONE), new byte[1]);
    assertEquals(62, file.length);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    // 53 bytes of header and 1 of data: a header of 54 swallows the data, and it is not JSON then
    refused(file, length == 54 ? "header is not JSON" : "header length " + length);
  }

  @Test
  void aHeaderOverTheLimitIsNeitherWrittenNorRead() {
    int tooLong = (1 << 20) + 1;
    refused(file(json(ONE) + " ".repeat(tooLong), new byte[1]), "header length");
    TensorBundle large = TensorBundle.of(Map.of("k", "x".repeat(tooLong)), Map.of());
    String message =
        assertThrows(IllegalArgumentException.class, () -> SafeTensors.write(large)).getMessage();
    assertTrue(message.contains("1048576"), message);
  }

  @Test
  void trailingBlanksInTheHeaderAreAllowed() {
    assertEquals(
        List.of(1), SafeTensors.read(file(json(ONE) + "    ", new byte[1])).tensor("a").shape());
  }

  @Test
  void noTensorTakesTheNameOfTheSettings() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TensorBundle.of(Map.of(), Map.of("__metadata__", Tensor.ofText("x"))));
  }

  @Test
  void whatIsMissingOrMisshapenIsNamedTogetherWithWhatIsThere() {
    TensorBundle bundle =
        TensorBundle.of(
            new TreeMap<>(Map.of("k", "v")),
            Map.of("a", Tensor.ofFloats(new float[6], 2, 3), "t", Tensor.ofText("x")));
    assertEquals(6, bundle.floats("a", 2, -1).length);
    assertEquals(
        "no tensor 'b'; present: [a, t]",
        assertThrows(TensorFormatException.class, () -> bundle.tensor("b")).getMessage());
    assertEquals(
        "no setting 'type'; present: [k]",
        assertThrows(TensorFormatException.class, () -> bundle.setting("type")).getMessage());
    assertEquals(
        "tensor 'a' has shape [2, 3], expected [any, 2]",
        assertThrows(TensorFormatException.class, () -> bundle.floats("a", -1, 2)).getMessage());
    assertThrows(TensorFormatException.class, () -> bundle.floats("a", 6));
    assertEquals(
        "tensor 't': tensor holds U8, not F16",
        assertThrows(TensorFormatException.class, () -> bundle.floats("t", -1)).getMessage());
  }

  @Test
  void aTensorDoesNotShareItsBytesWithAnyone() {
    byte[] bytes = {1, 2};
    Tensor tensor = Tensor.ofBytes(ElementType.U8, List.of(2), bytes);
    bytes[0] = 9;
    tensor.bytes()[1] = 9;
    assertArrayEquals(new byte[] {1, 2}, tensor.bytes());
    assertThrows(IllegalStateException.class, tensor::ints);
    assertThrows(
        IllegalArgumentException.class, () -> Tensor.ofFloats(new float[] {1, 2, 3}, 2, 2));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static byte[] file(String header, byte[] data) {
    return file(header.getBytes(StandardCharsets.UTF_8), data);
  }

  private static byte[] file(byte[] header, byte[] data) {
    return ByteBuffer.allocate(8 + header.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(data)
        .array();
  }

  private static void refused(byte[] file, String reason) {
    String message =
        assertThrows(TensorFormatException.class, () -> SafeTensors.read(file)).getMessage();
    assertTrue(message.contains(reason), message);
  }
}

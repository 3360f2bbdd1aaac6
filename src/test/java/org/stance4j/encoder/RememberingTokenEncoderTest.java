package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberingTokenEncoderTest {
  private final List<String> encoded = new ArrayList<>();
  private final AtomicInteger closed = new AtomicInteger();

  /** One token of two numbers per letter, four bytes each. */
  private final class Fake implements TokenEncoder {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public String fingerprint() {
      return "f";
    }

    @Override
    public List<TokenVectors> encodePassages(List<Passage> passages) {
      return encode(passages.stream().map(passage -> String.join("+", passage.texts())).toList());
    }

    @Override
    public List<TokenVectors> encode(List<String> texts) {
      encoded.addAll(texts);
      return texts.stream()
          .map(
              text ->
                  TokenVectors.of(
                      text.chars().mapToObj(c -> new float[] {c, 1}).toArray(float[][]::new)))
          .toList();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private RememberingTokenEncoder encoder(long limit) {
    return new RememberingTokenEncoder(2, "f", Fake::new, limit);
  }

  @Test
  void everyTextIsEncodedOnceHoweverOftenItIsAskedFor() {
    try (RememberingTokenEncoder encoder = encoder(1_000)) {
      List<TokenVectors> first = encoder.encode(List.of("sea", "air", "sea"));
      List<TokenVectors> second = encoder.encode(List.of("land", "sea"));
      assertEquals(List.of("sea", "air", "land"), encoded);
      assertSame(first.get(0), first.get(2));
      assertSame(first.get(0), second.get(1));
      assertEquals('l', second.get(0).value(0, 0));
      assertEquals(2, encoder.dimension());
      assertEquals("f", encoder.fingerprint());
    }
  }

  /** 'sea' takes 12 bytes and 'air' 12 more; 'to' would make it 32. */
  @Test
  void whatDoesNotFitIsEncodedEachTime() {
    try (RememberingTokenEncoder encoder = encoder(24)) {
      encoder.encode(List.of("sea", "air", "to"));
      List<TokenVectors> again = encoder.encode(List.of("air", "to", "sea"));
      assertEquals(List.of("sea", "air", "to", "to"), encoded);
      assertEquals('t', again.get(1).value(0, 0));
    }
  }

  @Test
  void theUsualLimitIsAQuarterOfTheHeapButNoMoreThanAGibibyte() {
    long limit = RememberingTokenEncoder.usualLimit();
    assertTrue(limit <= 1L << 30, () -> "" + limit);
    assertTrue(limit <= Runtime.getRuntime().maxMemory() / 4, () -> "" + limit);
  }

  @Test
  void aClosedEncoderRefusesEvenWhatItKnew() {
    RememberingTokenEncoder encoder = encoder(1_000);
    encoder.encode(List.of("sea"));
    encoder.close();
    assertEquals(1, closed.get());
    assertEquals(
        "the encoder is closed",
        assertThrows(IllegalStateException.class, () -> encoder.encode(List.of("sea")))
            .getMessage());
  }

  @Test
  void aFailureToOpenIsThrownAsItIs() {
    EncoderException failure = new EncoderException("no such graph");
    RememberingTokenEncoder encoder =
        new RememberingTokenEncoder(
            2,
            "f",
            () -> {
              throw failure;
            },
            1_000);
    assertSame(failure, assertThrows(EncoderException.class, () -> encoder.encode(List.of("a"))));
    assertEquals(List.of(), encoder.encode(List.of()));
    encoder.close();
  }
}

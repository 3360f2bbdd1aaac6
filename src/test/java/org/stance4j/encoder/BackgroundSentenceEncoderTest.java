package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundSentenceEncoderTest {
  private final AtomicInteger closed = new AtomicInteger();

  private final class Fake implements SentenceEncoder {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public String fingerprint() {
      return "f";
    }

    @Override
    public float[][] encode(List<String> texts) {
      return texts.stream().map(text -> new float[] {text.length()}).toArray(float[][]::new);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void theCallerGoesOnWhileTheEncoderOpens() throws InterruptedException {
    CountDownLatch mayOpen = new CountDownLatch(1);
    BackgroundSentenceEncoder encoder =
        new BackgroundSentenceEncoder(
            1,
            "f",
            () -> {
              try {
                mayOpen.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return new Fake();
            });
    assertEquals(1, encoder.dimension());
    mayOpen.countDown();
    assertEquals(5, encoder.encode(List.of("fleet"))[0][0]);
    encoder.close();
    assertEquals(1, closed.get());
  }

  @Test
  void aFailureIsThrownAsItIsAtTheFirstUseAndClosingIsQuiet() {
    EncoderException failure = new EncoderException("no such graph");
    BackgroundSentenceEncoder encoder =
        new BackgroundSentenceEncoder(
            1,
            "f",
            () -> {
              throw failure;
            });
    assertSame(failure, assertThrows(EncoderException.class, () -> encoder.encode(List.of("a"))));
    encoder.close();
    assertEquals(0, closed.get());
  }

  @Test
  void aClosedEncoderRefuses() {
    BackgroundSentenceEncoder encoder = new BackgroundSentenceEncoder(1, "f", Fake::new);
    encoder.close();
    assertEquals(1, closed.get());
    String message =
        assertThrows(IllegalStateException.class, () -> encoder.encode(List.of("a"))).getMessage();
    assertTrue(message.contains("closed"), message);
  }
}

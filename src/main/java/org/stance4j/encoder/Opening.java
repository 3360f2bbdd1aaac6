package org.stance4j.encoder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that opens on another thread while the caller does other work. What goes wrong is
 * thrown at the first use.
 */
final class Opening<T> implements AutoCloseable {
  private final CompletableFuture<T> opened;
  private final Consumer<T> closer;
  private volatile boolean closed;

  Opening(Supplier<T> opener, Consumer<T> closer) {
    this.opened = CompletableFuture.supplyAsync(opener);
    this.closer = closer;
  }

  /**
   * What was opened; waits for it.
   *
   * @throws EncoderException if it could not be opened
   * @throws IllegalStateException if it was closed
   */
  T get() {
    requireOpen();
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EncoderException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Refuses what was closed. */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the encoder is closed");
    }
  }

  /** Waits for an opening that is under way: an encoder must not outlive its owner. */
  @Override
  public void close() {
    closed = true;
    opened
        .handle(
            (open, failure) -> {
              if (open != null) {
                closer.accept(open);
              }
              return true;
            })
        .join();
  }
}

package org.stance4j.encoder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens each encoder once and closes all of them together. */
public final class EncoderPool implements AutoCloseable {
  private final @Nullable Path cacheFolder;
  private final Map<EncoderSpec, SentenceEncoder> encoders = new LinkedHashMap<>();

  /**
   * An empty pool.
   *
   * @param cacheFolder where vectors are kept between runs; {@code null} to keep none
   */
  public EncoderPool(@Nullable Path cacheFolder) {
    this.cacheFolder = cacheFolder;
  }

  /** The encoder of a spec. Its weights load with the first new text. */
  public synchronized SentenceEncoder encoder(EncoderSpec spec) {
    return encoders.computeIfAbsent(spec, this::open);
  }

  private SentenceEncoder open(EncoderSpec spec) {
    SentenceEncoder encoder = Encoders.open(spec, cacheFolder);
    return cacheFolder == null ? new RememberingSentenceEncoder(encoder) : encoder;
  }

  @Override
  public synchronized void close() {
    encoders.values().forEach(SentenceEncoder::close);
    encoders.clear();
  }
}

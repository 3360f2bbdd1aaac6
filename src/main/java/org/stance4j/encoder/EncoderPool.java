package org.stance4j.encoder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens each encoder once and closes all of them together. */
public final class EncoderPool implements EncoderSource, AutoCloseable {
  private final @Nullable Path cacheFolder;
  private final Map<EncoderSpec, SentenceEncoder> encoders = new LinkedHashMap<>();
  private final Map<TokenSpec, TokenEncoder> tokenEncoders = new LinkedHashMap<>();

  /**
   * An empty pool.
   *
   * @param cacheFolder where vectors are kept between runs; {@code null} to keep none
   */
  public EncoderPool(@Nullable Path cacheFolder) {
    this.cacheFolder = cacheFolder;
  }

  /** {@inheritDoc} Its weights load with the first new text. */
  @Override
  public synchronized SentenceEncoder encoder(EncoderSpec spec) {
    return encoders.computeIfAbsent(spec, this::open);
  }

  @Override
  public synchronized TokenEncoder tokenEncoder(TokenSpec spec) {
    return tokenEncoders.computeIfAbsent(spec, Encoders::openTokens);
  }

  private SentenceEncoder open(EncoderSpec spec) {
    SentenceEncoder encoder = Encoders.open(spec, cacheFolder);
    return cacheFolder == null ? new RememberingSentenceEncoder(encoder) : encoder;
  }

  @Override
  public synchronized void close() {
    encoders.values().forEach(SentenceEncoder::close);
    encoders.clear();
    tokenEncoders.values().forEach(TokenEncoder::close);
    tokenEncoders.clear();
  }
}

package org.stance4j.encoder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens each encoder once and closes all of them together. */
public final class EncoderPool implements EncoderSource, AutoCloseable {
  private final @Nullable Path cacheFolder;
  private final int mostTexts;
  private final Map<EncoderSpec, SentenceEncoder> encoders = new LinkedHashMap<>();
  private final Map<TokenSpec, TokenEncoder> tokenEncoders = new LinkedHashMap<>();

  /**
   * An empty pool.
   *
   * @param cacheFolder where vectors are kept between runs; {@code null} to keep none
   */
  public EncoderPool(@Nullable Path cacheFolder) {
    this(cacheFolder, RememberingSentenceEncoder.MOST_TEXTS);
  }

  private EncoderPool(@Nullable Path cacheFolder, int mostTexts) {
    this.cacheFolder = cacheFolder;
    this.mostTexts = mostTexts;
  }

  /**
   * An empty pool that keeps the vector of every text in memory until it is closed, and none on
   * disk: 3 kB a text for two layers of 384 numbers.
   */
  public static EncoderPool keepingAll() {
    return new EncoderPool(null, Integer.MAX_VALUE);
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
    return cacheFolder == null ? new RememberingSentenceEncoder(encoder, mostTexts) : encoder;
  }

  @Override
  public synchronized void close() {
    encoders.values().forEach(SentenceEncoder::close);
    encoders.clear();
    tokenEncoders.values().forEach(TokenEncoder::close);
    tokenEncoders.clear();
  }
}

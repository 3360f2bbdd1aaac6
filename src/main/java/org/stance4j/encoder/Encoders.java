package org.stance4j.encoder;

import ai.onnxruntime.OrtEnvironment;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stance4j.provenance.Sha256;
import org.stance4j.tensor.Tensor;

/** The front door of the package: opens encoders, with or without a cache on disk. */
public final class Encoders {
  private Encoders() {}

  /**
   * An encoder. Without a cache its weights begin to load at once, on another thread; with one,
   * when the first text arrives that the cache does not hold.
   *
   * @param spec what to open
   * @param cacheFolder where vectors are kept between runs; {@code null} for memory alone
   */
  public static SentenceEncoder open(EncoderSpec spec, @Nullable Path cacheFolder) {
    EncoderCatalog encoder = EncoderCatalog.of(spec.encoder());
    String fingerprint = fingerprint(spec);
    int dimension = spec.layers().size() * encoder.hiddenSize();
    Supplier<SentenceEncoder> opener = () -> new OnnxSentenceEncoder(spec, fingerprint);
    if (cacheFolder == null) {
      return new BackgroundSentenceEncoder(dimension, fingerprint, opener);
    }
    // what is kept under this fingerprint must come from these weights, and must be kept at all
    EmbeddingCache cache = new EmbeddingCache(cacheFolder, fingerprint, dimension);
    cache.checkWritable();
    verify(encoder);
    return new CachingSentenceEncoder(dimension, fingerprint, opener, cache);
  }

  /** Whether a cache holds vectors of this spec, be it for some texts only. */
  public static boolean isCached(EncoderSpec spec, Path cacheFolder) {
    return new EmbeddingCache(cacheFolder, fingerprint(spec), 0).exists();
  }

  /**
   * An encoder that gives the vector of every token. Its weights begin to load at once, on another
   * thread. What it has encoded it keeps in memory until closed, up to 1 GiB or a quarter of the
   * heap, whichever is less; nothing is kept on disk.
   *
   * @param spec what to open
   */
  public static TokenEncoder openTokens(TokenSpec spec) {
    String fingerprint = fingerprint(spec);
    return new RememberingTokenEncoder(
        spec.dimension(),
        fingerprint,
        () -> new OnnxTokenEncoder(spec, fingerprint),
        RememberingTokenEncoder.usualLimit());
  }

  /**
   * What a layer makes of a passage, in single precision, for those who compare their own
   * arithmetic with it. Opens the encoder and closes it again.
   *
   * @param spec of one layer
   * @return F32 [tokens][hidden]
   */
  public static Tensor hiddenState(TokenSpec spec, Passage passage) {
    try (OnnxGraph graph =
        new OnnxGraph(spec.encoder(), spec.layers(), spec.prefix(), spec.maxTokens())) {
      HiddenStates states = graph.run(passage);
      float[] numbers = states.layers().get(0);
      return Tensor.ofFloats(numbers, states.tokens(), numbers.length / states.tokens());
    }
  }

  /**
   * Begins to load ONNX Runtime's native library on another thread, for a caller that will open an
   * encoder and has other work to do first. A failure is told by the opening.
   */
  public static void loadAhead() {
    Thread loader =
        new Thread(
            () -> {
              try {
                OrtEnvironment.getEnvironment();
              } catch (RuntimeException | LinkageError e) {
                // the same failure meets whoever opens an encoder, who can tell its user
              }
            },
            "onnxruntime-loader");
    loader.setDaemon(true);
    loader.start();
  }

  /** SHA-256 over weights, tokenizer and spec: what an embedding depends on. */
  public static String fingerprint(EncoderSpec spec) {
    return fingerprint(EncoderCatalog.of(spec.encoder()), spec.describe());
  }

  /** SHA-256 over weights, tokenizer and spec: what token vectors depend on. */
  public static String fingerprint(TokenSpec spec) {
    return fingerprint(spec.encoder(), spec.describe());
  }

  private static String fingerprint(Encoder encoder, String spec) {
    return Sha256.ofText(encoder.graphSha256() + "\n" + encoder.tokenizerSha256() + "\n" + spec);
  }

  /**
   * Compares the files on the class path with the hashes in the catalog.
   *
   * @throws EncoderException if one differs
   */
  public static void verify(EncoderCatalog encoder) {
    check(encoder.graphResource(), encoder.graphSha256());
    check(encoder.tokenizerResource(), encoder.tokenizerSha256());
  }

  private static void check(String resource, String expected) {
    String actual = Sha256.ofBytes(EncoderFiles.read(resource));
    if (!actual.equals(expected)) {
      throw new EncoderException(
          "resource "
              + resource
              + " has SHA-256 "
              + actual
              + ", expected "
              + expected
              + "; the encoder's jar is not the one this version was built for");
    }
  }
}

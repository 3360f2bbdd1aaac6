package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;

/** Embeddings of fewer numbers than the encoder gives. */
class EmbeddingComponentsTest extends FeatureExtractorContractTest {
  private static final EncoderSpec SPEC =
      new EncoderSpec("e5-small-v2-int8", List.of(8), Pooling.MEAN, "query: ", 64);

  @Override
  protected FeatureExtractor contractExtractor() {
    return extractor(EmbeddingSettings.DEFAULTS.withComponents(2).withContext(0.5, 0.25));
  }

  private static EmbeddingExtractor extractor(EmbeddingSettings settings) {
    return new EmbeddingExtractor(SPEC, new TextHashEncoder(SPEC), settings);
  }

  @Test
  void allDirectionsKeepAllDistances() {
    List<Sentence> sentences =
        IntStream.range(0, 12).mapToObj(i -> Sentence.alone("d" + i, "sentence " + i)).toList();
    List<FeatureVector> all =
        extractor(EmbeddingSettings.DEFAULTS).fit(sentences).extract(sentences);
    List<FeatureVector> few =
        extractor(EmbeddingSettings.DEFAULTS.withComponents(4)).fit(sentences).extract(sentences);
    assertEquals(4, few.get(0).dimension());
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(distance(all.get(i), all.get(j)), distance(few.get(i), few.get(j)), 1e-3);
      }
    }
  }

  private static double distance(FeatureVector first, FeatureVector second) {
    float[] a = ((DenseVector) first).values();
    float[] b = ((DenseVector) second).values();
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.pow(a[k] - b[k], 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void whatCannotBeIsRefused() {
    List<Sentence> sentences = List.of(Sentence.alone("d", "text"));
    assertEquals(
        "components must be at most 4, the length of the embeddings, got 5",
        assertThrows(
                IllegalArgumentException.class,
                () -> extractor(EmbeddingSettings.DEFAULTS.withComponents(5)).fit(sentences))
            .getMessage());
    assertEquals(
        "poles need all directions, but components is 4; set it to 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> EmbeddingSettings.DEFAULTS.withPoles(List.of("a", "b"), 1).withComponents(4))
            .getMessage());
  }
}

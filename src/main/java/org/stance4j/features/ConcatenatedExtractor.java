package org.stance4j.features;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Sentence;

/**
 * Several extractors side by side, such as n-grams and embeddings, or the embeddings of two
 * encoders. A vector is made of the parts' vectors in their order, each times the weight of its
 * part: a {@link DenseVector} where all parts give dense vectors, else a {@link SparseVector}.
 *
 * @param parts 1 to {@value #MAX_PARTS} parts
 */
public record ConcatenatedExtractor(List<Part> parts) implements FeatureExtractor {
  /** Most parts that there can be. */
  public static final int MAX_PARTS = 16;

  /**
   * An extractor and its weight.
   *
   * @param extractor not itself a concatenation: name its parts instead
   * @param weight factor of its numbers, above 0 up to 100
   */
  public record Part(FeatureExtractor extractor, double weight) {
    public Part {
      if (extractor instanceof ConcatenatedExtractor) {
        throw new IllegalArgumentException(
            "a part of concatenated features cannot be concatenated itself; name its parts instead");
      }
      checkWeight(weight);
    }
  }

  public ConcatenatedExtractor {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > MAX_PARTS) {
      throw new IllegalArgumentException(
          "concatenated features must have 1 to " + MAX_PARTS + " parts, got " + parts.size());
    }
  }

  /** Refuses a weight that leaves nothing of a part. */
  static void checkWeight(double weight) {
    if (Weights.check("weight", weight) == 0) {
      throw new IllegalArgumentException(
          "weight must be above 0, got 0; leave the part out instead");
    }
  }

  @Override
  public FittedFeatureExtractor fit(List<Sentence> sentences) {
    List<FittedConcatenatedExtractor.Part> fitted = new ArrayList<>();
    for (Part part : parts) {
      fitted.add(
          new FittedConcatenatedExtractor.Part(part.extractor().fit(sentences), part.weight()));
    }
    return new FittedConcatenatedExtractor(fitted);
  }
}

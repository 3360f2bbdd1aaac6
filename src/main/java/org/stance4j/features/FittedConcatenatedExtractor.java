package org.stance4j.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * Fitted extractors side by side.
 *
 * <p>In a state, names of part i, counted from 0, start with {@code i.}; {@code weights} holds the
 * parts' weights, separated by commas.
 */
final class FittedConcatenatedExtractor implements FittedFeatureExtractor {
  /** Value of the setting {@code type} in {@link #state()}. */
  static final String TYPE = "concat";

  private static final String WEIGHTS = "weights";

  /** A fitted extractor and the factor of its numbers. */
  record Part(FittedFeatureExtractor extractor, double weight) {
    Part {
      ConcatenatedExtractor.checkWeight(weight);
    }
  }

  private final List<Part> parts;
  private final int dimension;

  FittedConcatenatedExtractor(List<Part> parts) {
    this.parts = List.copyOf(parts);
    long numbers = parts.stream().mapToLong(part -> part.extractor().dimension()).sum();
    if (numbers > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the parts have "
              + numbers
              + " numbers together, at most "
              + Integer.MAX_VALUE
              + " are possible");
    }
    this.dimension = (int) numbers;
  }

  static FittedConcatenatedExtractor restore(TensorBundle state, EncoderSource encoders) {
    String[] weights = state.setting(WEIGHTS).split(",", -1);
    if (weights.length > ConcatenatedExtractor.MAX_PARTS) {
      throw new TensorFormatException(
          weights.length + " parts, at most " + ConcatenatedExtractor.MAX_PARTS + " are possible");
    }
    List<TensorBundle> states = split(state, weights.length);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      TensorBundle part = states.get(i);
      if (TYPE.equals(part.metadata().get("type"))) {
        throw new TensorFormatException("part " + i + " is of type " + TYPE + " itself");
      }
      double weight = Double.parseDouble(weights[i]);
      try {
        parts.add(new Part(FeatureCodec.restore(part, encoders), weight));
      } catch (TensorFormatException e) {
        throw new TensorFormatException("part " + i + ": " + e.getMessage(), e);
      }
    }
    return new FittedConcatenatedExtractor(parts);
  }

  /** The states of the parts; every name must belong to one of them. */
  private static List<TensorBundle> split(TensorBundle state, int parts) {
    SortedMap<String, String> settings = new TreeMap<>(state.metadata());
    settings.remove("type");
    settings.remove(WEIGHTS);
    SortedMap<String, Tensor> tensors = new TreeMap<>(state.tensors());
    List<TensorBundle> states = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      states.add(new TensorBundle(takeOut(settings, i + "."), takeOut(tensors, i + ".")));
    }
    Set<String> left = new TreeSet<>(settings.keySet());
    left.addAll(tensors.keySet());
    if (!left.isEmpty()) {
      throw new TensorFormatException(
          left
              + " belong to none of the "
              + parts
              + " parts; if a newer version of stance4j wrote this model, use that version");
    }
    return states;
  }

  private static <T> SortedMap<String, T> takeOut(SortedMap<String, T> from, String prefix) {
    SortedMap<String, T> taken = new TreeMap<>();
    from.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            taken.put(name.substring(prefix.length()), value);
          }
        });
    from.keySet().removeIf(name -> name.startsWith(prefix));
    return taken;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public List<FeatureVector> extract(List<Sentence> sentences) {
    List<List<FeatureVector>> byPart =
        parts.stream().map(part -> part.extractor().extract(sentences)).toList();
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    for (int row = 0; row < sentences.size(); row++) {
      List<FeatureVector> blocks = new ArrayList<>(parts.size());
      for (List<FeatureVector> ofPart : byPart) {
        blocks.add(ofPart.get(row));
      }
      boolean dense = blocks.stream().allMatch(DenseVector.class::isInstance);
      vectors.add(dense ? dense(blocks) : sparse(blocks));
    }
    return vectors;
  }

  private DenseVector dense(List<FeatureVector> blocks) {
    float[] numbers = new float[dimension];
    int offset = 0;
    for (int i = 0; i < blocks.size(); i++) {
      for (float value : ((DenseVector) blocks.get(i)).values()) {
        numbers[offset++] = (float) (parts.get(i).weight() * value);
      }
    }
    return new DenseVector(numbers);
  }

  private SparseVector sparse(List<FeatureVector> blocks) {
    SparseBlocks sparse = new SparseBlocks(dimension);
    for (int i = 0; i < blocks.size(); i++) {
      FeatureVector block = blocks.get(i);
      double weight = parts.get(i).weight();
      if (block instanceof SparseVector counts) {
        sparse.add(counts, weight);
      } else if (block instanceof DenseVector numbers) {
        sparse.add(numbers, weight);
      } else {
        throw new IllegalArgumentException(
            "part "
                + i
                + " of concatenated features gives a "
                + block.getClass().getSimpleName()
                + "; only parts with one vector a sentence, such as ngrams and embedding, can"
                + " stand side by side");
      }
    }
    return sparse.vector();
  }

  @Override
  public boolean usesTarget() {
    return parts.stream().anyMatch(part -> part.extractor().usesTarget());
  }

  @Override
  public Optional<TextEmbedder> embedder() {
    return parts.stream().flatMap(part -> part.extractor().embedder().stream()).findFirst();
  }

  @Override
  public TensorBundle state() {
    SortedMap<String, String> settings = new TreeMap<>();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    settings.put("type", TYPE);
    settings.put(
        WEIGHTS,
        parts.stream().map(part -> String.valueOf(part.weight())).collect(Collectors.joining(",")));
    for (int i = 0; i < parts.size(); i++) {
      String prefix = i + ".";
      TensorBundle part = parts.get(i).extractor().state();
      part.metadata().forEach((name, value) -> settings.put(prefix + name, value));
      part.tensors().forEach((name, value) -> tensors.put(prefix + name, value));
    }
    return new TensorBundle(settings, tensors);
  }
}

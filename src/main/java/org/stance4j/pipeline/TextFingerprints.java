package org.stance4j.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.provenance.Sha256;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.text.TextNormalizer;

/**
 * Remembers which texts a model was trained on, without keeping them: the first 32 bits of each
 * text's SHA-256, after normalisation and in lower case.
 *
 * <p>Lets an evaluation say how many of its sentences the model has already seen. With n training
 * texts a new text is taken for a known one with probability n / 2³²: one in two million for 2,000.
 */
public final class TextFingerprints {
  /** File of the fingerprints in a model folder. */
  public static final String FILE = "training-texts.safetensors";

  private static final String TENSOR = "sha256Prefix";
  private static final int PREFIX_DIGITS = 8;

  private final int[] sorted;

  private TextFingerprints(int[] values) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The fingerprints of a dataset's sentences. */
  public static TextFingerprints of(Dataset dataset) {
    return new TextFingerprints(
        dataset.sentences().stream().mapToInt(TextFingerprints::prefix).distinct().toArray());
  }

  static TextFingerprints restore(TensorBundle state) {
    return new TextFingerprints(state.tensor(TENSOR).ints());
  }

  TensorBundle state() {
    return TensorBundle.of(
        Map.of("content", "first 32 bits of the SHA-256 of each training text"),
        Map.of(TENSOR, Tensor.ofInts(sorted, sorted.length)));
  }

  /** Number of different texts. */
  public int size() {
    return sorted.length;
  }

  /** How many texts another model was trained on too. */
  int shared(TextFingerprints other) {
    return (int)
        Arrays.stream(sorted)
            .filter(value -> Arrays.binarySearch(other.sorted, value) >= 0)
            .count();
  }

  /** How many of the sentences were among the training texts. */
  public int seen(List<Sentence> sentences) {
    return (int) sentences.stream().filter(this::contains).count();
  }

  /** Whether a sentence was among the training texts. */
  boolean contains(Sentence sentence) {
    return Arrays.binarySearch(sorted, prefix(sentence)) >= 0;
  }

  private static int prefix(Sentence sentence) {
    String text = TextNormalizer.normalize(sentence.text()).toLowerCase(Locale.ROOT);
    return Integer.parseUnsignedInt(Sha256.ofText(text).substring(0, PREFIX_DIGITS), 16);
  }
}

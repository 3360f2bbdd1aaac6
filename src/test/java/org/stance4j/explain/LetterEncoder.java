package org.stance4j.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stance4j.encoder.SentenceEncoder;

/** Counts the letters a to z of a text. */
class LetterEncoder implements SentenceEncoder {
  /** The texts of each call. */
  final List<List<String>> calls = new ArrayList<>();

  @Override
  public int dimension() {
    return 26;
  }

  @Override
  public String fingerprint() {
    return "letters";
  }

  @Override
  public float[][] encode(List<String> texts) {
    calls.add(texts);
    return texts.stream().map(LetterEncoder::letters).toArray(float[][]::new);
  }

  private static float[] letters(String text) {
    float[] counts = new float[26];
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(letter -> letter >= 'a' && letter <= 'z')
        .forEach(letter -> counts[letter - 'a']++);
    return counts;
  }

  @Override
  public void close() {
    // holds nothing
  }
}

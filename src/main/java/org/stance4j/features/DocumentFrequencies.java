package org.stance4j.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In how many sentences each n-gram occurs. A word is cut into its n-grams once, however often it
 * occurs.
 */
final class DocumentFrequencies {
  private final NgramTokenizer tokenizer;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, int[]> numbersOfWord = new HashMap<>();
  private int[] frequencies = new int[1024];
  private int[] lastSentence = new int[1024];
  private int sentences;

  DocumentFrequencies(NgramTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Counts one more sentence. */
  void add(String sentence) {
    sentences++;
    List<String> words = tokenizer.words(sentence);
    for (String word : words) {
      for (int number : numbersOfWord.computeIfAbsent(word, this::cut)) {
        count(number);
      }
    }
    for (String ngram : tokenizer.ngramsOfSeveral(words)) {
      count(number(ngram));
    }
  }

  private int[] cut(String word) {
    return tokenizer.ngramsOfWord(word).stream().mapToInt(this::number).toArray();
  }

  private int number(String ngram) {
    Integer number = numbers.putIfAbsent(ngram, numbers.size());
    return number == null ? numbers.size() - 1 : number;
  }

  private void count(int number) {
    if (number >= frequencies.length) {
      int length = Math.max(number + 1, 2 * frequencies.length);
      frequencies = Arrays.copyOf(frequencies, length);
      lastSentence = Arrays.copyOf(lastSentence, length);
    }
    if (lastSentence[number] < sentences) {
      lastSentence[number] = sentences;
      frequencies[number]++;
    }
  }

  /** The number of sentences added. */
  int sentences() {
    return sentences;
  }

  /** The n-grams that occur in {@code least} sentences or more, in no order. */
  Map<String, Integer> atLeast(int least) {
    Map<String, Integer> kept = new HashMap<>();
    numbers.forEach(
        (ngram, number) -> {
          if (frequencies[number] >= least) {
            kept.put(ngram, frequencies[number]);
          }
        });
    return kept;
  }
}

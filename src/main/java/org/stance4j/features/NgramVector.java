package org.stance4j.features;

import java.util.List;

/**
 * A sentence's vector of n-grams, number by number, with the words that each number stands for.
 *
 * @param words the sentence's words as the extractor reads them, in reading order
 * @param values the numbers other than zero, by ascending index
 */
public record NgramVector(List<String> words, List<Value> values) {
  public NgramVector {
    words = List.copyOf(words);
    values = List.copyOf(values);
  }

  /**
   * One number.
   *
   * @param index place in the vector
   * @param value the number there
   * @param words places in {@link NgramVector#words} of the words that make up the n-gram,
   *     occurrence by occurrence; empty for an n-gram of a neighbour
   */
  public record Value(int index, float value, List<Integer> words) {
    public Value {
      words = List.copyOf(words);
    }
  }
}

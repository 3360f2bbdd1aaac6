package org.stance4j.agreement;

import java.util.List;

/**
 * What could not be compared. No figure rests on it: with two annotators, an item with one label is
 * left out of Krippendorff's α too.
 *
 * @param first number of rows without a label from the first annotator alone
 * @param second number of rows without a label from the second annotator alone
 * @param both number of rows without any label
 * @param onlyFirst ids of the rows that only the first annotator's file has
 * @param onlySecond ids of the rows that only the second annotator's file has
 * @param holders number of items where both chose the same side and a holder is missing
 */
public record MissingLabels(
    int first, int second, int both, List<String> onlyFirst, List<String> onlySecond, int holders) {
  public MissingLabels {
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
  }

  /** Counts what is missing. */
  static MissingLabels of(LabelPairs pairs) {
    int first = 0;
    int second = 0;
    int both = 0;
    int holders = 0;
    for (TwiceLabelled item : pairs.items()) {
      if (item.first() == null && item.second() == null) {
        both++;
      } else if (item.first() == null) {
        first++;
      } else if (item.second() == null) {
        second++;
      } else if (item.sameSide() && !item.holdersComparable()) {
        holders++;
      }
    }
    return new MissingLabels(first, second, both, pairs.onlyFirst(), pairs.onlySecond(), holders);
  }

  /** Number of rows that lack one label or both, those of one file only among them. */
  public int rows() {
    return first + second + both + onlyFirst.size() + onlySecond.size();
  }
}

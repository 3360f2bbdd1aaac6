package org.stance4j.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What two annotators said, item by item, before anything is counted.
 *
 * @param data name of the data
 * @param first name of the first annotator: a column or file
 * @param second name of the second annotator
 * @param items what was labelled, by either or both; ids are unique
 * @param onlyFirst ids of the rows that only the first annotator's file has
 * @param onlySecond ids of the rows that only the second annotator's file has
 */
public record LabelPairs(
    String data,
    String first,
    String second,
    List<TwiceLabelled> items,
    List<String> onlyFirst,
    List<String> onlySecond) {
  public LabelPairs {
    items = List.copyOf(items);
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
    Set<String> ids = new HashSet<>();
    for (TwiceLabelled item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException(data + ": id '" + item.id() + "' occurs twice");
      }
    }
  }
}

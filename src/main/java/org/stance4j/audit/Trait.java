package org.stance4j.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stance4j.Example;
import org.stance4j.text.Words;

/**
 * Something known of every row besides its words.
 *
 * @param name the attribute's name, or one of the names with a blank below, which no column has
 * @param values one per row; empty where the row has none
 */
record Trait(String name, List<String> values) {
  /** Body, title or furniture. */
  static final String KIND = "sentence kind";

  /** Words, in bins. */
  static final String LENGTH = "sentence length";

  /** Where the row stands among those of its document, in bins. */
  static final String PLACE = "place in document";

  private static final int[] LENGTHS = {10, 15, 20, 25, 30, 40};

  Trait {
    values = List.copyOf(values);
  }

  /** Number of different values, the empty one left out. */
  int size() {
    return (int) values.stream().filter(value -> !value.isEmpty()).distinct().count();
  }

  /** The metadata attributes by name, then the kind of sentence. */
  static List<Trait> metadata(List<Example> examples) {
    List<Trait> traits = new ArrayList<>();
    for (String name : AttributeRoles.metadata(examples)) {
      traits.add(of(name, examples, example -> example.attribute(name)));
    }
    traits.add(of(KIND, examples, example -> example.sentence().kind().label()));
    return traits;
  }

  /** All of {@link #metadata}, the length and the place in the document. */
  static List<Trait> all(List<Example> examples) {
    List<Trait> traits = metadata(examples);
    traits.add(of(LENGTH, examples, example -> lengthBin(Words.count(example.sentence().text()))));
    traits.add(new Trait(PLACE, places(examples)));
    return traits;
  }

  private static Trait of(String name, List<Example> examples, Function<Example, String> value) {
    return new Trait(name, examples.stream().map(value).toList());
  }

  /** {@code 15-19}, {@code 40-}. */
  static String lengthBin(int words) {
    int from = 0;
    for (int to : LENGTHS) {
      if (words < to) {
        return from + "-" + (to - 1);
      }
      from = to;
    }
    return from + "-";
  }

  private static List<String> places(List<Example> examples) {
    Map<String, List<Integer>> documents = new HashMap<>();
    for (int row = 0; row < examples.size(); row++) {
      documents
          .computeIfAbsent(examples.get(row).sentence().documentId(), document -> new ArrayList<>())
          .add(row);
    }
    String[] places = new String[examples.size()];
    for (List<Integer> rows : documents.values()) {
      rows.sort(
          (a, b) ->
              Integer.compare(
                  examples.get(a).sentence().span().start(),
                  examples.get(b).sentence().span().start()));
      for (int i = 0; i < rows.size(); i++) {
        places[rows.get(i)] = place(i, rows.size());
      }
    }
    return List.of(places);
  }

  /** The bin of the row of that index among so many of its document. */
  static String place(int index, int rows) {
    if (rows == 1) {
      return "alone";
    }
    if (index == 0 || index == rows - 1) {
      return index == 0 ? "first" : "last";
    }
    return List.of("beginning", "middle", "end").get(3 * index / rows);
  }
}

package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;

class SplitTest {
  private static Dataset dataset(String... splits) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < splits.length; i++) {
      Map<String, String> attributes =
          splits[i].isEmpty() ? Map.of() : Map.of(Split.ATTRIBUTE, splits[i]);
      examples.add(
          new Example(
              "e" + i,
              Sentence.alone("e" + i, "text"),
              Stance.PRO,
              null,
              "g",
              Example.attributes(attributes)));
    }
    return new Dataset("d", examples);
  }

  private static List<String> selected(Dataset dataset, Split first, Split... more) {
    return Split.select(dataset, EnumSet.of(first, more)).examples().stream()
        .map(Example::id)
        .toList();
  }

  @Test
  void rowsWithoutASplitAreThereToLearnFrom() {
    Dataset dataset = dataset("train", "", "test", "validation", "dev");
    assertEquals(List.of("e0", "e1"), selected(dataset, Split.TRAIN));
    assertEquals(List.of("e2"), selected(dataset, Split.TEST));
    assertEquals(List.of("e2", "e3", "e4"), selected(dataset, Split.VALIDATION, Split.TEST));
    assertTrue(Split.isSplit(dataset));
    assertFalse(Split.isSplit(dataset("", "")));
  }

  @Test
  void anUnknownSplitIsNamedWithItsExample() {
    assertEquals(
        "example e1: 'later' is no split; allowed are train, validation, test",
        assertThrows(
                IllegalArgumentException.class,
                () -> Split.select(dataset("train", "later"), EnumSet.of(Split.TRAIN)))
            .getMessage());
  }
}

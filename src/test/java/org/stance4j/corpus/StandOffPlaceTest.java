package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;

class StandOffPlaceTest {
  private static Optional<StandOffPlace> place(String document, String id) {
    return StandOffPlace.of(
        new Example(
            id,
            Sentence.alone(document, "A text."),
            Stance.PRO,
            null,
            "g",
            Example.attributes(Map.of())));
  }

  @Test
  void anIdTellsDocumentAndOffsets() {
    StandOffPlace place = new StandOffPlace("a:b", 10, 24);
    assertEquals("a:b:10-24", place.id());
    assertEquals(Optional.of(place), place("a:b", place.id()));
    // as in a dataset of several files
    assertEquals(Optional.of(place), place("a:b", "articles.csv:a:b:10-24"));
  }

  @Test
  void anyOtherIdTellsNothing() {
    assertEquals(Optional.empty(), place("s1", "s1"));
    assertEquals(Optional.empty(), place("d", "c7"));
    assertEquals(Optional.empty(), place("d", "e:1-2"));
    assertEquals(Optional.empty(), place("d", "d:1-99999999999"));
    assertEquals(Optional.empty(), place("d", "d:01-2"));
  }
}

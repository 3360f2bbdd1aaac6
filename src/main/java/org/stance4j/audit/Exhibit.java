package org.stance4j.audit;

import java.util.List;
import java.util.stream.Stream;
import org.stance4j.Example;

/**
 * An example of what a finding means.
 *
 * @param ids where to look: ids of rows (those of articles are {@code FILE:START-END} in code
 *     points), a place in a file, or the name of a group; at least one
 * @param note what is to be seen there; may be empty
 * @param texts the sentences, each cut after {@value #LONGEST} code points; empty where the text
 *     must not be shown or adds nothing
 */
public record Exhibit(List<String> ids, String note, List<String> texts) {
  /** Most code points of a text that are kept. */
  public static final int LONGEST = 160;

  public Exhibit {
    ids = List.copyOf(ids);
    texts = texts.stream().map(Exhibit::cut).toList();
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("an exhibit must say where to look: " + note);
    }
  }

  static Exhibit of(Example example, String note) {
    return new Exhibit(List.of(example.id()), note, List.of(example.sentence().text()));
  }

  /** Two rows and both texts. */
  static Exhibit pair(Example first, Example second, String note) {
    return new Exhibit(
        List.of(first.id(), second.id()),
        note,
        Stream.of(first, second).map(example -> example.sentence().text()).distinct().toList());
  }

  /** A place without a text. */
  static Exhibit place(String id, String note) {
    return new Exhibit(List.of(id), note, List.of());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}

package org.stance4j.corpus;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stance4j.Example;

/**
 * Where an example with a stand-off label stands, as its id tells: {@code STEM:START-END}.
 *
 * @param document the document's file name without extension
 * @param start first Unicode code point
 * @param end one past the last code point
 */
public record StandOffPlace(String document, int start, int end) {
  private static final Pattern OFFSETS = Pattern.compile(":(\\d{1,9})-(\\d{1,9})$");

  /** The id of the example there. */
  String id() {
    return document + ":" + start + "-" + end;
  }

  /** The place of an example; empty where its id does not end in one within its document. */
  public static Optional<StandOffPlace> of(Example example) {
    Matcher offsets = OFFSETS.matcher(example.id());
    if (!offsets.find()) {
      return Optional.empty();
    }
    StandOffPlace place =
        new StandOffPlace(
            example.sentence().documentId(),
            Integer.parseInt(offsets.group(1)),
            Integer.parseInt(offsets.group(2)));
    return example.id().endsWith(place.id()) ? Optional.of(place) : Optional.empty();
  }
}

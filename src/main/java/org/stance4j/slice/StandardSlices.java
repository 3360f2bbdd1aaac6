package org.stance4j.slice;

import java.util.List;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.evaluation.Slicer;
import org.stance4j.text.Words;

/** The parts of the data of which every evaluation and comparison tells. */
public final class StandardSlices {
  /** Value of {@code document} for sentences that stand alone. */
  public static final String ALONE = "(sentences that stand alone)";

  private static final String ORIGINAL = "original";
  private static final int SHORT = 10;
  private static final int MIDDLE = 20;
  private static final int LONG = 30;

  private StandardSlices() {}

  /**
   * In this order: target, document, source, register, phenomenon, holder, kind of sentence, length
   * in words, negation, quotation, whether the target is named. Those that a dataset does not tell
   * apart come to a single value and are left out by the evaluation.
   */
  public static List<Slicer> all() {
    return List.of(
        Slicer.column(Example.TARGET),
        new Slicer("document", StandardSlices::document),
        Slicer.column("source"),
        Slicer.column("register"),
        Slicer.column("phenomenon"),
        new Slicer("holder", StandardSlices::holder),
        new Slicer("kind", example -> example.sentence().kind().label()),
        new Slicer("words", example -> length(example.sentence().text())),
        new Slicer("negation", example -> presence(Negation.in(example.sentence().text()))),
        new Slicer("quotation", example -> presence(Quotation.in(example.sentence().text()))),
        new Slicer("target named", example -> presence(TargetName.in(example.sentence()))));
  }

  private static String document(Example example) {
    String document = example.sentence().documentId();
    // an edited copy of such a sentence stands in its original's place
    boolean alone = document.equals(example.id()) || document.equals(example.attribute(ORIGINAL));
    return alone ? ALONE : document;
  }

  private static String holder(Example example) {
    Holder holder = example.holder();
    return holder == null ? "" : holder.label();
  }

  private static String length(String text) {
    int words = Words.count(text);
    if (words <= SHORT) {
      return "up to " + SHORT;
    }
    if (words <= MIDDLE) {
      return (SHORT + 1) + " to " + MIDDLE;
    }
    return words <= LONG ? (MIDDLE + 1) + " to " + LONG : "more than " + LONG;
  }

  static String presence(boolean present) {
    return present ? "yes" : "no";
  }
}

package org.stance4j.audit;

import java.util.Set;
import org.stance4j.Example;
import org.stance4j.corpus.DatasetFolder;

/**
 * Sentences written to differ from another in little but the label: near-duplicates by design.
 *
 * <p>A row is one if its source is {@link DatasetFolder#CONTRAST}; the attribute {@value #ORIGINAL}
 * holds the id of the row that it was made from.
 */
final class ContrastPairs {
  static final String ORIGINAL = "original";

  private ContrastPairs() {}

  /** Whether the two belong together by design: at least one is a contrast to the other's text. */
  static boolean byDesign(Example first, Example second) {
    return (isContrast(first) || isContrast(second))
        && (first.sentence().documentId().equals(second.sentence().documentId())
            || shareOriginal(first, second));
  }

  /**
   * What a row and its contrasts have in common: the id of the original; empty for a row that is
   * neither.
   *
   * @param originals ids that some row names as its original
   */
  static String family(Example example, Set<String> originals) {
    String original = example.attribute(ORIGINAL);
    if (!original.isEmpty()) {
      return original;
    }
    String bare = example.id().substring(example.id().indexOf(':') + 1);
    return originals.contains(example.id()) ? example.id() : originals.contains(bare) ? bare : "";
  }

  private static boolean isContrast(Example example) {
    return example.attribute(DatasetFolder.SOURCE).equals(DatasetFolder.CONTRAST);
  }

  private static boolean shareOriginal(Example first, Example second) {
    String one = first.attribute(ORIGINAL);
    String other = second.attribute(ORIGINAL);
    return (!one.isEmpty() && one.equals(other)) || names(one, second) || names(other, first);
  }

  /** Whether that is a row's id; ids have a prefix where several files are read together. */
  private static boolean names(String original, Example example) {
    return !original.isEmpty()
        && (example.id().equals(original) || example.id().endsWith(":" + original));
  }
}

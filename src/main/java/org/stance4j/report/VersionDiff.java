package org.stance4j.report;

import java.util.List;

/**
 * What two model versions differ in, apart from their answers.
 *
 * @param first name of the first model
 * @param second name of the other
 * @param firstBytes size of the first model's files
 * @param secondBytes size of the other's
 * @param firstRate sentences that the first scored in a second, in this run; NaN where that was not
 *     measured
 * @param secondRate the same of the other
 * @param recipe what their recipes set differently, key by key
 * @param data what their training data differ in: name, hash, numbers of rows
 * @param sharedTexts training texts that both have
 * @param onlyFirstTexts training texts that only the first has
 * @param onlySecondTexts training texts that only the other has
 */
public record VersionDiff(
    String first,
    String second,
    long firstBytes,
    long secondBytes,
    double firstRate,
    double secondRate,
    List<ChangedValue> recipe,
    List<ChangedValue> data,
    int sharedTexts,
    int onlyFirstTexts,
    int onlySecondTexts) {
  public VersionDiff {
    recipe = List.copyOf(recipe);
    data = List.copyOf(data);
  }

  /** Whether both were timed. */
  public boolean hasRates() {
    return Double.isFinite(firstRate) && Double.isFinite(secondRate);
  }

  /** The second model's size in relation to the first's. */
  public double sizeRatio() {
    return (double) secondBytes / Math.max(1, firstBytes);
  }

  /**
   * A value that differs.
   *
   * @param key where it stands, such as {@code ensemble.members[2].classifier.cost}
   * @param first its value in the first version; a dash where there is none
   * @param second its value in the other
   */
  public record ChangedValue(String key, String first, String second) {
    /** Stands for a value that is not there. */
    public static final String ABSENT = "–";
  }
}

package org.stance4j.corpus;

import java.util.List;

/**
 * What grouping made of a dataset.
 *
 * @param examples number of examples
 * @param groupsBefore number of groups that the dataset came with
 * @param groups number of groups now
 * @param largestGroup name of the largest; of equal ones, the first in dataset order; empty without
 *     examples
 * @param largestShare share of the examples that it holds, in [0, 1]
 * @param nearDuplicates the near-duplicates, by index in the dataset
 */
public record GroupingReport(
    int examples,
    int groupsBefore,
    int groups,
    String largestGroup,
    double largestShare,
    List<NearDuplicates.Pair> nearDuplicates) {
  /** Share of the examples above which one group spoils a cross-validation. */
  public static final double GIANT = 0.2;

  public GroupingReport {
    nearDuplicates = List.copyOf(nearDuplicates);
  }

  /** Whether one group holds more than {@value #GIANT} of the examples. */
  public boolean hasGiant() {
    return largestShare > GIANT;
  }
}

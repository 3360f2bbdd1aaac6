package org.stance4j.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.SliceDifference;

/**
 * The order in which parts are shown: those with a rank by it, then the others as they were. Called
 * by the templates.
 */
public final class Ranking {
  private Ranking() {}

  /** Places in the list, from 0, in the order to show. */
  public static List<Integer> ofParts(List<EvaluationSlice> slices) {
    return order(slices.size(), place -> slices.get(place).rank());
  }

  /** The same for the parts of a difference. */
  public static List<Integer> ofDifferences(List<SliceDifference> slices) {
    return order(slices.size(), place -> slices.get(place).rank());
  }

  private static List<Integer> order(int size, IntUnaryOperator rank) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(
            Comparator.comparingInt(
                place -> rank.applyAsInt(place) > 0 ? rank.applyAsInt(place) : Integer.MAX_VALUE))
        .toList();
  }
}

package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of several p-values: the i-th smallest of m (from 0) is multiplied by m − i, no
 * adjusted value being below a smaller one's, none above 1.
 *
 * <p>Keeps the chance of any false claim at the level asked for, whatever depends on what. Source:
 * S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979.
 */
public final class HolmCorrection {
  private HolmCorrection() {}

  /** The adjusted p-values, in the order given; empty for none. */
  public static List<Double> adjust(List<Double> pValues) {
    List<Integer> ascending =
        IntStream.range(0, pValues.size())
            .boxed()
            .sorted(Comparator.comparingDouble(pValues::get))
            .toList();
    List<Double> adjusted = new ArrayList<>(pValues);
    double largest = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      int index = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (ascending.size() - rank) * pValues.get(index)));
      adjusted.set(index, largest);
    }
    return List.copyOf(adjusted);
  }
}

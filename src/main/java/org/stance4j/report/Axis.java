package org.stance4j.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.SliceDifference;

/**
 * The scale of a drawing: values to places.
 *
 * @param min value at the left edge
 * @param max value at the right edge, above {@code min}
 * @param ticks values with a grid line, ascending
 */
public record Axis(double min, double max, List<Double> ticks) {
  /**
   * Room left and right of the scale, as a share of the width, for marks that stand on its ends.
   */
  private static final double MARGIN = 0.03;

  private static final double LARGEST_STEP = 0.5;
  private static final List<Double> STEPS = List.of(0.02, 0.05, 0.1, 0.2, 0.25);

  public Axis {
    ticks = List.copyOf(ticks);
    if (!(min < max)) {
      throw new IllegalArgumentException("axis must run from less to more: " + min + ", " + max);
    }
  }

  /** From 0 to 1, a line every quarter. */
  public static Axis unit() {
    return new Axis(0, 1, List.of(0.0, 0.25, 0.5, 0.75, 1.0));
  }

  /** Up to 1 from as high as shows all of the intervals, a line every quarter. */
  public static Axis upToOne(Collection<Interval> intervals) {
    double lowest = intervals.stream().mapToDouble(Interval::low).min().orElse(0);
    double from = lowest >= 0.8 ? 0.8 : lowest >= 0.5 ? 0.5 : lowest >= 0 ? 0 : -1;
    double step = (1 - from) / 4;
    return new Axis(from, 1, List.of(from, from + step, from + 2 * step, from + 3 * step, 1.0));
  }

  /** From the lowest to the highest of the intervals and 0, widened to round numbers. */
  public static Axis with0(Collection<Interval> intervals) {
    double low = Math.min(-0.05, intervals.stream().mapToDouble(Interval::low).min().orElse(0));
    double high = Math.max(0, intervals.stream().mapToDouble(Interval::high).max().orElse(0));
    double step =
        STEPS.stream().filter(width -> (high - low) / width <= 5).findFirst().orElse(LARGEST_STEP);
    int first = (int) Math.floor(low / step + 1e-9);
    int last = (int) Math.ceil(high / step - 1e-9);
    List<Double> ticks = new ArrayList<>();
    for (int tick = first; tick <= last; tick++) {
      ticks.add(tick * step);
    }
    return new Axis(first * step, last * step, ticks);
  }

  /** Even to both sides of 0, wide enough for every interval of the comparison. */
  public static Axis differences(ModelComparison comparison) {
    return even(
        comparison.differences().stream()
            .flatMap(pair -> pair.metrics().stream())
            .map(MetricDifference::interval));
  }

  /** Even to both sides of 0, wide enough for the interval of every part that is ranked. */
  public static Axis parts(PairedDifference pair) {
    return even(
        pair.rankedSlices().stream()
            .map(SliceDifference::interval)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull));
  }

  private static Axis even(Stream<Interval> intervals) {
    double widest =
        intervals
            .mapToDouble(interval -> Math.max(Math.abs(interval.low()), Math.abs(interval.high())))
            .reduce(0.05, Math::max);
    double reach = Math.ceil(widest * 10 - 1e-9) / 10;
    return new Axis(-reach, reach, List.of(-reach, -reach / 2, 0.0, reach / 2, reach));
  }

  /** Place of a value from the left edge: {@code 47.30%}. */
  public String at(double value) {
    return Figures.width(place(value));
  }

  private double place(double value) {
    double clipped = Math.min(max, Math.max(min, value));
    return MARGIN + (1 - 2 * MARGIN) * (clipped - min) / (max - min);
  }
}

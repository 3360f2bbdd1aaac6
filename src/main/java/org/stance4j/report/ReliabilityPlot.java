package org.stance4j.report;

import java.util.List;
import java.util.stream.Collectors;
import org.stance4j.evaluation.ReliabilityBin;
import org.stance4j.evaluation.ReliabilityCurve;

/**
 * A drawing of a reliability curve in a box of 340 by 300 units: mean probability to the right,
 * share right upwards, both from 0 to 1. Called by the templates.
 *
 * @param points the bins that hold sentences, ascending
 */
public record ReliabilityPlot(List<Point> points) {
  /** Values with a grid line. */
  public static final List<Double> TICKS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

  private static final double LEFT = 44;
  private static final double WIDTH = 280;
  private static final double BOTTOM = 254;
  private static final double HEIGHT = 240;
  private static final double LARGEST = 9;
  private static final double SMALLEST = 2.5;

  public ReliabilityPlot {
    points = List.copyOf(points);
  }

  /**
   * A bin of the curve.
   *
   * @param bin holds at least one sentence
   * @param radius of its circle, whose area grows with the number of sentences
   */
  public record Point(ReliabilityBin bin, double radius) {}

  /** Draws a curve. */
  public static ReliabilityPlot of(ReliabilityCurve curve) {
    List<ReliabilityBin> filled = curve.filled();
    int most = filled.stream().mapToInt(ReliabilityBin::n).max().orElse(1);
    return new ReliabilityPlot(
        filled.stream()
            .map(
                bin ->
                    new Point(
                        bin, Math.max(SMALLEST, LARGEST * Math.sqrt((double) bin.n() / most))))
            .toList());
  }

  /** Place of a mean probability from the left. */
  public String x(double value) {
    return Figures.place(LEFT + WIDTH * value);
  }

  /** Place of a share from the top. */
  public String y(double value) {
    return Figures.place(BOTTOM - HEIGHT * value);
  }

  /** The line through all points. */
  public String line() {
    return points.stream()
        .map(point -> x(point.bin().confidence()) + "," + y(point.bin().accuracy()))
        .collect(Collectors.joining(" "));
  }
}

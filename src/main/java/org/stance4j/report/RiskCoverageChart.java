package org.stance4j.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stance4j.evaluation.OperatingPoint;
import org.stance4j.evaluation.RiskCoverageCurve;

/**
 * The drawing of a risk-coverage curve: coverage from left to right, risk upwards, both in a square
 * of 100 by 100 units that the page stretches.
 *
 * @param curve what is drawn
 * @param top risk at the upper edge, a multiple of 0.1
 */
public record RiskCoverageChart(RiskCoverageCurve curve, double top) {
  /** Fewer answers than these make the curve jump and say nothing. */
  public static final int FEWEST = 20;

  private static final int STEPS = 100;

  /** The drawing of a curve, as high as its risks. */
  public static RiskCoverageChart of(RiskCoverageCurve curve) {
    double highest = points(curve).stream().mapToDouble(OperatingPoint::risk).max().orElse(1);
    return new RiskCoverageChart(curve, Math.max(1, Math.ceil(highest * 10 - 1e-9)) / 10);
  }

  /** At most {@value #STEPS} points, at even steps of coverage. */
  private static List<OperatingPoint> points(RiskCoverageCurve curve) {
    int fewest = Math.min(FEWEST, curve.n());
    return IntStream.rangeClosed(1, STEPS)
        .mapToObj(step -> curve.at((double) step / STEPS))
        .distinct()
        .filter(point -> point.kept() >= fewest)
        .toList();
  }

  /** The curve as an SVG path. */
  public String path() {
    return points(curve).stream()
        .map(
            point ->
                String.format(
                    Locale.ROOT, "%.1f %.2f", 100 * point.coverage(), height(point.risk())))
        .collect(Collectors.joining("L", "M", ""));
  }

  /** Risks with a grid line, the upper edge first. */
  public List<Double> ticks() {
    return List.of(top, top / 2, 0.0);
  }

  /** Place of a risk from the upper edge, in percent of the height. */
  public double height(double risk) {
    return 100 * (1 - risk / top);
  }
}

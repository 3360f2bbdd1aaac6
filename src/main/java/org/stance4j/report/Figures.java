package org.stance4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.agreement.AgreementMetric;
import org.stance4j.evaluation.AgreementTable;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.OneVersusRest;
import org.stance4j.evaluation.ProbabilityDifference;
import org.stance4j.evaluation.ReliabilityBin;
import org.stance4j.evaluation.WilsonInterval;

/** Writes numbers for readers, the same in every locale. Called by the templates. */
public final class Figures {
  /** Number of shades of a heat-coloured cell. */
  private static final int SHADES = 8;

  private Figures() {}

  /** Three decimals: {@code 0.613}; a minus sign (U+2212) where negative. */
  public static String figure(double value) {
    String digits = String.format(Locale.ROOT, "%.3f", Math.abs(value));
    return value < 0 && !digits.equals("0.000") ? "−" + digits : digits;
  }

  /** Three decimals with a sign: {@code +0.042}, {@code −0.042}, {@code 0.000}. */
  public static String signed(double value) {
    String text = figure(value);
    return value > 0 && !text.equals("0.000") ? "+" + text : text;
  }

  /** A share or a difference of two in points, hundredths of 1: {@code 3.1}, {@code −0.4}. */
  public static String points(double value) {
    String digits = String.format(Locale.ROOT, "%.1f", Math.abs(100 * value));
    return value < 0 && !digits.equals("0.0") ? "−" + digits : digits;
  }

  /** {@code 0.520 to 0.711}. */
  public static String interval(Interval interval) {
    return figure(interval.low()) + " to " + figure(interval.high());
  }

  /** {@code 0.237 to 0.763}. */
  public static String interval(WilsonInterval interval) {
    return figure(interval.low()) + " to " + figure(interval.high());
  }

  /** A figure of two annotators' agreement; a dash where it is not defined. */
  public static String agreement(AgreementMetric metric, AgreementTable table) {
    return metric.isDefined(table) ? figure(metric.applyAsDouble(table)) : "–";
  }

  /** {@code −0.020 to +0.110}. */
  public static String signedInterval(Interval interval) {
    return signed(interval.low()) + " to " + signed(interval.high());
  }

  /** The stance that a model gives, then all probabilities: {@code anti (0.120, 0.700, 0.180)}. */
  public static String answer(StanceProbabilities probabilities) {
    return probabilities.stance().label()
        + Arrays.stream(Stance.values())
            .map(stance -> figure(probabilities.of(stance)))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /** An area of one stance against the rest; a dash where it cannot be told from it. */
  public static String area(OneVersusRest areas, Stance stance) {
    Double area = areas.byStance().get(stance);
    return area == null ? "–" : figure(area);
  }

  /** Figures one after the other: {@code 0.612, 0.598}. */
  public static String list(List<Double> values) {
    return values.stream().map(Figures::figure).collect(Collectors.joining(", "));
  }

  /** The place of a part in the ranking, or why it has none. */
  public static String rank(EvaluationSlice slice) {
    if (slice.rank() > 0) {
      return count(slice.rank());
    }
    return slice.fewRows() ? "few rows" : "few groups";
  }

  /** {@code better}, {@code worse} or {@code no claim}. */
  public static String verdict(ProbabilityDifference difference) {
    if (!difference.clear()) {
      return "no claim";
    }
    return difference.better() ? "better" : "worse";
  }

  /** Whole percent: {@code 61 %}, with a no-break space. */
  public static String percent(double share) {
    return Math.round(100 * share) + "\u00a0%";
  }

  /** Bounds of a bin: {@code 0.533 to 0.600}. */
  public static String range(ReliabilityBin bin) {
    return figure(bin.low()) + " to " + figure(bin.high());
  }

  /** A p-value: three decimals, or {@code < 0.001}. */
  public static String p(double p) {
    return p < 0.001 ? "< 0.001" : figure(p);
  }

  /** A whole number with a thin space between thousands. */
  public static String count(int n) {
    return grouped(n);
  }

  /** A time: {@code < 0.1 s}, {@code 0.4 s}, {@code 312 s}, with a no-break space. */
  public static String seconds(double seconds) {
    if (seconds < 0.05) {
      return "< 0.1\u00a0s";
    }
    // 9.96 would be 10.0 with one decimal
    return (seconds < 9.95
            ? String.format(Locale.ROOT, "%.1f", seconds)
            : grouped(Math.round(seconds)))
        + "\u00a0s";
  }

  /** A size: {@code 812 bytes}, {@code 12 kB}, {@code 6.6 MB}; a kilobyte is 1,000 bytes. */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + "\u00a0bytes";
    }
    return bytes < 999_500
        ? Math.round(bytes / 1e3) + "\u00a0kB"
        : String.format(Locale.ROOT, "%.1f\u00a0MB", bytes / 1e6);
  }

  /** A rate in two significant digits, since more would be noise: {@code 150}, {@code 12 000}. */
  public static String rate(double perSecond) {
    BigDecimal rounded = new BigDecimal(perSecond, new MathContext(2, RoundingMode.HALF_EVEN));
    return perSecond < 10
        ? rounded.stripTrailingZeros().toPlainString()
        : grouped(rounded.longValue());
  }

  private static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u2009');
  }

  /** A place or length of an SVG drawing in percent of its width: {@code 47.30%}. */
  public static String width(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  /** A place or length of an SVG drawing in its own units: {@code 47.3}. */
  public static String place(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }

  /** A tick of an axis, as short as it can be: {@code 0.25}, {@code 1}, {@code +0.1}. */
  public static String tick(double value, boolean withSign) {
    String digits = String.format(Locale.ROOT, "%.3f", Math.abs(value));
    String text = digits.replaceFirst("\\.?0+$", "");
    if (value < 0) {
      return "−" + text;
    }
    return withSign && value > 0 ? "+" + text : text;
  }

  /** Shade 0 (none) to 8 (all) of a cell, by its share of its row. */
  public static int shade(ConfusionMatrix matrix, Stance gold, Stance predicted) {
    return shade(matrix.count(gold, predicted), matrix.gold(gold));
  }

  /** Shade 0 (none) to 8 (all) of a part of a whole. */
  public static int shade(int part, int whole) {
    return whole == 0 ? 0 : Math.max(part == 0 ? 0 : 1, Math.round((float) SHADES * part / whole));
  }

  /** A cell as a share of its row in whole percent; empty where the row is. */
  public static String rowShare(ConfusionMatrix matrix, Stance gold, Stance predicted) {
    return share(matrix.count(gold, predicted), matrix.gold(gold));
  }

  /** A part of a whole in whole percent; empty where the whole is. */
  public static String share(int part, int whole) {
    return whole == 0 ? "" : percent((double) part / whole);
  }
}

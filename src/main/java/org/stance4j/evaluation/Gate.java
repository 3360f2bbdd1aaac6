package org.stance4j.evaluation;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition that no model may satisfy, such as {@code macroF1 < baseline - 0.5pt}: where it
 * holds, the gate fails.
 *
 * <pre>
 * gate     = operand, ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ), limit ;
 * operand  = figure | ( "low" | "high" ), "(", figure, [ "-", "baseline" ], ")" ;
 * limit    = number, [ unit ] | "baseline", [ ( "+" | "-" ), number, [ unit ] ] ;
 * figure   = metric | ( "precision" | "recall" | "f1" ), ".", ( stance | average )
 *          | ( "rocAuc" | "prAuc" ), ".", stance | "bytes" | "fixed" | "broken" | "stillWrong" ;
 * metric   = "accuracy" | "balancedAccuracy" | "macroF1" | "weightedF1" | "fAvg" | "mcc" | "kappa"
 *          | "logLoss" | "brier" | "ece" | "rocAuc" | "prAuc" ;
 * average  = "macro" | "micro" | "weighted" ;
 * stance   = "pro" | "anti" | "neutral" ;
 * unit     = "pt" | "%" | "kB" | "MB" ;
 * </pre>
 *
 * <p>{@code pt} and {@code %} are hundredths, so that {@code 0.5pt} is 0.005; {@code kB} and {@code
 * MB} are 1,000 and 1,000,000. {@code low(…)} and {@code high(…)} are bounds of the 95 % interval
 * of a metric or, with {@code - baseline}, of its paired difference to the baseline: {@code
 * high(macroF1 - baseline) < 0} fails only where the data show that the model is worse. The
 * baseline is the first model of a comparison. Numbers closer than 1e-12 are equal.
 *
 * @param text as it was written
 * @param bound {@code low}, {@code high} or empty for the figure itself
 * @param figure what is compared
 * @param ofDifference whether the bound is that of the difference to the baseline
 * @param operator {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param againstBaseline whether the baseline's figure is added to the limit
 * @param limit number compared with
 */
public record Gate(
    String text,
    String bound,
    String figure,
    boolean ofDifference,
    String operator,
    boolean againstBaseline,
    double limit) {
  private static final double EPSILON = 1e-12;

  private static final Map<String, Double> UNITS =
      Map.of("pt", 0.01, "%", 0.01, "kB", 1e3, "MB", 1e6);

  private static final String NUMBER = "[0-9]{1,15}(?:\\.[0-9]{1,15})?";
  private static final String WITH_UNIT = "(" + NUMBER + ")\\s*(pt|%|kB|MB)?";
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\s*(?:(low|high)\\s*\\(\\s*([A-Za-z0-9.]+)\\s*(-\\s*baseline\\s*)?\\)|([A-Za-z0-9.]+))"
              + "\\s*(<=|>=|<|>)\\s*(?:(baseline)(?:\\s*([+-])\\s*"
              + WITH_UNIT
              + ")?|(-?)"
              + WITH_UNIT
              + ")\\s*");

  /**
   * Reads a gate.
   *
   * @throws IllegalArgumentException if it does not follow the grammar
   */
  public static Gate parse(String text) {
    Matcher parts = GRAMMAR.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "gate '"
              + text
              + "' cannot be read; write for instance 'macroF1 < baseline - 0.5pt', 'logLoss > 0.7'"
              + " or 'high(macroF1 - baseline) < 0'");
    }
    String bound = orEmpty(parts.group(1));
    String key = bound.isEmpty() ? orEmpty(parts.group(4)) : orEmpty(parts.group(2));
    GateFigure figure =
        GateFigure.of(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "gate '"
                            + text
                            + "': '"
                            + key
                            + "' is no figure; allowed are "
                            + String.join(", ", GateFigure.keys())));
    if (!bound.isEmpty() && !figure.hasInterval()) {
      throw new IllegalArgumentException(
          "gate '" + text + "': " + key + " has no interval, so it has no " + bound + " bound");
    }
    boolean againstBaseline = parts.group(6) != null;
    if (againstBaseline && figure.countsChanges()) {
      throw new IllegalArgumentException(
          "gate '"
              + text
              + "': "
              + key
              + " counts what changed against the baseline; compare it with a number");
    }
    double number =
        againstBaseline
            ? signed(parts.group(7), parts.group(8), parts.group(9))
            : signed(parts.group(10), parts.group(11), parts.group(12));
    return new Gate(
        text, bound, key, parts.group(3) != null, orEmpty(parts.group(5)), againstBaseline, number);
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static double signed(
      @Nullable String sign, @Nullable String number, @Nullable String unit) {
    if (number == null) {
      return 0;
    }
    double size = Double.parseDouble(number) * UNITS.getOrDefault(orEmpty(unit), 1.0);
    return orEmpty(sign).equals("-") ? -size : size;
  }

  /** Whether it takes a baseline to tell. */
  public boolean needsBaseline() {
    return againstBaseline || ofDifference || known().countsChanges();
  }

  /**
   * Holds the gate against a model.
   *
   * @throws IllegalArgumentException if it needs a baseline and there is none, or the data do not
   *     give the figure
   */
  public GateResult check(GateSubject subject) {
    GateSubject.Baseline baseline = subject.baseline();
    if (needsBaseline() && baseline == null) {
      throw new IllegalArgumentException(
          "gate '" + text + "' takes a baseline, and there is none here");
    }
    double value = value(subject);
    double target = limit;
    if (againstBaseline && baseline != null) {
      target +=
          figure(
              baseline.evaluation(),
              known().value().of(baseline.evaluation(), baseline.bytes(), null));
    }
    return new GateResult(text, subject.evaluation().model(), value, target, holds(value, target));
  }

  private double value(GateSubject subject) {
    GateSubject.Baseline baseline = subject.baseline();
    PairedDifference difference = baseline == null ? null : baseline.difference();
    if (bound.isEmpty()) {
      return figure(
          subject.evaluation(),
          known().value().of(subject.evaluation(), subject.bytes(), difference));
    }
    Interval interval =
        ofDifference && difference != null
            ? known().interval(difference)
            : known().interval(subject.evaluation());
    return bound.equals("low") ? interval.low() : interval.high();
  }

  private GateFigure known() {
    return GateFigure.of(figure).orElseThrow();
  }

  private double figure(Evaluation evaluation, OptionalDouble value) {
    return value.orElseThrow(
        () ->
            new IllegalArgumentException(
                "gate '"
                    + text
                    + "': "
                    + evaluation.data()
                    + " does not give "
                    + evaluation.model()
                    + " a figure "
                    + figure));
  }

  private boolean holds(double value, double target) {
    return switch (operator) {
      case "<" -> value < target - EPSILON;
      case "<=" -> value <= target + EPSILON;
      case ">" -> value > target + EPSILON;
      default -> value >= target - EPSILON;
    };
  }
}

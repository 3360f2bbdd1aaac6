package org.stance4j.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;

/**
 * A figure that a {@link Gate} speaks of.
 *
 * @param key as it is written
 * @param value the figure of a model; empty where the data do not give one
 * @param metric where it is one, so that it has intervals
 * @param probabilityMetric where it is one, so that it has intervals
 */
record GateFigure(
    String key,
    Value value,
    @Nullable Metric metric,
    @Nullable ProbabilityMetric probabilityMetric) {
  private static final Map<String, GateFigure> KNOWN = known();

  /** Reads a figure. */
  @FunctionalInterface
  interface Value {
    /**
     * The figure.
     *
     * @param bytes size of the model's files
     * @param difference the model against the baseline; {@code null} without one
     */
    OptionalDouble of(Evaluation evaluation, long bytes, @Nullable PairedDifference difference);
  }

  /** The figure of that key, if there is one. */
  static Optional<GateFigure> of(String key) {
    return Optional.ofNullable(KNOWN.get(key));
  }

  /** All keys, sorted. */
  static List<String> keys() {
    return List.copyOf(KNOWN.keySet());
  }

  /** Whether it counts what changed, which takes a baseline. */
  boolean countsChanges() {
    return key.equals("fixed") || key.equals("broken") || key.equals("stillWrong");
  }

  /** Whether it has intervals. */
  boolean hasInterval() {
    return metric != null || probabilityMetric != null;
  }

  /** The interval of the figure itself. */
  Interval interval(Evaluation evaluation) {
    return metric != null
        ? evaluation.interval(metric)
        : evaluation.interval(required(probabilityMetric));
  }

  /** The interval of its difference to the baseline. */
  Interval interval(PairedDifference difference) {
    return metric != null
        ? difference.of(metric).interval()
        : difference.of(required(probabilityMetric)).interval();
  }

  private ProbabilityMetric required(@Nullable ProbabilityMetric other) {
    if (other == null) {
      throw new IllegalArgumentException(key + " has no interval");
    }
    return other;
  }

  private static Map<String, GateFigure> known() {
    Map<String, GateFigure> known = new TreeMap<>();
    for (Metric metric : Metric.values()) {
      known.put(
          metric.key(),
          new GateFigure(metric.key(), plain(one -> one.scores().of(metric)), metric, null));
    }
    for (ProbabilityMetric metric : ProbabilityMetric.values()) {
      known.put(
          metric.key(),
          new GateFigure(metric.key(), plain(one -> one.probabilities().of(metric)), null, metric));
    }
    Arrays.stream(Stance.values()).forEach(stance -> addStance(known, stance));
    for (Averaging way : Averaging.values()) {
      addFigures(
          known,
          way.key(),
          one -> one.scores().averages().getOrDefault(way, way.of(ConfusionMatrix.EMPTY)));
    }
    add(known, "bytes", (evaluation, bytes, difference) -> OptionalDouble.of((double) bytes));
    add(known, "fixed", changes(PairedDifference::fixed));
    add(known, "broken", changes(PairedDifference::broken));
    add(known, "stillWrong", changes(PairedDifference::stillWrong));
    return known;
  }

  private static void addStance(Map<String, GateFigure> known, Stance stance) {
    addFigures(known, stance.label(), one -> PrecisionRecallF1.of(one.confusion(), stance));
    add(
        known,
        "rocAuc." + stance.label(),
        (evaluation, bytes, difference) -> area(evaluation.probabilities().rocAuc(), stance));
    add(
        known,
        "prAuc." + stance.label(),
        (evaluation, bytes, difference) -> area(evaluation.probabilities().prAuc(), stance));
  }

  private static void addFigures(
      Map<String, GateFigure> known,
      String suffix,
      Function<Evaluation, PrecisionRecallF1> figures) {
    add(known, "precision." + suffix, plain(one -> figures.apply(one).precision()));
    add(known, "recall." + suffix, plain(one -> figures.apply(one).recall()));
    add(known, "f1." + suffix, plain(one -> figures.apply(one).f1()));
  }

  private static void add(Map<String, GateFigure> known, String key, Value value) {
    known.put(key, new GateFigure(key, value, null, null));
  }

  private static Value plain(ToDoubleFunction<Evaluation> figure) {
    return (evaluation, bytes, difference) -> OptionalDouble.of(figure.applyAsDouble(evaluation));
  }

  private static Value changes(ToIntFunction<PairedDifference> count) {
    return (evaluation, bytes, difference) ->
        difference == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(count.applyAsInt(difference));
  }

  private static OptionalDouble area(OneVersusRest areas, Stance stance) {
    Double area = areas.byStance().get(stance);
    return area == null ? OptionalDouble.empty() : OptionalDouble.of(area);
  }
}

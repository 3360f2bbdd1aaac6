package org.stance4j.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.AgreementTable;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.evaluation.Interval;

/**
 * How far two annotators agree in one column. Immutable.
 *
 * @param table what they said: rows = first, columns = second
 * @param intervals 95 % interval by metric, groups resampled; unmodifiable
 * @param labels label by label against the rest, in the order of the table
 * @param slices the agreement of parts, by attribute
 * @param differences items on which they differ, in the order of the data
 */
public record Agreement(
    AgreementTable table,
    Map<AgreementMetric, Interval> intervals,
    List<LabelAgreement> labels,
    List<AgreementSlice> slices,
    List<TwiceLabelled> differences) {
  /** Most values of an attribute that are still shown one by one. */
  public static final int MOST_VALUES = 50;

  public Agreement {
    intervals = Collections.unmodifiableMap(new EnumMap<>(intervals));
    labels = List.copyOf(labels);
    slices = List.copyOf(slices);
    differences = List.copyOf(differences);
  }

  /**
   * Compares two annotators.
   *
   * @param names the labels there are
   * @param items at least one, all with a label from both
   * @param label reads an annotator's label
   * @param attributes names of the attributes to slice by
   * @param resamples number of resamples
   * @param seed source of the resamples
   */
  static Agreement of(
      List<String> names,
      List<TwiceLabelled> items,
      Function<Judgement, String> label,
      List<String> attributes,
      int resamples,
      long seed) {
    Function<List<TwiceLabelled>, AgreementTable> table =
        part ->
            AgreementTable.of(
                names,
                part.stream().map(item -> label.apply(judgement(item.first()))).toList(),
                part.stream().map(item -> label.apply(judgement(item.second()))).toList());
    AgreementTable all = table.apply(items);
    List<AgreementTable> clusters =
        by(items, TwiceLabelled::group).values().stream().map(table).toList();
    List<AgreementMetric> metrics = List.of(AgreementMetric.values());
    List<Interval> bounds = ClusterBootstrap.ofTables(clusters, metrics, resamples, seed);
    Map<AgreementMetric, Interval> intervals = new EnumMap<>(AgreementMetric.class);
    for (int i = 0; i < metrics.size(); i++) {
      intervals.put(metrics.get(i), bounds.get(i));
    }
    List<AgreementSlice> slices = new ArrayList<>();
    for (String attribute : attributes) {
      Map<String, List<TwiceLabelled>> parts = by(items, item -> item.attribute(attribute));
      if (parts.size() > 1 && parts.size() <= MOST_VALUES) {
        parts.forEach(
            (value, part) ->
                slices.add(
                    new AgreementSlice(
                        attribute,
                        value.isBlank() ? AgreementSlice.NO_VALUE : value,
                        table.apply(part))));
      }
    }
    return new Agreement(
        all,
        intervals,
        names.stream().map(name -> LabelAgreement.of(all, name)).toList(),
        slices,
        items.stream()
            .filter(
                item ->
                    !label
                        .apply(judgement(item.first()))
                        .equals(label.apply(judgement(item.second()))))
            .toList());
  }

  private static Judgement judgement(@Nullable Judgement judgement) {
    if (judgement == null) {
      throw new IllegalArgumentException("agreement needs items that both annotators labelled");
    }
    return judgement;
  }

  private static Map<String, List<TwiceLabelled>> by(
      List<TwiceLabelled> items, Function<TwiceLabelled, String> key) {
    Map<String, List<TwiceLabelled>> parts = new TreeMap<>();
    for (TwiceLabelled item : items) {
      parts.computeIfAbsent(key.apply(item), name -> new ArrayList<>()).add(item);
    }
    return parts;
  }

  /** Number of items that both labelled. */
  public int n() {
    return table.total();
  }

  /** Number of groups, the unit of the intervals. */
  public int clusters() {
    return interval(AgreementMetric.OBSERVED).clusters();
  }

  /** The figure of a metric. */
  public double of(AgreementMetric metric) {
    return metric.applyAsDouble(table);
  }

  /** The interval of a metric. */
  public Interval interval(AgreementMetric metric) {
    Interval interval = intervals.get(metric);
    if (interval == null) {
      throw new IllegalArgumentException("no interval of " + metric.key());
    }
    return interval;
  }
}

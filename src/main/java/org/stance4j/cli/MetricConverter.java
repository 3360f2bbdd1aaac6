package org.stance4j.cli;

import java.util.Arrays;
import org.stance4j.evaluation.Metric;

/** Reads a metric by its key. */
final class MetricConverter extends ArgumentConverter<Metric> {
  MetricConverter() {
    super(MetricConverter::metric);
  }

  private static Metric metric(String key) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + key
                        + "' is no metric; allowed are "
                        + Words.or(Arrays.stream(Metric.values()).map(Metric::key).toList())));
  }
}

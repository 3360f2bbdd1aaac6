package org.stance4j.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far each choice goes along with the scores of one rung of the choosing search: the family
 * over all of them, every other choice among the trials of its family.
 *
 * <p>The share of variance is eta squared of a one-way analysis of variance: the sum of squares
 * between the means of the values by the total sum of squares, in [0, 1]. Choices are drawn
 * together, so what one explains another may explain as well; on rungs above the lowest only what
 * did well below is left.
 *
 * @param rung from 0
 * @param share of the groups that its trials were scored on
 * @param trials number of its trials with a score
 * @param parameters by family in the order of the search, then by share of variance
 */
record WhatMattered(int rung, double share, int trials, List<Parameter> parameters) {
  /** Fewer trials than this are called few. */
  static final int FEW = 10;

  /** The family itself stands for this parameter, over all families. */
  static final String FAMILY = "family";

  WhatMattered {
    parameters = List.copyOf(parameters);
  }

  /**
   * One choice.
   *
   * @param family whose trials are compared; empty for all
   * @param name keys that lead to the choice, or {@value #FAMILY}
   * @param trials number of trials compared
   * @param etaSquared share of variance; {@code null} where no value occurs twice or all scores are
   *     equal
   * @param levels at least two, best mean first
   */
  record Parameter(
      String family, String name, int trials, @Nullable Double etaSquared, List<Level> levels) {
    Parameter {
      levels = List.copyOf(levels);
    }

    boolean few() {
      return trials < FEW;
    }
  }

  /**
   * One value of a choice.
   *
   * @param mean mean score of its trials
   * @param count number of them, at least 1
   */
  record Level(String value, double mean, int count) {}

  /** Compares the trials of a rung, which are all of the same search. */
  static WhatMattered of(List<Trial> trials, int rung) {
    List<Trial> compared =
        trials.stream().filter(trial -> trial.rung() == rung && trial.ok()).toList();
    List<Parameter> parameters = new ArrayList<>();
    Map<String, List<Double>> families = new LinkedHashMap<>();
    Map<String, Map<String, Map<String, List<Double>>>> choices = new LinkedHashMap<>();
    for (Trial trial : compared) {
      String family = trial.candidate().family();
      families.computeIfAbsent(family, name -> new ArrayList<>()).add(trial.value());
      trial
          .candidate()
          .choices()
          .forEach(
              (name, value) ->
                  choices
                      .computeIfAbsent(family, key -> new LinkedHashMap<>())
                      .computeIfAbsent(name, key -> new LinkedHashMap<>())
                      .computeIfAbsent(value, key -> new ArrayList<>())
                      .add(trial.value()));
    }
    if (families.size() > 1) {
      parameters.add(parameter("", FAMILY, families));
    }
    choices.forEach(
        (family, byName) -> {
          List<Parameter> own = new ArrayList<>();
          byName.forEach(
              (name, byValue) -> {
                if (byValue.size() > 1) {
                  own.add(parameter(family, name, byValue));
                }
              });
          own.sort(
              Comparator.comparingDouble(
                      (Parameter one) -> one.etaSquared() == null ? -1 : one.etaSquared())
                  .reversed()
                  .thenComparing(Parameter::name));
          parameters.addAll(own);
        });
    double share = compared.isEmpty() ? 0 : compared.get(0).share();
    return new WhatMattered(rung, share, compared.size(), parameters);
  }

  private static Parameter parameter(
      String family, String name, Map<String, List<Double>> scoresByValue) {
    List<Double> all = scoresByValue.values().stream().flatMap(List::stream).toList();
    double mean = mean(all);
    double total = 0;
    for (double score : all) {
      total += (score - mean) * (score - mean);
    }
    double between = 0;
    List<Level> levels = new ArrayList<>();
    for (Map.Entry<String, List<Double>> entry : scoresByValue.entrySet()) {
      Level level = new Level(entry.getKey(), mean(entry.getValue()), entry.getValue().size());
      between += level.count() * (level.mean() - mean) * (level.mean() - mean);
      levels.add(level);
    }
    levels.sort(Comparator.comparingDouble(Level::mean).reversed().thenComparing(Level::value));
    boolean defined = all.size() > levels.size() && total > 0;
    return new Parameter(
        family, name, all.size(), defined ? Math.min(1, between / total) : null, levels);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}

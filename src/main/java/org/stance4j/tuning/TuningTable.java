package org.stance4j.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A result as Markdown that reads well as plain text too. */
final class TuningTable {
  private static final int MOST_FINALISTS = 20;

  private final StringBuilder text = new StringBuilder();

  private TuningTable() {}

  static String of(TuningResult result) {
    TuningTable table = new TuningTable();
    table.head(result);
    table.finalists(result);
    table.outer(result);
    result.mattered().forEach(table::mattered);
    return table.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void head(TuningResult result) {
    line("# Search for a recipe on " + result.request().training().name());
    line("");
    line("- found: " + result.bestText().orElse("nothing; no trial has a score"));
    line("- honest figure: " + result.honestText());
    line(
        String.format(
            Locale.ROOT,
            "- trials: %d with a score, %d failed, %d skipped for lack of time; seed %d; %s",
            result.count(Trial.Status.OK),
            result.count(Trial.Status.FAILED),
            result.count(Trial.Status.SKIPPED),
            result.request().seed(),
            switch (result.state()) {
              case DONE -> "everything was done";
              case INTERRUPTED, RUNNING -> "the search was cut off";
            }));
  }

  private void finalists(TuningResult result) {
    List<Trial> finalists = result.finalists();
    if (finalists.isEmpty()) {
      return;
    }
    line("");
    line("## Finalists");
    line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("number", "family", result.request().metric().title(), "seconds", "choices"));
    for (Trial trial : finalists.subList(0, Math.min(MOST_FINALISTS, finalists.size()))) {
      rows.add(
          List.of(
              String.valueOf(trial.candidate().number()),
              trial.candidate().family(),
              figure(trial.value()),
              String.format(Locale.ROOT, "%.1f", trial.millis() / 1000.0),
              trial.candidate().given()
                  ? "given"
                  : trial.candidate().choices().entrySet().stream()
                      .map(choice -> choice.getKey() + "=" + choice.getValue())
                      .collect(Collectors.joining("; "))));
    }
    rows(rows);
  }

  private void outer(TuningResult result) {
    List<Trial> tests =
        result.trials().stream().filter(trial -> trial.rung() == Trial.OUTER_TEST).toList();
    if (tests.isEmpty()) {
      return;
    }
    line("");
    line("## Winners of the outer searches on their test folds");
    line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("search", "number", "family", "sentences", result.request().metric().title()));
    for (Trial trial : tests) {
      rows.add(
          List.of(
              trial.scope(),
              String.valueOf(trial.candidate().number()),
              trial.candidate().family(),
              String.valueOf(trial.rows()),
              trial.ok() ? figure(trial.value()) : trial.status().label()));
    }
    rows(rows);
  }

  private void mattered(WhatMattered mattered) {
    line("");
    line(
        String.format(
            Locale.ROOT,
            "## What mattered on rung %d: %.0f %% of the groups, %d candidates",
            mattered.rung() + 1,
            100 * mattered.share(),
            mattered.trials()));
    line("");
    if (mattered.parameters().isEmpty()) {
      line("Too few candidates to compare any choice.");
      return;
    }
    line(
        "Share of the variance of the scores that a choice goes along with (eta squared), and the"
            + " mean score of each value with the number of candidates; * marks fewer than "
            + WhatMattered.FEW
            + " candidates, which give a hint at most.");
    line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("family", "choice", "eta²", "values, best first"));
    for (WhatMattered.Parameter parameter : mattered.parameters()) {
      Double eta = parameter.etaSquared();
      rows.add(
          List.of(
              parameter.family().isEmpty() ? "all" : parameter.family(),
              parameter.name(),
              (eta == null ? "–" : String.format(Locale.ROOT, "%.2f", eta))
                  + (parameter.few() ? "*" : ""),
              parameter.levels().stream()
                  .map(
                      level ->
                          level.value() + " " + figure(level.mean()) + " (" + level.count() + ")")
                  .collect(Collectors.joining(", "))));
    }
    rows(rows);
  }

  private static String figure(double score) {
    return String.format(Locale.ROOT, "%.3f", score);
  }

  /** A table whose columns are as wide as their widest cell, but for the last. */
  private void rows(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    int columns = rows.get(0).size();
    for (int column = 0; column < columns; column++) {
      int width = 0;
      for (List<String> row : rows) {
        width = Math.max(width, cell(row.get(column)).length());
      }
      widths.add(column == columns - 1 ? 0 : width);
    }
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder out = new StringBuilder("|");
      for (int column = 0; column < columns; column++) {
        String cell = cell(rows.get(row).get(column));
        out.append(' ')
            .append(cell)
            .append(" ".repeat(Math.max(0, widths.get(column) - cell.length())))
            .append(" |");
      }
      line(out.toString());
      if (row == 0) {
        line(
            widths.stream()
                .map(width -> "-".repeat(Math.max(3, width)))
                .collect(Collectors.joining(" | ", "| ", " |")));
      }
    }
  }

  private static String cell(String value) {
    return value.replace("|", "\\|");
  }
}

package org.stance4j.report;

import java.util.List;
import java.util.Locale;
import org.stance4j.Sentence;
import org.stance4j.behaviour.BehaviourTest;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.TestOutcome;

/**
 * A run of a behavioural suite as lines for the console: a table of failure rates, then as many
 * failures of each capability as are asked for. Hidden characters are made visible.
 */
public final class BehaviourText {
  private BehaviourText() {}

  /**
   * All lines, each ending in a line feed.
   *
   * @param failures how many failures of each capability at most; 0 for the table alone
   */
  public static String render(BehaviourReport report, int failures) {
    StringBuilder text = new StringBuilder();
    text.append(oneLine(report.title())).append("\n\n");
    table(text, BehaviourRow.of(report.run()));
    if (failures > 0) {
      report.run().capabilities().forEach(result -> failures(text, result, failures));
    }
    text.append('\n');
    report.summary().forEach(line -> text.append(oneLine(line)).append('\n'));
    return VisibleText.page(text.toString());
  }

  private static void table(StringBuilder text, List<BehaviourRow> rows) {
    int names = width("capability", rows.stream().map(BehaviourRow::name).toList());
    int kinds = width("kind", rows.stream().map(BehaviourRow::kinds).toList());
    String format = "%-" + names + "s  %-" + kinds + "s  %5s  %8s  %7s  %s\n";
    text.append(
        String.format(
            Locale.ROOT,
            format,
            "capability",
            "kind",
            "tests",
            "failures",
            "rate",
            "95 % interval"));
    boolean sums = false;
    for (BehaviourRow row : rows) {
      if (row.sum() && !sums) {
        text.append('\n');
        sums = true;
      }
      text.append(
          String.format(
              Locale.ROOT,
              format,
              oneLine(row.name()),
              row.kinds(),
              Figures.count(row.rate().tests()),
              Figures.count(row.rate().failures()),
              row.percent(),
              Figures.interval(row.rate().interval())));
    }
  }

  private static int width(String title, List<String> cells) {
    return Math.max(title.length(), cells.stream().mapToInt(String::length).max().orElse(0));
  }

  private static void failures(StringBuilder text, CapabilityResult result, int most) {
    List<TestOutcome> failures = result.failures();
    if (failures.isEmpty()) {
      return;
    }
    text.append('\n').append(oneLine(result.capability())).append('\n');
    for (TestOutcome outcome : failures.subList(0, Math.min(most, failures.size()))) {
      BehaviourTest test = outcome.test();
      text.append("  ")
          .append(oneLine(test.id()))
          .append(": expected ")
          .append(test.expectation().words())
          .append("; said ")
          .append(outcome.words())
          .append('\n');
      for (Sentence sentence : test.sentences()) {
        text.append("    ").append(oneLine(sentence.text())).append('\n');
      }
    }
    if (failures.size() > most) {
      text.append("  and ").append(failures.size() - most).append(" more\n");
    }
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }
}

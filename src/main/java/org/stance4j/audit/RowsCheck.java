package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.text.Words;

/** Lengths, exact duplicates, and one text with two labels. */
final class RowsCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<Finding> findings = new ArrayList<>(lengths(context.rows()));
    findings.addAll(duplicates(context.rows()));
    findings.addAll(contradictions(context.rows()));
    if (findings.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.ROWS,
              Level.GOOD,
              "every row has a sentence's length, no text occurs twice or with two labels"));
    }
    return CheckResult.of(findings);
  }

  /** A row and its length in words. */
  private record Length(Example example, int words) {
    Exhibit exhibit() {
      return Exhibit.of(example, Wording.count(words, "word"));
    }
  }

  private static List<Finding> lengths(List<Row> rows) {
    List<Length> wordless = new ArrayList<>();
    List<Length> shorts = new ArrayList<>();
    List<Length> longs = new ArrayList<>();
    List<Length> tooLong = new ArrayList<>();
    for (Row row : rows) {
      Example example = row.example();
      Length length = new Length(example, Words.count(example.sentence().text()));
      if (length.words == 0) {
        wordless.add(length);
      } else if (length.words < AuditThresholds.SHORT_WORDS
          && example.sentence().kind() == SentenceKind.BODY) {
        shorts.add(length);
      } else if (length.words > AuditThresholds.TOO_LONG_WORDS) {
        tooLong.add(length);
      } else if (length.words > AuditThresholds.LONG_WORDS) {
        longs.add(length);
      }
    }
    List<Finding> findings = new ArrayList<>();
    add(findings, Level.FAIL, wordless, "without a single word", "wordless");
    add(
        findings,
        Level.FAIL,
        tooLong,
        "of more than " + AuditThresholds.TOO_LONG_WORDS + " words: no sentences",
        "tooLong");
    add(
        findings,
        Level.WARN,
        longs,
        "of more than " + AuditThresholds.LONG_WORDS + " words",
        "long");
    add(
        findings,
        Level.WARN,
        shorts,
        "of fewer than " + AuditThresholds.SHORT_WORDS + " words",
        "short");
    return findings;
  }

  private static void add(
      List<Finding> findings, Level level, List<Length> found, String what, String key) {
    if (!found.isEmpty()) {
      List<Length> worst = new ArrayList<>(found);
      worst.sort((a, b) -> b.words - a.words);
      findings.add(
          Finding.of(
                  AuditCheck.ROWS,
                  level,
                  Wording.count(found.size(), "row") + " " + what,
                  Figure.count(key, found.size()))
              .showing(worst.stream().map(Length::exhibit).toList()));
    }
  }

  private static List<Finding> duplicates(List<Row> rows) {
    Collection<List<Example>> exact = repeated(rows, row -> row.example().sentence().text());
    if (exact.isEmpty()) {
      return List.of();
    }
    int surplus = exact.stream().mapToInt(same -> same.size() - 1).sum();
    return List.of(
        Finding.of(
                AuditCheck.ROWS,
                Level.WARN,
                Wording.count(surplus, "row", "repeats", "repeat")
                    + " another letter for letter; keep one of each",
                Figure.count("duplicates", surplus))
            .showing(exact.stream().map(same -> exhibit(same, "")).toList()));
  }

  private static List<Finding> contradictions(List<Row> rows) {
    List<Exhibit> found = new ArrayList<>();
    for (List<Example> same : repeated(rows, row -> String.join(" ", row.words()))) {
      List<String> labels = same.stream().map(example -> example.stance().label()).toList();
      if (labels.stream().distinct().count() > 1) {
        found.add(exhibit(same, String.join(", ", new TreeSet<>(labels))));
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.of(
                AuditCheck.ROWS,
                Level.FAIL,
                Wording.count(found.size(), "text", "has", "have")
                    + " more than one label; settle it or tell the rows apart by their context",
                Figure.count("contradictory", found.size()))
            .showing(found));
  }

  /** The rows that share a key, where there are at least two; rows without words left out. */
  private static Collection<List<Example>> repeated(List<Row> rows, Function<Row, String> key) {
    Map<String, List<Example>> same = new LinkedHashMap<>();
    for (Row row : rows) {
      if (!row.words().isEmpty()) {
        same.computeIfAbsent(key.apply(row), text -> new ArrayList<>()).add(row.example());
      }
    }
    same.values().removeIf(examples -> examples.size() < 2);
    return same.values();
  }

  private static Exhibit exhibit(List<Example> same, String note) {
    List<Example> shown = same.subList(0, Math.min(same.size(), Finding.MOST_EXAMPLES));
    int more = same.size() - shown.size();
    return new Exhibit(
        shown.stream().map(Example::id).toList(),
        more > 0 ? note + Wording.format(" (and %,d more)", more) : note,
        shown.stream().map(example -> example.sentence().text()).distinct().toList());
  }
}

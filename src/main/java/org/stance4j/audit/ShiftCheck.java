package org.stance4j.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stance4j.SentenceKind;

/**
 * How well the body sentences of two parts of the data can be told apart, pair by pair; never a
 * failure. Titles are left out: a part without any would stand out by that alone.
 */
final class ShiftCheck implements Check {
  /** Words of a part that stand below the finding; the table has more. */
  private static final int SHOWN_WORDS = 6;

  @Override
  public CheckResult run(AuditContext context) {
    ShiftRequest request = context.shift() == null ? ShiftRequest.SOURCES : context.shift();
    SortedMap<String, List<Row>> parts = parts(context, request);
    if (parts.size() < 2) {
      return CheckResult.of(
          Finding.of(
              AuditCheck.SHIFT,
              Level.NOTE,
              "not checked: the rows do not differ in '"
                  + request.attribute()
                  + "'; name another attribute with --shift"));
    }
    if (parts.size() > AuditThresholds.SHIFT_VALUES) {
      return CheckResult.of(
          Finding.of(
              AuditCheck.SHIFT,
              Level.NOTE,
              Wording.format(
                  "not checked: '%s' has %d values, too many to compare pair by pair; name two: --shift %s=A,B",
                  request.attribute(), parts.size(), request.attribute())));
    }
    return compare(parts, context.seed());
  }

  /** Every pair of the parts that are large enough. */
  private static CheckResult compare(SortedMap<String, List<Row>> parts, long seed) {
    List<Finding> findings = new ArrayList<>();
    List<PartComparison> comparisons = new ArrayList<>();
    List<Part> large = new ArrayList<>();
    List<String> small = new ArrayList<>();
    parts.forEach(
        (name, rows) -> {
          if (isComparable(rows)) {
            large.add(new Part(name, rows));
          } else {
            small.add(name);
          }
        });
    if (!small.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.SHIFT,
              Level.NOTE,
              Wording.format(
                  "not compared, having fewer than %d body rows or two groups: %s",
                  AuditThresholds.SHIFT_ROWS, String.join(", ", small))));
    }
    for (int i = 0; i < large.size(); i++) {
      for (int j = i + 1; j < large.size(); j++) {
        PartComparison comparison = PartComparison.of(large.get(i), large.get(j), seed);
        comparisons.add(comparison);
        findings.add(finding(comparison));
      }
    }
    return new CheckResult(
        findings, comparisons.isEmpty() ? List.of() : ShiftTables.of(comparisons));
  }

  /** The rows by value of the attribute; those without one left out. */
  private static SortedMap<String, List<Row>> parts(AuditContext context, ShiftRequest request) {
    SortedMap<String, List<Row>> parts = new TreeMap<>();
    Stream.concat(context.rows().stream(), context.documents().stream())
        .filter(row -> row.example().sentence().kind() == SentenceKind.BODY)
        .filter(row -> !row.example().attribute(request.attribute()).isEmpty())
        .forEach(
            row ->
                parts
                    .computeIfAbsent(
                        row.example().attribute(request.attribute()), key -> new ArrayList<>())
                    .add(row));
    if (context.shift() != null) {
      require(parts, request, context);
      if (!request.values().isEmpty()) {
        parts.keySet().retainAll(request.values());
      }
    }
    return parts;
  }

  /** Fails unless rows have what was asked for. */
  private static void require(
      SortedMap<String, List<Row>> parts, ShiftRequest request, AuditContext context) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "no body row has the attribute '"
              + request.attribute()
              + "' to compare by; there are "
              + String.join(", ", attributes(context)));
    }
    for (String value : request.values()) {
      if (!parts.containsKey(value)) {
        throw new IllegalArgumentException(
            "no body row has "
                + request.attribute()
                + "="
                + value
                + "; there are "
                + Wording.list(parts.keySet(), AuditThresholds.MOST_VALUES));
      }
    }
  }

  private static List<String> attributes(AuditContext context) {
    return Stream.concat(context.rows().stream(), context.documents().stream())
        .flatMap(row -> row.example().attributes().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isComparable(List<Row> rows) {
    return rows.size() >= AuditThresholds.SHIFT_ROWS
        && rows.stream().map(row -> row.example().group()).distinct().count() >= 2;
  }

  private static Finding finding(PartComparison comparison) {
    double most = Math.max(comparison.words().auc(), comparison.form().auc());
    Level level =
        most >= AuditThresholds.SHIFT_WARN
            ? Level.WARN
            : most < AuditThresholds.SHIFT_GOOD ? Level.GOOD : Level.NOTE;
    String judgement =
        switch (level) {
          case GOOD -> "alike";
          case WARN -> "two kinds of text";
          case NOTE, FAIL -> "differ";
        };
    return Finding.of(
            AuditCheck.SHIFT,
            level,
            Wording.format(
                "%s and %s: %s; told apart by words with an AUC of %s, within one label %s, by lengths and punctuation %s",
                comparison.first().name(),
                comparison.second().name(),
                judgement,
                Wording.score(comparison.words().auc(), comparison.words().interval()),
                Wording.score(comparison.withinLabels()),
                Wording.score(comparison.form().auc(), comparison.form().interval())),
            Figure.score("aucWords", comparison.words().auc()),
            Figure.score("aucWordsLow", comparison.words().interval().low()),
            Figure.score("aucWordsHigh", comparison.words().interval().high()),
            Figure.score("aucWithinLabels", comparison.withinLabels()),
            Figure.score("aucForm", comparison.form().auc()),
            Figure.score("aucFormLow", comparison.form().interval().low()),
            Figure.score("aucFormHigh", comparison.form().interval().high()))
        .showing(
            List.of(
                marks(comparison.first(), comparison.firstWords()),
                marks(comparison.second(), comparison.secondWords())));
  }

  private static Exhibit marks(Part part, List<PartWord> words) {
    List<String> names =
        words.stream()
            .map(
                word ->
                    Wording.format(
                        "%s (%.0f against %.0f)", word.word(), word.rate(), word.otherRate()))
            .limit(SHOWN_WORDS)
            .toList();
    return Exhibit.place(
        part.name(),
        names.isEmpty()
            ? "no word marks it"
            : "marked by " + String.join(", ", names) + " in 1,000 sentences");
  }
}

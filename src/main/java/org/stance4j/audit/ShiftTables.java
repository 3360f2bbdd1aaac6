package org.stance4j.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stance4j.Stance;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.corpus.LengthDistribution;
import org.stance4j.text.Words;

/** The tables of the shift: each part's lengths and labels, and the words of each pair. */
final class ShiftTables {
  private static final List<AuditTable.Column> PART_COLUMNS =
      List.of(
          new AuditTable.Column("rows", "rows", FigureFormat.COUNT),
          new AuditTable.Column("meanWords", "mean words", FigureFormat.RATE),
          new AuditTable.Column("medianWords", "median", FigureFormat.RATE),
          new AuditTable.Column("p90Words", "90 % up to", FigureFormat.COUNT),
          new AuditTable.Column("pro", "pro", FigureFormat.SHARE),
          new AuditTable.Column("anti", "anti", FigureFormat.SHARE),
          new AuditTable.Column("neutral", "neutral", FigureFormat.SHARE));

  private static final List<AuditTable.Column> WORD_COLUMNS =
      List.of(
          new AuditTable.Column("perThousand", "per 1,000 sentences", FigureFormat.RATE),
          new AuditTable.Column("perThousandOther", "in the other", FigureFormat.RATE),
          new AuditTable.Column("z", "z", FigureFormat.SCORE));

  private ShiftTables() {}

  static List<AuditTable> of(List<PartComparison> comparisons) {
    Map<String, Part> parts = new LinkedHashMap<>();
    List<AuditTable.Row> words = new ArrayList<>();
    for (PartComparison comparison : comparisons) {
      Part first = comparison.first();
      Part second = comparison.second();
      parts.put(first.name(), first);
      parts.put(second.name(), second);
      words.addAll(words(first, second, comparison.firstWords()));
      words.addAll(words(second, first, comparison.secondWords()));
    }
    return List.of(
        new AuditTable(
            AuditCheck.SHIFT,
            "parts",
            "Lengths and labels by part",
            List.of("part"),
            PART_COLUMNS,
            parts.values().stream().map(ShiftTables::row).toList()),
        new AuditTable(
            AuditCheck.SHIFT,
            "partWords",
            "Words that mark a part",
            List.of("part", "against", "word"),
            WORD_COLUMNS,
            words));
  }

  private static AuditTable.Row row(Part part) {
    int[] lengths =
        part.rows().stream()
            .mapToInt(row -> Words.count(row.example().sentence().text()))
            .toArray();
    LengthDistribution distribution = LengthDistribution.of(lengths);
    LabelCounts labels = LabelCounts.of(part.rows().stream().map(Row::example).toList());
    List<Double> figures = new ArrayList<>();
    figures.add((double) part.size());
    figures.add(IntStream.of(lengths).average().orElse(0));
    figures.add(distribution.median());
    figures.add((double) distribution.p90());
    for (Stance stance : Stance.values()) {
      figures.add((double) labels.of(stance) / part.size());
    }
    return new AuditTable.Row(List.of(part.name()), figures);
  }

  private static List<AuditTable.Row> words(Part part, Part other, List<PartWord> words) {
    return words.stream()
        .map(
            word ->
                new AuditTable.Row(
                    List.of(part.name(), other.name(), word.word()),
                    List.of(word.rate(), word.otherRate(), word.z())))
        .toList();
  }
}

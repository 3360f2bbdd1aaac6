package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stance4j.Stance;
import org.stance4j.corpus.GroupSizes;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.corpus.LengthDistribution;
import org.stance4j.corpus.LengthHistogram;

/**
 * The JSON of what a dataset holds, format {@value #FORMAT}. Its keys, in this order:
 *
 * <ul>
 *   <li>{@code format}, {@code title}; {@code summary}: list of sentences
 *   <li>{@code data}: name; {@code labels}: {@code {all, pro, anti, neutral}}, numbers of sentences
 *   <li>{@code tables}: object of {@code source, split, kind, holder, register, phenomenon}, those
 *       with more than one value; each a list of {@code {value, all, pro, anti, neutral}}
 *   <li>{@code words}: {@code {min, median, p90, max, histogram: [{from, to, all, pro, anti,
 *       neutral}]}}, {@code to} being {@code null} where open
 *   <li>{@code groups}: {@code {before, joined, largest, largestShare, nearDuplicatePairs, sizes:
 *       [{from, to, groups, sentences}]}}
 *   <li>{@code settings}, {@code provenance}: objects of text
 * </ul>
 */
final class StatsJson {
  /** Format of statistics. */
  static final String FORMAT = "stance4j.statistics/1";

  private StatsJson() {}

  /** Adds what stands between the summary and the settings. */
  static void add(ObjectNode node, StatsReport report) {
    node.put("data", report.data());
    counts(node.putObject("labels"), report.statistics().labels());
    ObjectNode tables = node.putObject("tables");
    for (StatsTable table : report.tables()) {
      ArrayNode rows = tables.putArray(table.key());
      table.rows().forEach(row -> counts(rows.addObject().put("value", row.value()), row.counts()));
    }
    words(node.putObject("words"), report);
    groups(node.putObject("groups"), report);
  }

  private static void words(ObjectNode node, StatsReport report) {
    LengthDistribution words = report.statistics().words();
    node.put("min", words.min());
    node.set("median", JsonRenderer.number(words.median()));
    node.put("p90", words.p90()).put("max", words.max());
    ArrayNode histogram = node.putArray("histogram");
    for (LengthHistogram.Bin bin : report.lengths().bins()) {
      counts(range(histogram.addObject(), bin.from(), bin.to()), bin.counts());
    }
  }

  private static void groups(ObjectNode node, StatsReport report) {
    node.put("before", report.grouping().groupsBefore())
        .put("joined", report.grouping().groups())
        .put("largest", report.grouping().largestGroup());
    node.set("largestShare", JsonRenderer.number(report.grouping().largestShare()));
    node.put("nearDuplicatePairs", report.grouping().nearDuplicates().size());
    ArrayNode sizes = node.putArray("sizes");
    for (GroupSizes.Bin bin : report.groups().bins()) {
      range(sizes.addObject(), bin.from(), bin.to())
          .put("groups", bin.groups())
          .put("sentences", bin.sentences());
    }
  }

  private static ObjectNode range(ObjectNode node, int from, int to) {
    node.put("from", from);
    return to == Integer.MAX_VALUE ? node.putNull("to") : node.put("to", to);
  }

  private static void counts(ObjectNode node, LabelCounts counts) {
    node.put("all", counts.total());
    for (Stance stance : Stance.values()) {
      node.put(stance.label(), counts.of(stance));
    }
  }
}

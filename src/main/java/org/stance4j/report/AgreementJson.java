package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.agreement.Agreement;
import org.stance4j.agreement.AgreementMetric;
import org.stance4j.agreement.AgreementSlice;
import org.stance4j.agreement.AgreementStudy;
import org.stance4j.agreement.Judgement;
import org.stance4j.agreement.LabelAgreement;
import org.stance4j.agreement.MissingLabels;
import org.stance4j.agreement.TwiceLabelled;
import org.stance4j.evaluation.AgreementTable;

/**
 * The JSON of two annotators' agreement, format {@value #FORMAT}. Its keys, in this order:
 *
 * <ul>
 *   <li>{@code format}, {@code title}; {@code summary}: list of sentences
 *   <li>{@code data}, {@code first}, {@code second}: names of the data and of the annotators, a
 *       column or a file each
 *   <li>{@code labels}: an agreement; {@code holders}: an agreement or {@code null}
 *   <li>{@code missing}: {@code {first, second, both, holders}}, numbers of rows, and the lists of
 *       ids {@code onlyFirst, onlySecond}
 *   <li>{@code seed}, as text, since it may exceed what JSON readers hold
 *   <li>{@code settings}, {@code provenance}: objects of text
 * </ul>
 *
 * <p>An agreement has {@code n}, {@code clusters}; {@code agreement} in [0, 1], {@code kappa},
 * {@code alpha} at most 1, or {@code null} where all labels are the same; {@code intervals:
 * {agreement: {low, high, clusters, resamples}, …}}; {@code table: {labels, rows, columns,
 * counts}}; {@code perLabel: {pro: {kappa, first, second, both}, …}}; {@code slices: [{attribute,
 * value, n, fewRows, agreement, kappa, alpha}]}; {@code differences: [{id, group, text, first,
 * second, settled}]}, each judgement {@code {label, holder}} or {@code null}.
 */
final class AgreementJson {
  /** Format of an agreement. */
  static final String FORMAT = "stance4j.agreement/1";

  private AgreementJson() {}

  /** Adds what stands between the summary and the settings. */
  static void add(ObjectNode node, AgreementStudy study) {
    node.put("data", study.data()).put("first", study.first()).put("second", study.second());
    add(node.putObject("labels"), study.labels(), study);
    Agreement holders = study.holders();
    if (holders == null) {
      node.putNull("holders");
    } else {
      add(node.putObject("holders"), holders, study);
    }
    MissingLabels missing = study.missing();
    ObjectNode left =
        node.putObject("missing")
            .put("first", missing.first())
            .put("second", missing.second())
            .put("both", missing.both())
            .put("holders", missing.holders());
    left.set("onlyFirst", JsonRenderer.texts(missing.onlyFirst()));
    left.set("onlySecond", JsonRenderer.texts(missing.onlySecond()));
    node.put("seed", Long.toString(study.seed()));
  }

  private static void add(ObjectNode node, Agreement agreement, AgreementStudy study) {
    node.put("n", agreement.n()).put("clusters", agreement.clusters());
    figures(node, agreement.table());
    ObjectNode intervals = node.putObject("intervals");
    agreement
        .intervals()
        .forEach((metric, bounds) -> intervals.set(metric.key(), JsonRenderer.interval(bounds)));
    table(node.putObject("table"), agreement.table(), study);
    ObjectNode perLabel = node.putObject("perLabel");
    for (LabelAgreement label : agreement.labels()) {
      ObjectNode entry = perLabel.putObject(label.label());
      figure(entry, AgreementMetric.KAPPA, label.table());
      entry.put("first", label.first()).put("second", label.second()).put("both", label.both());
    }
    ArrayNode slices = node.putArray("slices");
    for (AgreementSlice slice : agreement.slices()) {
      ObjectNode entry =
          slices
              .addObject()
              .put("attribute", slice.attribute())
              .put("value", slice.value())
              .put("n", slice.n())
              .put("fewRows", slice.fewItems());
      figures(entry, slice.table());
    }
    ArrayNode differences = node.putArray("differences");
    for (TwiceLabelled item : agreement.differences()) {
      ObjectNode entry = differences.addObject().put("id", item.id()).put("group", item.group());
      entry.put("text", item.text());
      judgement(entry, "first", item.first());
      judgement(entry, "second", item.second());
      judgement(entry, "settled", item.settled());
    }
  }

  private static void figures(ObjectNode node, AgreementTable table) {
    for (AgreementMetric metric : AgreementMetric.values()) {
      figure(node, metric, table);
    }
  }

  private static void figure(ObjectNode node, AgreementMetric metric, AgreementTable table) {
    if (metric.isDefined(table)) {
      node.set(metric.key(), JsonRenderer.number(metric.applyAsDouble(table)));
    } else {
      node.putNull(metric.key());
    }
  }

  private static void table(ObjectNode node, AgreementTable table, AgreementStudy study) {
    node.set("labels", JsonRenderer.texts(table.labels()));
    node.put("rows", study.first()).put("columns", study.second());
    ArrayNode counts = node.putArray("counts");
    for (String row : table.labels()) {
      ArrayNode cells = counts.addArray();
      table.labels().forEach(column -> cells.add(table.count(row, column)));
    }
  }

  private static void judgement(ObjectNode node, String key, @Nullable Judgement judgement) {
    if (judgement == null) {
      node.putNull(key);
      return;
    }
    Holder holder = judgement.holder();
    node.putObject(key)
        .put("label", judgement.stance().label())
        .put("holder", holder == null ? null : holder.label());
  }
}

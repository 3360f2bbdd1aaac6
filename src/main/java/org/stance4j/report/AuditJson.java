package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stance4j.Stance;
import org.stance4j.audit.Audit;
import org.stance4j.audit.AuditTable;
import org.stance4j.audit.Exhibit;
import org.stance4j.audit.Figure;
import org.stance4j.audit.FigureFormat;
import org.stance4j.audit.Finding;

/**
 * The JSON of an audit, format {@value #FORMAT}. Its keys, in this order:
 *
 * <ul>
 *   <li>{@code format}, {@code title}; {@code summary}: list of sentences, the verdict first
 *   <li>{@code data}: {@code {name, rows, groups, pro, anti, neutral}}, numbers of rows; all 0
 *       where the data could not be read
 *   <li>{@code verdict}: {@code pass} or {@code fail}; {@code counts}: {@code {note, good, warn,
 *       fail}}, numbers of findings
 *   <li>{@code findings}: list of {@code {check, level, message, figures, examples, more}}; {@code
 *       check} is one of schema, rows, near-duplicates, splits, balance, slice-sizes, giveaways,
 *       metadata, words, overlap, furniture, characters, shift; {@code level} one of note, good,
 *       warn, fail; {@code figures} an object of numbers, shares in [0, 1]; {@code examples} a list
 *       of {@code {ids, note, texts}}, at most ten, the worst first; {@code more} the number of
 *       cases beyond them
 *   <li>{@code tables}: list of {@code {check, key, title, names, rows}}; {@code names} are the
 *       titles of the columns of text, and each row is {@code {names: [text, …], …}} with the
 *       table's figures by key
 *   <li>{@code seed}, as text, since it may exceed what JSON readers hold
 *   <li>{@code settings}, {@code provenance}: objects of text
 * </ul>
 */
final class AuditJson {
  /** Format of an audit. */
  static final String FORMAT = "stance4j.audit/1";

  private AuditJson() {}

  /** Adds what stands between the summary and the settings. */
  static void add(ObjectNode node, Audit audit) {
    ObjectNode data =
        node.putObject("data")
            .put("name", audit.data())
            .put("rows", audit.labels().total())
            .put("groups", audit.groups());
    for (Stance stance : Stance.values()) {
      data.put(stance.label(), audit.labels().of(stance));
    }
    node.put("verdict", audit.passed() ? "pass" : "fail");
    ObjectNode counts = node.putObject("counts");
    audit.counts().forEach((level, count) -> counts.put(level.label(), count));
    ArrayNode findings = node.putArray("findings");
    audit.findings().forEach(finding -> add(findings.addObject(), finding));
    ArrayNode tables = node.putArray("tables");
    audit.tables().forEach(table -> add(tables.addObject(), table));
    node.put("seed", Long.toString(audit.seed()));
  }

  private static void add(ObjectNode node, Finding finding) {
    node.put("check", finding.check().key())
        .put("level", finding.level().label())
        .put("message", finding.message());
    ObjectNode figures = node.putObject("figures");
    for (Figure figure : finding.figures()) {
      put(figures, figure.key(), figure.value(), figure.format());
    }
    ArrayNode examples = node.putArray("examples");
    for (Exhibit exhibit : finding.examples()) {
      ObjectNode example = examples.addObject();
      example.set("ids", JsonRenderer.texts(exhibit.ids()));
      example.put("note", exhibit.note());
      example.set("texts", JsonRenderer.texts(exhibit.texts()));
    }
    node.put("more", finding.more());
  }

  private static void add(ObjectNode node, AuditTable table) {
    node.put("check", table.check().key()).put("key", table.key()).put("title", table.title());
    node.set("names", JsonRenderer.texts(table.names()));
    ArrayNode rows = node.putArray("rows");
    for (AuditTable.Row row : table.rows()) {
      ObjectNode entry = rows.addObject();
      entry.set("names", JsonRenderer.texts(row.names()));
      for (int i = 0; i < table.columns().size(); i++) {
        AuditTable.Column column = table.columns().get(i);
        put(entry, column.key(), row.figures().get(i), column.format());
      }
    }
  }

  private static void put(ObjectNode node, String key, double value, FigureFormat format) {
    if (format == FigureFormat.COUNT) {
      node.put(key, Math.round(value));
    } else {
      node.set(key, JsonRenderer.number(value));
    }
  }
}

package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.ProbabilityDifference;
import org.stance4j.evaluation.SeedSpread;
import org.stance4j.evaluation.SliceDifference;

/**
 * A comparison of models as JSON.
 *
 * <p>Keys, in this order: {@code data}, {@code models}, {@code n}, {@code clusters}, {@code
 * differences}, {@code seeds}, {@code versions}, {@code gates}, {@code changes}, {@code
 * evaluations}, {@code warnings}, {@code seed}.
 *
 * <ul>
 *   <li>{@code differences}: list of {@code {first, second, metrics, probabilities, mcNemar,
 *       slices, fixed, broken, stillWrong}}; {@code metrics}: {@code {macroF1: {first, second,
 *       difference, interval, p, holm, floor, exact, claim}, …}}; {@code probabilities}: {@code
 *       {logLoss: {first, second, difference, interval, lessIsBetter, clear}, …}}; {@code mcNemar}:
 *       {@code {onlyFirst, onlySecond, p}}
 *   <li>{@code slices}: list of {@code {attribute, value, n, clusters, first, second, difference,
 *       interval, p, floor, fixed, broken, rank, holm, claim}}, the figures being balanced
 *       accuracy; {@code interval} is absent where there is a single group, the last three where
 *       the part is too small to be ranked
 *   <li>{@code seeds}: list of {@code {models, metric, values, mean, deviation, interval}}, one for
 *       each headline metric of models that differ in nothing but the seed
 *   <li>{@code versions}: list of {@code {first, second, bytes: {first, second}, recipe: [{key,
 *       first, second}], trainingData: [{key, first, second}], trainingTexts: {shared, onlyFirst,
 *       onlySecond}}}
 *   <li>{@code gates}: list of {@code {gate, model, value, limit, failed}}
 *   <li>{@code changes}: list of {@code {id, group, text, gold, kind, first: {model, stance,
 *       probabilities}, second: …, words}}; {@code words} are those that moved, see {@link
 *       ExplanationJson}, absent where not told
 * </ul>
 */
final class ComparisonJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ComparisonJson() {}

  static void add(ObjectNode node, ComparisonReport report) {
    ModelComparison comparison = report.comparison();
    node.put("data", comparison.data());
    node.set("models", JsonRenderer.texts(comparison.models()));
    node.put("n", comparison.n()).put("clusters", comparison.clusters());
    ArrayNode differences = node.putArray("differences");
    comparison.differences().forEach(pair -> differences.add(difference(pair)));
    ArrayNode seeds = node.putArray("seeds");
    comparison.seeds().forEach(spread -> seeds.add(seeds(spread)));
    ArrayNode versions = node.putArray("versions");
    report.versions().forEach(version -> versions.add(version(version)));
    node.set("gates", gates(report.gates()));
    ArrayNode changes = node.putArray("changes");
    for (ChangedSentence change : comparison.changes()) {
      ObjectNode entry = change(change);
      report.moved(change).ifPresent(moved -> entry.set("words", ExplanationJson.moved(moved)));
      changes.add(entry);
    }
    ArrayNode evaluations = node.putArray("evaluations");
    report.evaluations().forEach(one -> evaluations.add(JsonRenderer.evaluation(one)));
    node.set("warnings", JsonRenderer.warnings(comparison.warnings()));
    node.put("seed", Long.toString(comparison.seed()));
  }

  /** The difference of two models. */
  static ObjectNode difference(PairedDifference pair) {
    ObjectNode node = NODES.objectNode().put("first", pair.first()).put("second", pair.second());
    ObjectNode metrics = node.putObject("metrics");
    for (MetricDifference difference : pair.metrics()) {
      ObjectNode entry = metrics.putObject(difference.metric().key());
      figures(entry, difference.first(), difference.second(), difference.interval());
      entry.set("p", JsonRenderer.number(difference.test().p()));
      entry.set("holm", JsonRenderer.number(difference.holm()));
      entry.set("floor", JsonRenderer.number(difference.test().floor()));
      entry.put("exact", difference.test().exact()).put("claim", difference.claim());
    }
    ObjectNode probabilities = node.putObject("probabilities");
    for (ProbabilityDifference difference : pair.probabilities()) {
      ObjectNode entry = probabilities.putObject(difference.metric().key());
      figures(entry, difference.first(), difference.second(), difference.interval());
      entry
          .put("lessIsBetter", difference.metric().lessIsBetter())
          .put("clear", difference.clear());
    }
    node.putObject("mcNemar")
        .put("onlyFirst", pair.mcNemar().onlyFirst())
        .put("onlySecond", pair.mcNemar().onlySecond())
        .set("p", JsonRenderer.number(pair.mcNemar().p()));
    ArrayNode slices = node.putArray("slices");
    pair.slices().forEach(slice -> slices.add(slice(slice)));
    return node.put("fixed", pair.fixed())
        .put("broken", pair.broken())
        .put("stillWrong", pair.stillWrong());
  }

  private static void figures(ObjectNode node, double first, double second, Interval interval) {
    node.set("first", JsonRenderer.number(first));
    node.set("second", JsonRenderer.number(second));
    node.set("difference", JsonRenderer.number(second - first));
    node.set("interval", JsonRenderer.interval(interval));
  }

  private static ObjectNode slice(SliceDifference slice) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("attribute", slice.attribute())
            .put("value", slice.value())
            .put("n", slice.n())
            .put("clusters", slice.clusters());
    node.set("first", JsonRenderer.number(slice.first()));
    node.set("second", JsonRenderer.number(slice.second()));
    node.set("difference", JsonRenderer.number(slice.difference()));
    Interval interval = slice.interval();
    if (interval != null) {
      node.set("interval", JsonRenderer.interval(interval));
    }
    node.set("p", JsonRenderer.number(slice.test().p()));
    node.set("floor", JsonRenderer.number(slice.test().floor()));
    node.put("fixed", slice.fixed()).put("broken", slice.broken());
    if (slice.rank() > 0) {
      node.put("rank", slice.rank());
      node.set("holm", JsonRenderer.number(slice.holm()));
      node.put("claim", slice.claim());
    }
    return node;
  }

  private static ObjectNode seeds(SeedSpread spread) {
    ObjectNode node = NODES.objectNode();
    node.set("models", JsonRenderer.texts(spread.models()));
    node.put("metric", spread.metric().key());
    ArrayNode values = node.putArray("values");
    spread.values().forEach(value -> values.add(JsonRenderer.number(value)));
    node.set("mean", JsonRenderer.number(spread.mean()));
    node.set("deviation", JsonRenderer.number(spread.deviation()));
    node.set("interval", JsonRenderer.interval(spread.interval()));
    return node;
  }

  private static ObjectNode version(VersionDiff diff) {
    ObjectNode node = NODES.objectNode().put("first", diff.first()).put("second", diff.second());
    node.putObject("bytes").put("first", diff.firstBytes()).put("second", diff.secondBytes());
    if (diff.hasRates()) {
      ObjectNode rates = node.putObject("sentencesPerSecond");
      rates.set("first", JsonRenderer.number(diff.firstRate()));
      rates.set("second", JsonRenderer.number(diff.secondRate()));
    }
    node.set("recipe", values(diff.recipe()));
    node.set("trainingData", values(diff.data()));
    node.putObject("trainingTexts")
        .put("shared", diff.sharedTexts())
        .put("onlyFirst", diff.onlyFirstTexts())
        .put("onlySecond", diff.onlySecondTexts());
    return node;
  }

  private static ArrayNode values(List<VersionDiff.ChangedValue> values) {
    ArrayNode node = NODES.arrayNode();
    for (VersionDiff.ChangedValue value : values) {
      node.addObject()
          .put("key", value.key())
          .put("first", value.first())
          .put("second", value.second());
    }
    return node;
  }

  /** What became of demands. */
  static ArrayNode gates(List<GateResult> gates) {
    ArrayNode node = NODES.arrayNode();
    for (GateResult gate : gates) {
      ObjectNode entry = node.addObject().put("gate", gate.gate()).put("model", gate.model());
      entry.set("value", JsonRenderer.number(gate.value()));
      entry.set("limit", JsonRenderer.number(gate.limit()));
      entry.put("failed", gate.failed());
    }
    return node;
  }

  private static ObjectNode change(ChangedSentence change) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("id", change.example().id())
            .put("group", change.example().group())
            .put("text", change.example().sentence().text())
            .put("gold", change.example().stance().label())
            .put("kind", change.kind().label());
    node.set("first", answer(change.first(), change.before()));
    node.set("second", answer(change.second(), change.after()));
    return node;
  }

  private static ObjectNode answer(String model, StanceProbabilities probabilities) {
    ObjectNode node =
        NODES.objectNode().put("model", model).put("stance", probabilities.stance().label());
    node.set("probabilities", ProbabilityJson.shares(probabilities));
    return node;
  }
}

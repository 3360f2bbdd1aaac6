package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.BehaviourTest;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.FailureRate;
import org.stance4j.behaviour.TestKind;
import org.stance4j.behaviour.TestOutcome;
import org.stance4j.evaluation.WilsonInterval;

/**
 * The JSON of a run of a behavioural suite, format {@value #FORMAT}. Its keys, in this order:
 *
 * <ul>
 *   <li>{@code format}, {@code title}, {@code summary}: list of sentences
 *   <li>{@code model}, {@code suite}: names; {@code sha256} of the suite's file
 *   <li>{@code all}: a rate, {@code {tests, failures, rate, interval: {low, high}}}: numbers of
 *       tests, the share that failed in [0, 1] and its 95 % Wilson interval
 *   <li>{@code kinds}: a rate by kind of test, {@code MFT}, {@code INV}, {@code DIR}; kinds without
 *       a test are absent
 *   <li>{@code capabilities}: list of {@code {capability, kinds, tests, failures, rate, interval}}
 *       in the order of the suite
 *   <li>{@code failures}: list of {@code {id, capability, kind, text, edit, before, after,
 *       expected, outcome, textProbabilities, editProbabilities}} of the tests that failed, in the
 *       order of the capabilities; what a test does not have is absent
 *   <li>{@code settings}, {@code provenance}: objects of text
 * </ul>
 *
 * <p>In an evaluation, the key {@code behaviour} holds {@code suite} to {@code capabilities}.
 */
final class BehaviourJson {
  /** Format of a run of a behavioural suite. */
  static final String FORMAT = "stance4j.behaviour/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BehaviourJson() {}

  /** Adds what stands between the summary and the settings. */
  static void add(ObjectNode node, BehaviourRun run) {
    node.put("model", run.model());
    node.setAll(rates(run));
    ArrayNode failures = node.putArray("failures");
    for (CapabilityResult result : run.capabilities()) {
      result.failures().forEach(outcome -> failures.add(failure(outcome)));
    }
  }

  /** The figures without the tests. */
  static ObjectNode rates(BehaviourRun run) {
    ObjectNode node = NODES.objectNode().put("suite", run.suite()).put("sha256", run.sha256());
    node.set("all", rate(run.rate()));
    ObjectNode kinds = node.putObject("kinds");
    run.byKind().forEach((kind, rate) -> kinds.set(kind.label(), rate(rate)));
    ArrayNode capabilities = node.putArray("capabilities");
    for (CapabilityResult result : run.capabilities()) {
      ObjectNode entry = capabilities.addObject().put("capability", result.capability());
      entry.set("kinds", JsonRenderer.texts(result.kinds().stream().map(TestKind::label).toList()));
      entry.setAll(rate(result.rate()));
    }
    return node;
  }

  private static ObjectNode rate(FailureRate rate) {
    ObjectNode node =
        NODES.objectNode().put("tests", rate.tests()).put("failures", rate.failures());
    node.set("rate", JsonRenderer.number(rate.rate()));
    WilsonInterval interval = rate.interval();
    ObjectNode bounds = node.putObject("interval");
    bounds.set("low", JsonRenderer.number(interval.low()));
    bounds.set("high", JsonRenderer.number(interval.high()));
    return node;
  }

  private static ObjectNode failure(TestOutcome outcome) {
    BehaviourTest test = outcome.test();
    ObjectNode node =
        NODES
            .objectNode()
            .put("id", test.id())
            .put("capability", test.capability())
            .put("kind", test.kind().label())
            .put("text", test.text().text());
    if (test.edit() != null) {
      node.put("edit", test.edit().text());
    }
    if (test.text().previous() != null) {
      node.put("before", test.text().previous());
    }
    if (test.text().next() != null) {
      node.put("after", test.text().next());
    }
    node.put("expected", test.expectation().words()).put("outcome", outcome.words());
    node.set("textProbabilities", ProbabilityJson.shares(outcome.text()));
    if (test.edit() != null) {
      node.set("editProbabilities", ProbabilityJson.shares(outcome.edit()));
    }
    return node;
  }
}

package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.OneVersusRest;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.PriorShift;
import org.stance4j.evaluation.ProbabilityScores;
import org.stance4j.evaluation.ReliabilityBin;

/**
 * Probabilities and priors as JSON.
 *
 * <p><b>Scores</b> of probabilities have the keys {@code logLoss} in nats, {@code brier} in [0, 2],
 * {@code ece} in [0, 1], {@code rocAuc} and {@code prAuc: {pro, anti, neutral, macro}} in [0, 1],
 * each stance against the rest, without those that cannot be told from it, {@code mean: {pro, anti,
 * neutral}} and {@code reliability: [{low, high, n, confidence, accuracy}]}, the bins ({@code low},
 * {@code high}] that hold a sentence, ascending.
 *
 * <p>A <b>prior adaptation</b> has the keys {@code training}, {@code estimated} and {@code gold}
 * (shares by stance), {@code n}, {@code iterations}, {@code converged}, {@code likelihoodRatio:
 * {statistic, p}}, {@code before} and {@code after} ({@code {macroF1, accuracy, logLoss, brier,
 * ece}}), {@code macroF1: {difference, interval, p, claim}}, {@code fixed}, {@code broken}, {@code
 * verdict} ({@code helped}, {@code hurt} or {@code cannot-tell}) and {@code text}, the verdict as a
 * sentence.
 */
final class ProbabilityJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProbabilityJson() {}

  static ObjectNode scores(ProbabilityScores scores) {
    ObjectNode node = NODES.objectNode();
    figures(node, scores);
    node.set("rocAuc", areas(scores.rocAuc()));
    node.set("prAuc", areas(scores.prAuc()));
    node.set("mean", shares(scores.mean()));
    ArrayNode reliability = node.putArray("reliability");
    for (ReliabilityBin bin : scores.reliability().filled()) {
      ObjectNode entry = reliability.addObject();
      entry.set("low", JsonRenderer.number(bin.low()));
      entry.set("high", JsonRenderer.number(bin.high()));
      entry.put("n", bin.n());
      entry.set("confidence", JsonRenderer.number(bin.confidence()));
      entry.set("accuracy", JsonRenderer.number(bin.accuracy()));
    }
    return node;
  }

  private static void figures(ObjectNode node, ProbabilityScores scores) {
    node.set("logLoss", JsonRenderer.number(scores.logLoss()));
    node.set("brier", JsonRenderer.number(scores.brier()));
    node.set("ece", JsonRenderer.number(scores.calibrationError()));
  }

  private static ObjectNode areas(OneVersusRest areas) {
    ObjectNode node = NODES.objectNode();
    areas.byStance().forEach((stance, area) -> node.set(stance.label(), JsonRenderer.number(area)));
    node.set("macro", JsonRenderer.number(areas.mean()));
    return node;
  }

  static ObjectNode shares(StanceProbabilities shares) {
    ObjectNode node = NODES.objectNode();
    for (Stance stance : Stance.values()) {
      node.set(stance.label(), JsonRenderer.number(shares.of(stance)));
    }
    return node;
  }

  static ObjectNode adaptation(PriorAdaptation adaptation) {
    PriorShift shift = adaptation.shift();
    ObjectNode node = NODES.objectNode();
    node.set("training", shares(shift.training()));
    node.set("estimated", shares(shift.estimated()));
    node.set("gold", shares(adaptation.gold()));
    node.put("n", shift.n())
        .put("iterations", shift.iterations())
        .put("converged", shift.converged());
    ObjectNode test = node.putObject("likelihoodRatio");
    test.set("statistic", JsonRenderer.number(shift.statistic()));
    test.set("p", JsonRenderer.number(shift.p()));
    node.set("before", figures(adaptation.before()));
    node.set("after", figures(adaptation.after()));
    MetricDifference difference = adaptation.difference().of(Metric.MACRO_F1);
    ObjectNode macroF1 = node.putObject("macroF1");
    macroF1.set("difference", JsonRenderer.number(difference.difference()));
    macroF1.set("interval", JsonRenderer.interval(difference.interval()));
    macroF1.set("p", JsonRenderer.number(difference.holm()));
    macroF1.put("claim", difference.claim());
    return node.put("fixed", adaptation.difference().fixed())
        .put("broken", adaptation.difference().broken())
        .put("verdict", adaptation.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("text", Summary.verdict(adaptation));
  }

  private static ObjectNode figures(Evaluation evaluation) {
    ObjectNode node = NODES.objectNode();
    node.set("macroF1", JsonRenderer.number(evaluation.macroF1()));
    node.set("accuracy", JsonRenderer.number(evaluation.accuracy()));
    figures(node, evaluation.probabilities());
    return node;
  }
}

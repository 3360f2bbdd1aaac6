package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.OperatingPoint;
import org.stance4j.evaluation.PrecisionThreshold;
import org.stance4j.evaluation.RiskCoverageCurve;
import org.stance4j.evaluation.SetCoverage;
import org.stance4j.evaluation.SetFigures;

/**
 * Abstention as JSON.
 *
 * <p>Keys: {@code aurc} and {@code excessAurc} in [0, 1]; {@code riskCoverage}, a list of points at
 * a coverage of 5 %, 10 %, … 100 %; {@code thresholds: {all, pro, anti, neutral}}, each a list of
 * {@code {precision, n, verdict, reached, assured}}, {@code verdict} being {@code assured}, {@code
 * too-few-sentences}, {@code not-reached} or {@code no-sentences}, and the two points absent where
 * there is none; {@code labelSets}, a list of {@code {coverage, all, pro, anti, neutral}}, {@code
 * coverage} being what the sets were made for and the other four, by gold stance, {@code {n,
 * covered, coverage, meanSize, empty, answered, right, interval}}, the interval being that of
 * {@code coverage} and absent without a sentence. The list is empty where the model holds no label
 * sets.
 *
 * <p>A <b>point</b> is {@code {threshold, coverage, answered, right, risk, bound}}: the least
 * probability that is answered, shares in [0, 1] and the lower bound of the share right, see {@link
 * PrecisionThreshold#bound}.
 */
final class AbstentionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AbstentionJson() {}

  static ObjectNode of(Abstention abstention) {
    ObjectNode node = NODES.objectNode();
    RiskCoverageCurve curve = abstention.curve();
    node.set("aurc", JsonRenderer.number(curve.aurc()));
    node.set("excessAurc", JsonRenderer.number(curve.excessAurc()));
    ArrayNode points = node.putArray("riskCoverage");
    IntStream.rangeClosed(1, PrecisionThreshold.LOOKS)
        .mapToObj(look -> curve.at((double) look / PrecisionThreshold.LOOKS))
        .distinct()
        .forEach(point -> points.add(point(point)));
    ObjectNode thresholds = node.putObject("thresholds");
    thresholds.set("all", thresholds(abstention.thresholds()));
    abstention
        .thresholdsByStance()
        .forEach((stance, list) -> thresholds.set(stance.label(), thresholds(list)));
    ArrayNode sets = node.putArray("labelSets");
    abstention.sets().forEach(set -> sets.add(sets(set)));
    return node;
  }

  private static ObjectNode point(OperatingPoint point) {
    ObjectNode node = NODES.objectNode();
    node.set("threshold", JsonRenderer.number(point.threshold()));
    node.set("coverage", JsonRenderer.number(point.coverage()));
    node.put("answered", point.kept()).put("right", point.right());
    node.set("risk", JsonRenderer.number(point.risk()));
    node.set("bound", JsonRenderer.number(PrecisionThreshold.bound(point)));
    return node;
  }

  private static ArrayNode thresholds(List<PrecisionThreshold> thresholds) {
    ArrayNode list = NODES.arrayNode();
    for (PrecisionThreshold threshold : thresholds) {
      ObjectNode entry = list.addObject();
      entry.set("precision", JsonRenderer.number(threshold.wanted()));
      entry
          .put("n", threshold.n())
          .put("verdict", threshold.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      OperatingPoint reached = threshold.reached();
      if (reached != null) {
        entry.set("reached", point(reached));
      }
      OperatingPoint assured = threshold.assured();
      if (assured != null) {
        entry.set("assured", point(assured));
      }
    }
    return list;
  }

  private static ObjectNode sets(SetCoverage set) {
    ObjectNode node = NODES.objectNode();
    node.set("coverage", JsonRenderer.number(set.coverage()));
    node.set("all", figures(set.all(), set.interval()));
    set.byStance()
        .forEach(
            (stance, figures) ->
                node.set(stance.label(), figures(figures, set.intervals().get(stance))));
    return node;
  }

  private static ObjectNode figures(SetFigures figures, @Nullable Interval interval) {
    ObjectNode node = NODES.objectNode().put("n", figures.n()).put("covered", figures.covered());
    node.set("coverage", JsonRenderer.number(figures.coverage()));
    node.set("meanSize", JsonRenderer.number(figures.meanSize()));
    node.put("empty", figures.empty())
        .put("answered", figures.answered())
        .put("right", figures.right());
    if (interval != null) {
      node.set("interval", JsonRenderer.interval(interval));
    }
    return node;
  }
}

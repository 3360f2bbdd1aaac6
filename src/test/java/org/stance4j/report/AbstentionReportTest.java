package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.RiskCoverageCurve;
import org.stance4j.evaluation.ScoredExample;

class AbstentionReportTest {
  private static Abstention abstention(boolean withSets) {
    return abstention(answers(), withSets);
  }

  private static Abstention abstention(List<ScoredExample> scored, boolean withSets) {
    ConformalCalibration calibration =
        ConformalCalibration.of(
            SampleReports.answers(SampleReports.dataset("calibration", 30), 0.6, 8));
    return Abstention.of(scored, withSets ? calibration : null, 200, 17);
  }

  private static List<ScoredExample> answers() {
    return SampleReports.answers(SampleReports.dataset("real-documents", 12), 0.7, 4);
  }

  static EvaluationReport report(boolean withSets) {
    Evaluation evaluation =
        Evaluator.evaluate("m", "d", answers(), 50, 17).withAbstention(abstention(withSets));
    return new EvaluationReport(
        "t", evaluation, null, null, null, List.of(), SentenceList.NONE, List.of(), List.of());
  }

  @Test
  void everyFormTellsTheSameFigures() throws IOException {
    EvaluationReport report = report(true);
    JsonNode json =
        new ObjectMapper().readTree(new JsonRenderer().render(report)).path("abstention");
    assertEquals(
        List.of("aurc", "excessAurc", "riskCoverage", "thresholds", "labelSets"), names(json));
    assertEquals(
        List.of("threshold", "coverage", "answered", "right", "risk", "bound"),
        names(json.at("/riskCoverage/0")));
    assertEquals(
        1,
        json.path("riskCoverage")
            .path(json.path("riskCoverage").size() - 1)
            .path("coverage")
            .asDouble());
    assertEquals(List.of("all", "pro", "anti", "neutral"), names(json.path("thresholds")));
    assertEquals(
        List.of("coverage", "all", "pro", "anti", "neutral"), names(json.at("/labelSets/0")));
    assertEquals(
        List.of("n", "covered", "coverage", "meanSize", "empty", "answered", "right", "interval"),
        names(json.at("/labelSets/0/all")));
    String coverage = Figures.figure(json.at("/labelSets/1/all/coverage").asDouble());
    String markdown = new MarkdownRenderer().render(report);
    String html = new HtmlRenderer().render(report);
    assertTrue(markdown.contains(" | all | "), markdown);
    assertTrue(markdown.contains("| " + coverage + " | "), markdown);
    assertTrue(html.contains("<td>" + coverage + "</td>"), "the page has the figure");
    for (String page : List.of(markdown, html)) {
      assertTrue(page.contains("exchangeability, which does not hold"), page);
      assertTrue(page.contains("Its label sets, made for a coverage of 90"), page);
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aModelWithoutLabelSetsSaysSoAndShowsTheRest() {
    EvaluationReport report = report(false);
    assertTrue(new MarkdownRenderer().render(report).contains(AbstentionWords.NO_SETS));
    assertTrue(new HtmlRenderer().render(report).contains(AbstentionWords.NO_SETS));
    assertFalse(String.join(" ", report.summary()).contains("label sets"));
    assertEquals(2, AbstentionTable.of(abstention(false)).size());
  }

  @Test
  void whatWasNotMeasuredIsNotShown() {
    EvaluationReport report = SampleReports.evaluation();
    assertFalse(new JsonRenderer().render(report).contains("abstention"));
    assertFalse(new MarkdownRenderer().render(report).contains("Risk and coverage"));
    assertFalse(new HtmlRenderer().render(report).contains("class=\"abstention\""));
  }

  /** Every answer is pro: nothing can be told of answers that are anti or neutral. */
  @Test
  void everyTableHasAWordForWhatCannotBeTold() {
    Dataset dataset = SampleReports.dataset("real-documents", 12);
    List<ScoredExample> scored =
        dataset.examples().stream()
            .map(example -> new ScoredExample(example, new StanceProbabilities(0.5, 0.3, 0.2)))
            .toList();
    AbstentionTable thresholds = AbstentionTable.of(abstention(scored, false)).get(1);
    assertEquals(12, thresholds.rows().size());
    assertTrue(
        thresholds.rows().get(0).get(6).startsWith("not reached; the highest is 0."),
        thresholds.rows().toString());
    assertEquals(
        List.of("anti", "80\u00a0%", "–", "–", "–", "–", "no such answer"),
        thresholds.rows().get(6));
  }

  /** Four answers, the least sure one wrong; risk 0.25 at full coverage, so the edge is at 0.3. */
  @Test
  void theCurveIsDrawnFromItsFirstPointToItsLast() {
    List<ScoredExample> scored = new ArrayList<>();
    List<Double> sure = List.of(0.9, 0.8, 0.7, 0.6);
    Dataset dataset = SampleReports.dataset("real-documents", 12);
    List<Stance> golds = dataset.examples().stream().map(example -> example.stance()).toList();
    int pro = golds.indexOf(Stance.PRO);
    int anti = golds.indexOf(Stance.ANTI);
    for (int i = 0; i < sure.size(); i++) {
      double rest = (1 - sure.get(i)) / 2;
      scored.add(
          new ScoredExample(
              dataset.examples().get(i == 3 ? anti : pro),
              new StanceProbabilities(sure.get(i), rest, rest)));
    }
    RiskCoverageChart chart = RiskCoverageChart.of(RiskCoverageCurve.of(scored));
    assertEquals(0.3, chart.top());
    // with fewer than twenty sentences only the last point is drawn
    assertEquals("M100.0 16.67", chart.path());
    assertEquals(List.of(0.3, 0.15, 0.0), chart.ticks());
    assertEquals(0, chart.height(0.3), 1e-9);
    assertEquals(100, chart.height(0));
  }

  @Test
  void aCardTellsTheCoverageOnHeldOutData() {
    Evaluation evaluation = Evaluator.evaluate("m", "d", answers(), 50, 17);
    Dataset dataset = SampleReports.dataset("d", 12);
    ModelCard without =
        new ModelCard(
            "m",
            "a model",
            "each sentence by itself",
            DataRow.of(dataset),
            evaluation,
            evaluation,
            Map.of(HeldOut.TEST, evaluation),
            List.of(),
            List.of());
    assertFalse(without.render().contains("## Abstention"));
    ModelCard with =
        new ModelCard(
            "m",
            "a model",
            "each sentence by itself",
            DataRow.of(dataset),
            evaluation,
            evaluation,
            Map.of(HeldOut.TEST, evaluation.withAbstention(abstention(true))),
            List.of(),
            List.of());
    String card = with.render();
    assertTrue(card.contains("\n## Abstention\n"), card);
    for (String coverage : List.of("0.800", "0.900", "0.950")) {
      assertTrue(
          card.contains("| the dataset's own test split, never trained on | " + coverage + " | 0."),
          card);
    }
    assertTrue(card.contains("not for documents from elsewhere"), card);
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.evaluation.Evaluation;

class JsonRendererTest {
  private final JsonRenderer renderer = new JsonRenderer();
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void anEvaluationEqualsTheKeptFile() throws Exception {
    Golden.assertSame("evaluation.json", renderer.render(SampleReports.evaluation()));
  }

  @Test
  void anAuditEqualsTheKeptFile() throws Exception {
    Golden.assertSame("audit.json", renderer.render(SampleReports.audit()));
  }

  @Test
  void theDocumentedKeysStandAtTheTopInTheirOrder() throws Exception {
    Evaluation evaluation = SampleReports.evaluation().evaluation();
    JsonNode node = mapper.readTree(renderer.render(evaluation));
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    assertEquals(
        List.of(
            "format",
            "model",
            "data",
            "n",
            "clusters",
            "accuracy",
            "balancedAccuracy",
            "macroF1",
            "weightedF1",
            "fAvg",
            "mcc",
            "kappa",
            "perClass",
            "averages",
            "confusion",
            "probabilities",
            "intervals",
            "slices",
            "warnings",
            "seed"),
        keys);
    assertEquals(evaluation.n(), node.get("n").asInt());
    assertEquals(evaluation.macroF1(), node.get("macroF1").asDouble(), 5e-7);
    assertEquals("gold", node.at("/confusion/rows").asText());
    assertEquals("[\"pro\",\"anti\",\"neutral\"]", node.at("/confusion/labels").toString());
    assertEquals(evaluation.confusion().counts()[1][2], node.at("/confusion/counts/1/2").asInt());
    assertTrue(node.at("/perClass/anti/support").isInt());
  }

  @Test
  void probabilitiesAreJudgedBeforeAndAfterCalibrationAndAnAdaptedPrior() throws Exception {
    EvaluationReport report = SampleReports.adapted();
    String json = renderer.render(report);
    Golden.assertSame("adapted.json", json);
    JsonNode node = mapper.readTree(json);
    assertEquals(
        report.evaluation().probabilities().brier(),
        node.at("/probabilities/brier").asDouble(),
        5e-7);
    int n = 0;
    for (JsonNode bin : node.at("/probabilities/reliability")) {
      n += bin.get("n").asInt();
    }
    assertEquals(report.evaluation().n(), n);
    assertTrue(node.at("/beforeCalibration/ece").isNumber());
    JsonNode prior = node.get("priorAdaptation");
    assertEquals("cannot-tell", prior.get("verdict").asText());
    assertEquals(
        prior.at("/after/macroF1").asDouble() - prior.at("/before/macroF1").asDouble(),
        prior.at("/macroF1/difference").asDouble(),
        2e-6);
  }

  @Test
  void aTrainingReportHoldsEveryModelWithBothEvaluations() throws Exception {
    JsonNode node = mapper.readTree(renderer.render(SampleReports.training()));
    assertEquals("minilm-tuned", node.at("/best/model").asText());
    assertEquals(5, node.get("models").size());
    for (JsonNode model : node.get("models")) {
      assertEquals("written-corpus", model.at("/crossValidated/data").asText());
      assertEquals("real-documents", model.at("/heldOut/documents/data").asText());
    }
    assertEquals("5, by document", node.at("/settings/folds").asText());
  }

  @Test
  void aComparisonHoldsDifferencesAndChangedSentences() throws Exception {
    ComparisonReport report = SampleReports.comparison();
    JsonNode node = mapper.readTree(renderer.render(report));
    assertEquals(2, node.get("differences").size());
    JsonNode macroF1 = node.at("/differences/1/metrics/macroF1");
    assertEquals(
        macroF1.get("second").asDouble() - macroF1.get("first").asDouble(),
        macroF1.get("difference").asDouble(),
        2e-6);
    assertTrue(macroF1.get("holm").asDouble() >= macroF1.get("p").asDouble());
    assertEquals(report.comparison().changes().size(), node.get("changes").size());
  }

  @Test
  void hostileTextComesBackUnchangedAndHiddenCharactersAreEscaped() throws Exception {
    String json = renderer.render(SampleReports.hostile());
    assertFalse(json.contains("\u202E") || json.contains("\u2066") || json.contains("\u0007"));
    assertEquals(SampleReports.HOSTILE, mapper.readTree(json).get("title").asText());
    assertEquals(SampleReports.HOSTILE, mapper.readTree(json).at("/changes/0/text").asText());
    String audit = renderer.render(SampleReports.hostileAudit());
    assertFalse(audit.contains("\u202E") || audit.contains("\u2066") || audit.contains("\u0007"));
    assertEquals(
        SampleReports.HOSTILE,
        mapper.readTree(audit).at("/findings/1/examples/0/texts/0").asText());
  }
}

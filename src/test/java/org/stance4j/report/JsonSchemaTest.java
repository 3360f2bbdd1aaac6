package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what the schemas say, no key more and none less. */
class JsonSchemaTest {
  @TempDir Path folder;

  @Test
  void evaluationsFitTheirSchema() throws Exception {
    for (EvaluationReport report :
        List.of(
            SampleReports.evaluation(),
            SampleReports.adapted(),
            SampleReports.behaved(folder),
            SampleReports.hostileEvaluation())) {
      assertEquals(List.of(), JsonSchema.faults("evaluation.json", json(report)));
    }
  }

  @Test
  void comparisonsFitTheirSchema() throws Exception {
    for (ComparisonReport report : List.of(SampleReports.comparison(), SampleReports.hostile())) {
      assertEquals(List.of(), JsonSchema.faults("comparison.json", json(report)));
    }
  }

  @Test
  void whatIsMissingTooMuchOrOfAnotherTypeIsFound() throws Exception {
    ObjectNode node = (ObjectNode) json(SampleReports.comparison());
    node.remove("seed");
    node.put("surprise", 1);
    ((ObjectNode) node.at("/evaluations/0")).put("macroF1", 1.5);
    ((ObjectNode) node.at("/changes/0")).put("kind", "better");
    assertEquals(
        List.of(
            "expected that the file has the key \"seed\"",
            "expected that /changes/0/kind is one of [\"fixed\",\"broken\",\"still-wrong\"]",
            "expected that /evaluations/0/macroF1 is small enough",
            "expected that the file has no key surprise"),
        JsonSchema.faults("comparison.json", node));
  }

  private static JsonNode json(Report report) throws Exception {
    return new ObjectMapper().readTree(new JsonRenderer().render(report));
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.TextSpan;
import org.stance4j.explain.MovedWord;
import org.stance4j.explain.MovedWords;

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
            SampleReports.hostileEvaluation(),
            AbstentionReportTest.report(true),
            AbstentionReportTest.report(false),
            SampleReports.withErrors(
                SampleReports.evaluation(),
                ExplanationReportTest.analysis(ExplanationReportTest.TEXT)))) {
      assertEquals(List.of(), JsonSchema.faults("evaluation.json", json(report)));
    }
  }

  @Test
  void comparisonsFitTheirSchema() throws Exception {
    ComparisonReport plain = SampleReports.comparison();
    MovedWords moved =
        new MovedWords(
            plain.comparison().changes().get(0),
            List.of(new MovedWord("Invented", new TextSpan(0, 8), -0.1, 0.25)));
    VersionDiff timed =
        new VersionDiff("a@1", "b@1", 1, 2, 8_800, 110.5, List.of(), List.of(), 1, 0, 0);
    for (ComparisonReport report :
        List.of(
            plain,
            SampleReports.hostile(),
            plain.withMoved(List.of(moved)),
            new ComparisonReport(
                "timed",
                plain.comparison(),
                List.of(timed),
                List.of(),
                List.of(),
                List.of(),
                List.of()))) {
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

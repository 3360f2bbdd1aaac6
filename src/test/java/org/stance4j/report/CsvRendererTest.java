package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.corpus.CsvTable;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.FoldScores;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PairedDifference;

class CsvRendererTest {
  @TempDir Path folder;
  private final CsvRenderer renderer = new CsvRenderer();

  @Test
  void everyFigureOfAnEvaluationHasARow() throws Exception {
    EvaluationReport report = SampleReports.evaluation();
    Evaluation evaluation = report.evaluation();
    String csv = renderer.render(report);
    assertTrue(csv.startsWith("model,baseline,data,part,metric,value,low,high,n,clusters\n"), csv);
    assertTrue(
        csv.contains(
            "minilm-tuned,,real-documents,all,macroF1,"
                + Decimals.of(evaluation.macroF1())
                + ","
                + Decimals.of(evaluation.interval(Metric.MACRO_F1).low())
                + ","
                + Decimals.of(evaluation.interval(Metric.MACRO_F1).high())
                + ","
                + evaluation.n()
                + ",3\n"),
        csv);
    assertTrue(csv.contains("minilm-tuned,,real-documents,all,recall.anti,"), csv);
    assertTrue(csv.contains("minilm-tuned,,real-documents,register=headline,accuracy,"), csv);
    // 7 + 5 metrics, 3 of each stance, 7 of each part
    assertEquals(1 + 12 + 9 + 7 * evaluation.slices().size(), csv.lines().count());
  }

  @Test
  void aComparisonHasTheFiguresOfEachModelAndTheDifferencesWithTheirBaseline() {
    ComparisonReport report = SampleReports.comparison();
    PairedDifference pair = report.comparison().differences().get(1);
    String csv = renderer.render(report);
    assertTrue(
        csv.contains(
            "minilm-tuned,ngram,written-corpus,all,macroF1,"
                + Decimals.of(pair.of(Metric.MACRO_F1).difference())
                + ","),
        csv);
    for (String model : report.comparison().models()) {
      assertTrue(csv.contains("\n" + model + ",,written-corpus,all,accuracy,"), csv);
    }
  }

  @Test
  void aSuiteHasTheRateOfEachCapability() {
    String csv = renderer.render(SampleReports.behaved(folder));
    assertTrue(csv.contains(",suite,failureRate,"), csv);
    assertTrue(csv.contains(",capability=negation,failureRate,"), csv);
  }

  @Test
  void everyRowOfHostileNamesHasAllColumns() throws Exception {
    String csv = renderer.render(SampleReports.hostile());
    CsvTable table = CsvTable.of("report.csv", csv.getBytes(StandardCharsets.UTF_8));
    assertTrue(table.rows().size() > 100);
    assertTrue(
        table.rows().stream().allMatch(row -> row.value("model").contains(SampleReports.HOSTILE)));
  }

  @Test
  void aTrainingHasTheFiguresOfEachModelFoldByFold() {
    TrainingReport report = SampleReports.training();
    String csv = renderer.render(report);
    FoldScores fold = report.models().get(0).folds().get(0);
    assertTrue(
        csv.contains(
            "majority,,written-corpus,fold=1,accuracy,"
                + Decimals.of(fold.scores().of(Metric.ACCURACY))
                + ",,,"
                + fold.scores().n()
                + ",8\n"),
        csv);
    for (ModelEntry model : report.models()) {
      assertTrue(csv.contains("\n" + model.name() + ",,written-corpus,all,macroF1,"), csv);
      assertTrue(csv.contains("\n" + model.name() + ",,real-documents,all,macroF1,"), csv);
    }
  }

  @Test
  void otherReportsHaveNone() {
    assertFalse(ReportFormat.CSV.renders(SampleReports.audit()));
    assertTrue(ReportFormat.CSV.renders(SampleReports.evaluation()));
    assertTrue(ReportFormat.CSV.renders(SampleReports.training()));
    assertTrue(ReportFormat.JSON.renders(SampleReports.audit()));
    String message =
        assertThrows(IllegalArgumentException.class, () -> renderer.render(SampleReports.audit()))
            .getMessage();
    assertTrue(message.contains("not of AuditReport"), message);
  }
}

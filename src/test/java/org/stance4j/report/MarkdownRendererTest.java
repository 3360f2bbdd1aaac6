package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownRendererTest {
  private final MarkdownRenderer renderer = new MarkdownRenderer();

  @Test
  void anEvaluationEqualsTheKeptFile() throws Exception {
    Golden.assertSame("evaluation.md", renderer.render(SampleReports.evaluation()));
  }

  @Test
  void anEvaluationWithAnAdaptedPriorEqualsTheKeptFile() throws Exception {
    Golden.assertSame("adapted.md", renderer.render(SampleReports.adapted()));
  }

  @Test
  void aTrainingReportEqualsTheKeptFile() throws Exception {
    Golden.assertSame("training.md", renderer.render(SampleReports.training()));
  }

  @Test
  void aComparisonEqualsTheKeptFile() throws Exception {
    Golden.assertSame("comparison.md", renderer.render(SampleReports.comparison()));
  }

  @Test
  void aCommentOnAComparisonEqualsTheKeptFile() throws Exception {
    Golden.assertSame(
        "comparison-folded.md", MarkdownRenderer.folding().render(SampleReports.comparison()));
  }

  @Test
  void aCommentHasSummaryGatesAndHeadlinesInTheOpenAndFoldsTheRest() {
    for (Report report :
        List.of(
            SampleReports.comparison(),
            SampleReports.hostile(),
            SampleReports.hostileEvaluation())) {
      String comment = MarkdownRenderer.folding().render(report);
      String open = comment.substring(0, comment.indexOf("<details>"));
      assertTrue(open.contains("\n## Gates\n") && open.contains("95 % interval"), open);
      int folds = comment.split("<details>", -1).length;
      assertEquals(folds, comment.split("</details>", -1).length);
      assertEquals(folds, comment.split("\n<summary>[^<>\n]*</summary>\n\n", -1).length);
      assertTrue(comment.endsWith("</details>\n"), comment);
      assertFalse(comment.contains("<script"), comment);
      // the longest comment that GitHub takes
      assertTrue(comment.length() < 65_536);
    }
    String training = MarkdownRenderer.folding().render(SampleReports.training());
    assertEquals(renderer.render(SampleReports.training()), training);
  }

  @Test
  void anAuditEqualsTheKeptFile() throws Exception {
    Golden.assertSame("audit.md", renderer.render(SampleReports.audit()));
  }

  static List<Report> hostile() {
    return List.of(
        SampleReports.hostile(), SampleReports.hostileEvaluation(), SampleReports.hostileAudit());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextBecomesNeitherHtmlNorALink(Report report) {
    String markdown = renderer.render(report);
    int[] found = {0};
    Parser.builder()
        .build()
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlInline html) {
                found[0]++;
              }

              @Override
              public void visit(HtmlBlock html) {
                found[0]++;
              }

              @Override
              public void visit(Link link) {
                found[0]++;
              }

              @Override
              public void visit(Image image) {
                found[0]++;
              }
            });
    assertEquals(0, found[0], markdown);
    assertTrue(markdown.contains("a[U+202E]b[U+2066]c[U+0007]"), markdown);
    assertFalse(markdown.contains("\u202E"));
  }

  @Test
  void theEscapeCoversWhatMarkdownReads() {
    assertEquals(
        "a\\|b \\*c\\* &lt;d\\> e&amp;f \\`g\\`", MarkdownRenderer.escape("a|b\n*c* <d> e&f `g`"));
    assertEquals("\\# no heading", MarkdownRenderer.escape("# no heading"));
    assertEquals("\\- no list, 2-3", MarkdownRenderer.escape("- no list, 2-3"));
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stance4j.Stance;
import org.stance4j.evaluation.PairedDifference;

class HtmlRendererTest {
  private final HtmlRenderer renderer = new HtmlRenderer();

  @Test
  void everyPageIsSelfContainedAndForbidsEverythingButItsOwnStyleAndScript() throws Exception {
    for (Report report : samples()) {
      String html = renderer.render(report);
      write(report, html);
      Document page = Jsoup.parse(html);
      boolean interactive =
          report instanceof EvaluationReport || report instanceof ComparisonReport;
      assertEquals(
          PageAssets.policy(interactive),
          page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
      assertEquals(interactive ? 1 : 0, page.select("script").size());
      assertEquals(0, page.select("link, img, iframe, object, embed, form, base").size());
      assertEquals(0, page.select("[src], [href], [action], [style]").size());
      assertFalse(page.select("style").outerHtml().contains("url("), "no outside style");
      assertFalse(page.select("style").outerHtml().contains("@import"), "no outside style");
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextStaysText(Report report) {
    String html = renderer.render(report);
    Document page = Jsoup.parse(html);
    assertEquals(report instanceof AuditReport ? 0 : 1, page.select("script").size());
    assertEquals(0, page.select("img").size());
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertFalse(attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on"), attribute.html());
      }
    }
    assertTrue(page.select(".sentence").text().contains("<script>alert(1)</script>"));
    assertTrue(page.title().contains("<script>alert(1)</script>"));
  }

  static List<Report> hostile() {
    return List.of(
        SampleReports.hostile(), SampleReports.hostileEvaluation(), SampleReports.hostileAudit());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hiddenCharactersAreMadeVisible(Report report) {
    String html = renderer.render(report);
    assertTrue(html.contains("a[U+202E]b[U+2066]c[U+0007]"));
    assertTrue(html.contains("[U+2028]h"));
    html.codePoints()
        .filter(character -> character != '\n')
        .forEach(
            character ->
                assertTrue(
                    Character.getType(character) != Character.CONTROL
                        && Character.getType(character) != Character.FORMAT,
                    () -> "U+" + Integer.toHexString(character)));
  }

  @Test
  void theTrainingPageShowsEveryModelWithItsIntervalAndTheDefault() {
    TrainingReport report = SampleReports.training();
    Document page = Jsoup.parse(renderer.render(report));
    assertEquals(
        List.of("majority", "ngram", "minilm-linear", "e5-svm", "minilm-tuned"),
        page.select(".models .name").eachText());
    assertEquals("minilm-tuned", page.select("tr.chosen .name").text());
    assertEquals(5, page.select(".models td.chart svg[role=img]").size());
    ModelEntry last = report.models().get(4);
    assertTrue(
        page.select("tr.chosen").text().contains(Figures.figure(last.crossValidated().macroF1())));
    // the two reference models are drawn into every row
    assertEquals(2, page.select("tr.chosen .dashed").size());
  }

  @Test
  void theConfusionMatrixSaysWhatItsRowsAre() {
    EvaluationReport report = SampleReports.evaluation();
    Document page = Jsoup.parse(renderer.render(report));
    Element matrix = page.selectFirst("table.confusion");
    assertTrue(matrix.selectFirst("caption").text().contains("rows = gold, columns = predicted"));
    int antiAsNeutral = report.evaluation().confusion().counts()[1][2];
    assertEquals(
        Integer.toString(antiAsNeutral),
        matrix.select("tbody tr").get(1).select("td").get(2).ownText());
  }

  @Test
  void theEvaluationPageJudgesProbabilitiesAndTheAdaptedPrior() {
    EvaluationReport report = SampleReports.adapted();
    Document page = Jsoup.parse(renderer.render(report));
    assertEquals(
        List.of("before calibration", "calibrated"),
        page.select(".probabilities th[scope=row]").eachText());
    assertEquals(
        report.evaluation().probabilities().reliability().filled().size(),
        page.select(".reliability tbody tr").size());
    assertEquals(
        report.evaluation().probabilities().reliability().filled().size(),
        page.select(".reliability circle").size());
    assertEquals(5, page.select(".adaptation tbody tr").size());
    assertTrue(page.select(".summary").text().contains("cannot be told from these data"));
    Document plain = Jsoup.parse(renderer.render(SampleReports.evaluation()));
    assertEquals(0, plain.select(".adaptation").size());
    assertEquals(
        List.of("as the model gives them"),
        plain.select(".probabilities th[scope=row]").eachText());
  }

  @Test
  void theComparisonPageListsEveryChangedSentenceWithWhatItIsFoundBy() {
    ComparisonReport report = SampleReports.comparison();
    Document page = Jsoup.parse(renderer.render(report));
    assertEquals(report.comparison().changes().size(), page.select("table.list tbody tr").size());
    PairedDifference pair = report.comparison().differences().get(1);
    assertEquals(pair.broken(), page.select("#changes-1 tbody tr[data-kind=broken]").size());
    int places = page.select("[data-list=changes-1][data-group=part]").size();
    assertEquals(pair.slices().size(), places);
    for (Element row : page.select("#changes-1 tbody tr")) {
      // document, source and register
      assertEquals(3, row.attr("data-parts").split(" ").length);
    }
  }

  @Test
  void theEvaluationPageListsItsSentencesAndEveryCellTellsWhichItHolds() {
    EvaluationReport report = SampleReports.evaluation();
    Document page = Jsoup.parse(renderer.render(report));
    assertEquals(report.evaluation().n(), page.select("#sentences tbody tr").size());
    for (Stance gold : Stance.values()) {
      for (Stance predicted : Stance.values()) {
        String where = "gold=" + gold.label() + "&predicted=" + predicted.label();
        assertEquals(1, page.select("[data-list=sentences][data-where=" + where + "]").size());
        assertEquals(
            report.evaluation().confusion().count(gold, predicted),
            page.select(
                    "#sentences tr[data-gold=%s][data-predicted=%s]"
                        .formatted(gold.label(), predicted.label()))
                .size());
      }
    }
  }

  @Test
  void theCellsOfOtherPagesPointToNoList() {
    Document page = Jsoup.parse(renderer.render(SampleReports.training()));
    assertEquals(0, page.select("[data-list]").size());
  }

  @Test
  void anAuditSaysItsLevelsInWordsAndOpensWhatFails() {
    Document page = Jsoup.parse(renderer.render(SampleReports.audit()));
    assertEquals(
        List.of("✓ good", "✕ FAIL", "! WARN", "i note"), page.select(".checks .badge").eachText());
    assertEquals("2,102 rows read", page.select(".finding.is-good p span").last().text());
    assertEquals(1, page.select(".finding details[open]").size());
    assertTrue(page.select(".finding.is-fail summary").text().contains("2 of 12"));
    assertEquals(
        List.of("1,100", "37.5 %"), page.select(".figures").first().select("td.num").eachText());
    assertTrue(page.select("footer").text().contains("AUC"));
  }

  @Test
  void numbersDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      String german = renderer.render(SampleReports.training());
      Locale.setDefault(Locale.ROOT);
      assertEquals(renderer.render(SampleReports.training()), german);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<Report> samples() {
    return List.of(
        SampleReports.training(),
        SampleReports.comparison(),
        SampleReports.evaluation(),
        SampleReports.adapted(),
        SampleReports.hostile(),
        SampleReports.hostileEvaluation(),
        SampleReports.audit(),
        SampleReports.hostileAudit(),
        SampleReports.recipes(),
        SampleReports.hostileRecipes());
  }

  /** For a look at the pages. */
  private static void write(Report report, String html) throws Exception {
    String name =
        (report.title().startsWith("<")
                ? "hostile-"
                : report.title().contains("adapted") ? "adapted-" : "")
            + report.getClass().getSimpleName();
    Path file = Path.of("target", "golden", name + ".html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);
  }
}

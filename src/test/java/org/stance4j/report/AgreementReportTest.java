package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.stance4j.Holder;
import org.stance4j.Stance;
import org.stance4j.agreement.AgreementStudy;
import org.stance4j.agreement.Judgement;
import org.stance4j.agreement.LabelPairs;
import org.stance4j.agreement.Twice;
import org.stance4j.agreement.TwiceLabelled;

class AgreementReportTest {
  private static final AgreementReport REPORT =
      report(Twice.pairs("PpAanPpAanPPAn.", "PPAanPpAnnPPnnA", 2));

  private static AgreementReport report(LabelPairs pairs) {
    AgreementStudy study = AgreementStudy.of(pairs, List.of("register"), 200, 3);
    return new AgreementReport(
        "Agreement of " + study.first() + " and " + study.second(),
        study,
        List.of(new ReportRow("seed", "3")),
        List.of());
  }

  @Test
  void thePageShowsFiguresTablesAndDifferences() {
    Document page = Jsoup.parse(new HtmlRenderer().render(REPORT));
    assertEquals(0, page.select("script, link, img, [src], [href]").size());
    assertEquals(2, page.select("table.confusion").size());
    assertTrue(
        page.selectFirst("table.confusion caption").text().startsWith("Rows = one, columns = two"));
    assertEquals(6, page.select("td.chart svg[role=img]").size());
    assertEquals(
        List.of("Text 8. i8", "Text 12. i12", "Text 1. i1"),
        page.select(".changes .sentence").eachText());
    assertTrue(page.select(".slices").text().contains("x1"), "rows of one file are named");
    assertTrue(page.selectFirst("footer").text().contains("Krippendorff"));
    assertFalse(page.text().contains("Macro-F1"));
  }

  @Test
  void theSummarySaysHowManyAndWhatIsLeftOut() {
    assertEquals(
        List.of(
            "one and two give the same label to 12 rows of 14 (86\u00a0%).",
            "1 row without a label from both is left out.",
            "3 rows of one file only are left out."),
        REPORT.summary().stream().filter(line -> line.matches("(one|\\d).*")).toList());
    assertEquals(
        "All labels are the same, so nothing can be said of agreement beyond chance.",
        report(Twice.pairs("PP", "PP", 1)).summary().get(1));
  }

  @Test
  void markdownHoldsTheSame() {
    String page = new MarkdownRenderer().render(REPORT);
    assertTrue(page.contains("| Cohen’s κ | 0."), page);
    assertTrue(page.contains("Rows = one, columns = two."), page);
    assertTrue(page.contains("| i12 | Text 12. | anti (author) | neutral | neutral |"), page);
    assertTrue(page.contains("| only in two | 2 | y1, y2 |"), page);
  }

  @Test
  void jsonHasTheDocumentedKeysInTheirOrder() throws Exception {
    JsonNode node = new ObjectMapper().readTree(new JsonRenderer().render(REPORT));
    assertEquals(
        List.of(
            "format",
            "title",
            "summary",
            "data",
            "first",
            "second",
            "labels",
            "holders",
            "missing",
            "seed",
            "settings",
            "provenance"),
        keys(node));
    assertEquals("stance4j.agreement/1", node.get("format").asText());
    assertEquals(
        List.of(
            "n",
            "clusters",
            "agreement",
            "kappa",
            "alpha",
            "intervals",
            "table",
            "perLabel",
            "slices",
            "differences"),
        keys(node.get("labels")));
    assertEquals(
        REPORT.study().labels().labels().get(0).kappa(),
        node.at("/labels/perLabel/pro/kappa").asDouble(),
        5e-7);
    assertEquals("author", node.at("/holders/differences/0/second/holder").asText());
    JsonNode same =
        new ObjectMapper().readTree(new JsonRenderer().render(report(Twice.pairs("PP", "PP", 1))));
    assertTrue(same.at("/labels/kappa").isNull());
  }

  @Test
  void hostileTextStaysText() {
    String hostile = SampleReports.HOSTILE;
    TwiceLabelled item =
        new TwiceLabelled(
            "i" + hostile,
            hostile,
            hostile,
            new Judgement(Stance.PRO, Holder.AUTHOR),
            new Judgement(Stance.ANTI, null),
            null,
            new TreeMap<>());
    AgreementReport report =
        report(
            new LabelPairs(
                hostile, "a" + hostile, "b" + hostile, List.of(item), List.of(hostile), List.of()));
    Document page = Jsoup.parse(new HtmlRenderer().render(report));
    assertEquals(0, page.select("script, img, [onerror]").size());
    assertTrue(page.select(".sentence").text().contains("<script>alert(1)</script>"));
    assertFalse(new MarkdownRenderer().render(report).contains("<script>"));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.BehaviourTest;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.Expectation;
import org.stance4j.behaviour.Suites;
import org.stance4j.behaviour.TestOutcome;

class BehaviourReportTest {
  @TempDir Path folder;
  private BehaviourReport report;

  @BeforeEach
  void run() {
    report = report(Suites.run(folder));
  }

  private static BehaviourReport report(BehaviourRun run) {
    return new BehaviourReport(
        run.model() + " in the suite " + run.suite(), run, List.of(), List.of());
  }

  @Test
  void theSummarySaysHowManyFailAndWhereMost() {
    assertEquals(
        List.of(
            "fake@1 fails 4 of 7 (57\u00a0%) tests of the suite small: minimum functionality 1 of 2"
                + " (50\u00a0%), invariance 1 of 2 (50\u00a0%), directional 2 of 3 (67\u00a0%).",
            "It fails most often in negation (2 of 3), typos (1 of 2), reasons (1 of 2)."),
        report.summary());
  }

  @Test
  void theConsoleHasATableAndAsManyFailuresAsAreAskedFor() {
    String text = BehaviourText.render(report, 0);
    assertTrue(
        text.startsWith(
            """
            fake@1 in the suite small

            capability                 kind      tests  failures     rate  95 % interval
            negation                   MFT, DIR      3         2   66.7\u00a0%  0.208 to 0.939
            typos                      INV           2         1   50.0\u00a0%  0.095 to 0.905
            reasons                    DIR           2         1   50.0\u00a0%  0.095 to 0.905

            all minimum functionality  MFT           2         1   50.0\u00a0%  0.095 to 0.905
            all invariance             INV           2         1   50.0\u00a0%  0.095 to 0.905
            all directional            DIR           3         2   66.7\u00a0%  0.208 to 0.939
            all tests                                7         4   57.1\u00a0%  0.250 to 0.842
            """),
        text);
    assertFalse(text.contains("a2"));
    String one = BehaviourText.render(report, 1);
    assertTrue(
        one.contains(
            """

            negation
              a2: expected pro; said anti
                Not bad.
              and 1 more

            typos
              b1: expected the same stance; said pro, then neutral
                Good.
                Godo.
            """),
        one);
  }

  @Test
  void thePageListsRatesAndFailures() {
    Document page = Jsoup.parse(new HtmlRenderer().render(report));
    assertEquals(0, page.select("script, link, img, [src], [href]").size());
    assertEquals(7, page.select(".rates tbody tr").size());
    assertEquals(4, page.select(".rates tr.sum").size());
    assertEquals(4, page.select(".changes li").size());
    assertTrue(page.select(".changes li").get(0).text().contains("expected pro"));
    assertTrue(page.selectFirst("footer").text().contains("invariance"));
  }

  @Test
  void markdownHoldsTheSame() {
    String page = new MarkdownRenderer().render(report);
    assertTrue(page.contains("| typos | INV | 2 | 1 | 50.0\u00a0% | 0.095 to 0.905 |"), page);
    assertTrue(
        page.contains(
            "| b1 | Good. | Godo. | the same stance | pro, then neutral (pro 0.700, anti 0.100,"
                + " neutral 0.200; pro 0.200, anti 0.200, neutral 0.600) |"),
        page);
  }

  @Test
  void jsonHasTheDocumentedKeysInTheirOrder() throws Exception {
    JsonNode node = new ObjectMapper().readTree(new JsonRenderer().render(report));
    assertEquals(
        List.of(
            "format",
            "title",
            "summary",
            "model",
            "suite",
            "sha256",
            "all",
            "kinds",
            "capabilities",
            "failures",
            "settings",
            "provenance"),
        keys(node));
    assertEquals("stance4j.behaviour/1", node.get("format").asText());
    assertEquals(4, node.at("/all/failures").asInt());
    assertEquals(0.571429, node.at("/all/rate").asDouble());
    assertEquals(2, node.at("/capabilities/0/failures").asInt());
    assertEquals("[\"MFT\",\"DIR\"]", node.at("/capabilities/0/kinds").toString());
    assertEquals(
        List.of("id", "capability", "kind", "text", "expected", "outcome", "textProbabilities"),
        keys(node.at("/failures/0")));
    assertEquals(0.4, node.at("/failures/1/editProbabilities/anti").asDouble());
  }

  @Test
  void anEvaluationHoldsTheRatesAsASectionOfItsOwn() throws Exception {
    EvaluationReport plain = SampleReports.evaluation();
    EvaluationReport with = SampleReports.behaved(folder);
    Document page = Jsoup.parse(new HtmlRenderer().render(with));
    assertEquals(7, page.select(".rates tbody tr").size());
    assertTrue(page.select(".summary").text().contains("fails 4 of 7"));
    assertEquals(0, Jsoup.parse(new HtmlRenderer().render(plain)).select(".rates").size());
    assertTrue(new MarkdownRenderer().render(with).contains("\n## Behaviour\n"));
    JsonNode node = new ObjectMapper().readTree(new JsonRenderer().render(with));
    assertEquals(
        List.of("suite", "sha256", "all", "kinds", "capabilities"), keys(node.get("behaviour")));
    assertFalse(new JsonRenderer().render(plain).contains("behaviour"));
  }

  @Test
  void hostileTextStaysText() {
    String hostile = SampleReports.HOSTILE;
    StanceProbabilities anti = new StanceProbabilities(0, 1, 0);
    BehaviourTest test =
        new BehaviourTest(
            hostile,
            hostile,
            Sentence.alone(hostile, hostile),
            null,
            new Expectation.Label(Stance.PRO));
    BehaviourReport evil =
        report(
            new BehaviourRun(
                hostile,
                hostile,
                hostile,
                List.of(
                    new CapabilityResult(hostile, List.of(new TestOutcome(test, anti, anti))))));
    Document page = Jsoup.parse(new HtmlRenderer().render(evil));
    assertEquals(0, page.select("script, img, [onerror]").size());
    assertTrue(page.select(".sentence").text().contains("<script>alert(1)</script>"));
    assertFalse(new MarkdownRenderer().render(evil).contains("<script>"));
    assertFalse(BehaviourText.render(evil, 9).contains("\u202E"));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetStatistics;
import org.stance4j.corpus.GroupSizes;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LengthHistogram;

class StatsReportTest {
  private static final Dataset DATASET =
      new Dataset(
          "few",
          List.of(
              example("1", "A port is open today.", Stance.PRO, Map.of("register", "blog")),
              example("2", "Ships came and went away.", Stance.ANTI, Map.of("register", "wire")),
              example("3", "One two three four five six.", Stance.ANTI, Map.of("register", "wire")),
              example("4", "Nothing happened at all there.", Stance.NEUTRAL, Map.of())));

  private static Example example(
      String id, String text, Stance stance, Map<String, String> attributes) {
    return new Example(
        id, Sentence.alone(id, text), stance, null, "g" + id, Example.attributes(attributes));
  }

  private static StatsReport report(Dataset dataset) {
    Grouping grouping = Grouping.of(dataset);
    return new StatsReport(
        dataset.name(),
        DatasetStatistics.of(dataset),
        LengthHistogram.of(dataset),
        GroupSizes.of(grouping.dataset()),
        grouping.report(),
        List.of(),
        List.of());
  }

  @Test
  void propertiesWithSeveralValuesAreShownTheMostFrequentFirstAndNoneLast() {
    List<StatsTable> tables = report(DATASET).tables();
    assertEquals(List.of("register"), tables.stream().map(StatsTable::key).toList());
    assertEquals(
        List.of("wire", "blog", "(none)"),
        tables.get(0).rows().stream().map(StatsTable.Row::value).toList());
    assertEquals(2, tables.get(0).most());
    assertEquals(1, tables.get(0).rows().get(0).share(Stance.ANTI));
  }

  @Test
  void theSummarySaysHowManyOfWhatAndInHowManyGroups() {
    assertEquals(
        List.of(
            "few holds 4 sentences: 25\u00a0% pro, 50\u00a0% anti and 25\u00a0% neutral.",
            "They have 5 to 6 words; half of them at most 5.",
            "Documents, arguments and near-duplicates joined, they form 4 groups, the largest with"
                + " 25\u00a0% of them.",
            "Beware: one group holds over a fifth of the sentences, so folds and splits will be"
                + " uneven."),
        report(DATASET).summary());
    assertEquals(
        List.of("none holds no sentence."), report(new Dataset("none", List.of())).summary());
  }

  @Test
  void thePageDrawsBarsAndColumns() {
    Document page = Jsoup.parse(new HtmlRenderer().render(report(DATASET)));
    assertEquals("What few holds", page.title());
    assertEquals(
        List.of("Labels", "Register", "Length", "Groups"), page.select("section h2").eachText());
    assertEquals(3, page.select("svg.columns").size());
    // wire fills the scale: all of it anti
    assertEquals(
        "100.00%", page.select(".tally tr:contains(wire) svg.shares rect.anti").attr("width"));
    assertEquals(0, page.select(".tally tr.pale svg").size());
    assertEquals(0, page.select("script, link, img, [src], [href]").size());
    Document empty = Jsoup.parse(new HtmlRenderer().render(report(new Dataset("none", List.of()))));
    assertEquals(List.of("Labels"), empty.select("section h2").eachText());
  }

  @Test
  void markdownHoldsTheSame() {
    String page = new MarkdownRenderer().render(report(DATASET));
    assertTrue(page.contains("| wire | 2 | 0 | 2 | 0 |"), page);
    assertTrue(page.contains("| 6–10 | 1 | 0 | 1 | 0 |"), page);
    assertTrue(page.contains("| 1 | 4 | 4 |"), page);
  }

  @Test
  void jsonHasTheDocumentedKeysInTheirOrder() throws Exception {
    JsonNode node = new ObjectMapper().readTree(new JsonRenderer().render(report(DATASET)));
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    assertEquals(
        List.of(
            "format",
            "title",
            "summary",
            "data",
            "labels",
            "tables",
            "words",
            "groups",
            "settings",
            "provenance"),
        keys);
    assertEquals("stance4j.statistics/1", node.get("format").asText());
    assertEquals(2, node.at("/tables/register/0/anti").asInt());
    assertEquals(6, node.at("/words/histogram/1/from").asInt());
    assertEquals(4, node.at("/groups/sizes/0/groups").asInt());
  }

  @Test
  void hostileTextStaysText() {
    Dataset dataset =
        new Dataset(
            SampleReports.HOSTILE,
            List.of(
                example("1", "A port is open today.", Stance.PRO, Map.of()),
                example(
                    "2",
                    "Ships came and went away.",
                    Stance.ANTI,
                    Map.of("register", SampleReports.HOSTILE))));
    Document page = Jsoup.parse(new HtmlRenderer().render(report(dataset)));
    assertEquals(0, page.select("script, img, [onerror]").size());
    assertTrue(page.select(".tally").text().contains("<script>alert(1)</script>"));
    assertFalse(new MarkdownRenderer().render(report(dataset)).contains("<script>"));
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RecipesReportTest {
  private final ObjectMapper mapper = new ObjectMapper();

  /** The same report of a single recipe, measured on no documents, or of none. */
  private static RecipesReport few(int recipes) {
    RecipesReport report = SampleReports.recipes();
    return new RecipesReport(
        report.title(),
        report.data().subList(0, 2),
        report.recipes().stream()
            .limit(recipes)
            .map(
                recipe ->
                    new RecipeEntry(
                        recipe.name(),
                        recipe.description(),
                        recipe.features(),
                        recipe.classifier(),
                        recipe.validation(),
                        null,
                        recipe.bytes(),
                        recipe.timing()))
            .toList(),
        List.of(),
        recipes == 0 ? report.failed() : List.of(),
        report.machine(),
        report.settings(),
        report.provenance());
  }

  @Test
  void markdownEqualsTheKeptFile() throws Exception {
    Golden.assertSame("recipes.md", new MarkdownRenderer().render(SampleReports.recipes()));
  }

  @Test
  void jsonEqualsTheKeptFile() throws Exception {
    Golden.assertSame("recipes.json", new JsonRenderer().render(SampleReports.recipes()));
  }

  @Test
  void theSummaryNamesTheBestThoseBehindAndThoseThatFailed() {
    List<String> summary = SampleReports.recipes().summary();
    assertTrue(
        summary
            .get(0)
            .startsWith(
                "Of 3 recipes embedding-svm has the highest macro-F1 on the validation split, 0."),
        summary.get(0));
    assertEquals("Behind it, and hardly by chance: ngram-linear and majority.", summary.get(1));
    assertTrue(summary.get(2).startsWith("On the real documents ("), summary.get(2));
    assertTrue(summary.get(3).startsWith("Beware, on the real documents: "), summary.get(3));
    assertEquals("Failed: per-target.", summary.get(summary.size() - 1));
  }

  @Test
  void aRecipeThatTheDataDoNotTellFromTheBestIsNotCalledBehind() {
    RecipesReport report = SampleReports.recipes();
    RecipesReport twice =
        new RecipesReport(
            report.title(),
            report.data(),
            List.of(report.recipes().get(0), report.recipes().get(1)),
            SampleReports.equalDifference("embedding-svm", "ngram-linear"),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        "The data do not show that it is better than ngram-linear.", twice.summary().get(1));
    Document page = Jsoup.parse(new HtmlRenderer().render(twice));
    assertEquals(0, page.select("td[data-label=Verdict] .strong").size());
  }

  @Test
  void noTimeStandsOutsideOfWhatWasMeasured() throws Exception {
    RecipesReport report = SampleReports.recipes();
    RecipesReport slower =
        new RecipesReport(
            report.title(),
            report.data(),
            report.recipes().stream()
                .map(
                    recipe ->
                        new RecipeEntry(
                            recipe.name(),
                            recipe.description(),
                            recipe.features(),
                            recipe.classifier(),
                            recipe.validation(),
                            recipe.documents(),
                            recipe.bytes(),
                            new RecipeTiming(77, 88, 99)))
                .toList(),
            report.differences(),
            report.failed(),
            List.of(new ReportRow("processors", "64")),
            report.settings(),
            report.provenance());
    ObjectNode one = (ObjectNode) mapper.readTree(new JsonRenderer().render(report));
    ObjectNode other = (ObjectNode) mapper.readTree(new JsonRenderer().render(slower));
    assertEquals(88, other.at("/measured/recipes/0/trainingSeconds").asInt());
    assertFalse(one.remove("measured").equals(other.remove("measured")));
    assertEquals(one, other);
  }

  @Test
  void jsonHasTheDocumentedKeysInTheirOrder() throws Exception {
    JsonNode node = mapper.readTree(new JsonRenderer().render(SampleReports.recipes()));
    assertEquals(
        List.of(
            "format",
            "title",
            "summary",
            "data",
            "best",
            "recipes",
            "differences",
            "failed",
            "measured",
            "settings",
            "provenance"),
        keys(node));
    assertEquals("stance4j.recipes/1", node.get("format").asText());
    assertEquals(
        List.of(
            "name", "description", "features", "classifier", "bytes", "validation", "documents"),
        keys(node.at("/recipes/0")));
    List<String> figures =
        new ArrayList<>(
            keys(
                mapper.readTree(
                    new JsonRenderer()
                        .render(SampleReports.recipes().recipes().get(0).validation()))));
    figures.removeAll(List.of("format", "model", "slices", "seed"));
    assertEquals(figures, keys(node.at("/recipes/0/validation")));
    assertTrue(figures.contains("beforeCalibration"), figures.toString());
    assertFalse(node.at("/recipes/1/validation").has("beforeCalibration"));
    JsonNode none = mapper.readTree(new JsonRenderer().render(few(0)));
    assertTrue(none.get("best").isNull());
    assertTrue(
        mapper.readTree(new JsonRenderer().render(few(1))).at("/recipes/0/documents").isNull());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void thePageShowsFiguresIntervalsCostsAndWhatFailed() {
    Document page = Jsoup.parse(new HtmlRenderer().render(SampleReports.recipes()));
    assertEquals(
        List.of(
            "Failed",
            "Recipes",
            "Differences to the best",
            "Figures",
            "Data",
            "Machine",
            "Settings",
            "Provenance"),
        page.select("section h2").eachText());
    assertEquals(
        List.of("embedding-svm", "ngram-linear", "majority"),
        page.select(".recipes .name").eachText());
    assertEquals("embedding-svm", page.select("tr.chosen .name").text());
    assertEquals(
        List.of("21 s encoding 62 s", "6.6 MB", "150"),
        page.select("tr.chosen td.num").eachText().stream()
            .skip(2)
            .map(RecipesReportTest::plain)
            .toList());
    assertEquals(2, page.select("td[data-label=Verdict] .strong").size());
    assertTrue(page.select("p.warning").text().contains("fill the column target"));
    // what holds for all recipes is said once, what holds for one beside it
    assertEquals(1, page.select("p.warning:contains(fewer than 10 groups)").size());
    assertEquals(2, page.select("th .note:contains(the same stance)").size());
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u2009', ' ');
  }

  @Test
  void oneRecipeHasNoDifferencesAndNoneHasNoFigures() {
    Document one = Jsoup.parse(new HtmlRenderer().render(few(1)));
    assertEquals(
        List.of("Recipes", "Figures", "Data", "Machine", "Settings", "Provenance"),
        one.select("section h2").eachText());
    assertTrue(
        few(1).summary().get(0).startsWith("embedding-svm reaches a macro-F1 of 0."),
        few(1).summary().get(0));
    assertFalse(new MarkdownRenderer().render(few(1)).contains("real documents"));
    Document none = Jsoup.parse(new HtmlRenderer().render(few(0)));
    assertEquals(0, none.select(".recipes").size());
    assertEquals(List.of("No recipe could be trained.", "Failed: per-target."), few(0).summary());
    assertFalse(new MarkdownRenderer().render(few(0)).contains("## Recipes"));
  }

  @Test
  void differencesMustBeThoseOfTheRecipes() {
    RecipesReport report = SampleReports.recipes();
    assertEquals(
        "differences of [ngram-linear, majority] do not fit the recipes after the first,"
            + " [ngram-linear]",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new RecipesReport(
                        report.title(),
                        report.data(),
                        report.recipes().subList(0, 2),
                        report.differences(),
                        report.failed(),
                        report.machine(),
                        report.settings(),
                        report.provenance()))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new RecipeTiming(-1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new RecipeTiming(0, 0, 0));
  }

  @Test
  void hostileTextStaysText() throws Exception {
    RecipesReport report = SampleReports.hostileRecipes();
    String html = new HtmlRenderer().render(report);
    Document page = Jsoup.parse(html);
    assertEquals(0, page.select("script, img").size());
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertFalse(attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on"), attribute.html());
      }
    }
    assertTrue(page.select(".recipes .name").text().contains("<script>alert(1)</script>"));
    assertTrue(page.select("p.warning").text().contains("<script>alert(1)</script>"));
    assertTrue(html.contains("a[U+202E]b[U+2066]c[U+0007]"));
    assertFalse(new MarkdownRenderer().render(report).contains("<script>"));
    String json = new JsonRenderer().render(report);
    assertFalse(json.contains("\u202E") || json.contains("\u0007"));
    assertEquals(SampleReports.HOSTILE, mapper.readTree(json).at("/failed/0/reason").asText());
  }
}

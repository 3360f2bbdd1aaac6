package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.TextSpan;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.ExplainedExample;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.ExplanationMethod;
import org.stance4j.explain.MovedWord;
import org.stance4j.explain.MovedWords;
import org.stance4j.explain.Neighbour;
import org.stance4j.explain.Pull;
import org.stance4j.explain.WordPull;

class ExplanationReportTest {
  /** The first letter lies outside the basic plane: two units, one code point. */
  static final String TEXT = "\uD835\uDC00 bad, good day";

  private static final StanceProbabilities SAID = new StanceProbabilities(0.7, 0.2, 0.1);

  private static Example example(String id, String text, Stance stance) {
    return new Example(
        id, Sentence.alone(id, text), stance, null, id, Example.attributes(Map.of()));
  }

  private static Explanation explanation(String text, int start, int end) {
    return new Explanation(
        text,
        SAID,
        ExplanationMethod.OCCLUSION,
        List.of(
            new WordPull(
                text.substring(start, end), new TextSpan(start, end), new Pull(-0.2, 0.3, -0.1)),
            new WordPull("good", new TextSpan(8, 12), new Pull(0.1, -0.1, 0)),
            new WordPull("day", new TextSpan(13, 16), new Pull(0.0004, 0, -0.0004))),
        new Pull(0.01, 0, -0.01),
        Pull.NONE,
        2);
  }

  static ErrorAnalysis analysis(String text) {
    ScoredExample scored = new ScoredExample(example("e1", text, Stance.ANTI), SAID);
    ExplainedExample error =
        new ExplainedExample(
            scored,
            explanation(text, 3, 6),
            List.of(
                new Neighbour(example("t1", "near " + text, Stance.PRO), 0.9),
                new Neighbour(example("t2", "less near", Stance.ANTI), 0.8)));
    return new ErrorAnalysis(
        4,
        1,
        ExplanationMethod.OCCLUSION,
        new ErrorAnalysis.NeighbourSource("letters", 1_200, 2),
        List.of(error),
        List.of(scored),
        List.of(error));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static SentenceExplanation sentence() {
    return new SentenceExplanation(
        "tiny@1",
        new Sentence(
            "", TEXT, new TextSpan(0, TEXT.length()), SentenceKind.BODY, "Before\u0007.", null),
        explanation(TEXT, 3, 6),
        new ErrorAnalysis.NeighbourSource("letters", 1_200, 2),
        List.of(new Neighbour(example("t1", "near", Stance.PRO), 0.9)));
  }

  @Test
  void aSentenceIsCutIntoMarkedWordsAndTheRest() {
    List<PullSegment> segments = PullSegment.of(explanation(TEXT, 3, 6));
    assertEquals(
        List.of(
            new PullSegment("\uD835\uDC00 ", null, false, ""),
            new PullSegment("bad", Stance.ANTI, true, "pro −0.200, anti +0.300, neutral −0.100"),
            new PullSegment(", ", null, false, ""),
            new PullSegment("good", Stance.PRO, false, "pro +0.100, anti −0.100, neutral 0.000"),
            new PullSegment(" day", null, false, "")),
        segments);
  }

  @Test
  void theConsoleMarksWordsBySignsWhereItHasNoColour() {
    assertEquals(
        """
        tiny@1: pro (0.700, 0.200, 0.100) for pro, anti, neutral

          … Before[U+0007].
          \uD835\uDC00 −−bad, +good day

          + pro, − anti, ~ neutral; strong pulls twice

        Words that pull
          pro      good +0.100
          anti     bad +0.300
          neutral  –
          context  pro +0.010, anti 0.000, neutral −0.010
          occlusion: probability with the word minus probability without it
          the last 2 words were not looked at

        Nearest of 1\u2009200 training sentences, by cosine of letters
          0.900  pro      near  [t1]
        """,
        ExplanationText.render(sentence(), false));
  }

  @Test
  void theConsoleColoursWordsWhereItCan() {
    String text = ExplanationText.render(sentence(), true);
    assertTrue(
        text.contains(" \u001b[31m\u001b[1mbad\u001b[0m, \u001b[32mgood\u001b[0m day\n"), text);
    assertFalse(text.contains("−−"), text);
  }

  @Test
  void jsonHasTheDocumentedKeysAndCountsCodePoints() throws Exception {
    JsonNode node = new ObjectMapper().readTree(new JsonRenderer().render(sentence()));
    assertEquals(
        List.of(
            "format",
            "model",
            "previous",
            "text",
            "stance",
            "probabilities",
            "method",
            "words",
            "context",
            "bias",
            "left",
            "encoder",
            "trainingSentences",
            "neighbours"),
        keys(node));
    assertEquals("stance4j.explanation/1", node.get("format").asText());
    assertEquals("occlusion", node.get("method").asText());
    assertEquals("bad", node.at("/words/0/word").asText());
    assertEquals(2, node.at("/words/0/start").asInt());
    assertEquals(5, node.at("/words/0/end").asInt());
    assertEquals(0.3, node.at("/words/0/pull/anti").asDouble());
    assertEquals(
        List.of("id", "document", "label", "similarity", "text"), keys(node.at("/neighbours/0")));
  }

  @Test
  void anEvaluationHoldsTheErrorsAsASectionOfTheirOwn() throws Exception {
    EvaluationReport report = SampleReports.withErrors(SampleReports.evaluation(), analysis(TEXT));
    Document page = Jsoup.parse(new HtmlRenderer().render(report));
    assertEquals("\uD835\uDC00 bad, good day e1", page.select(".errors .sentence").first().text());
    assertEquals("bad", page.select(".errors li .pull.anti.strong").first().text());
    assertEquals(3, page.select(".errors > details").size());
    assertTrue(page.select(".summary").text().contains("1 of 4 sentences (25 %)"));
    String markdown = new MarkdownRenderer().render(report);
    assertTrue(
        markdown.contains(
            "| \uD835\uDC00 bad, good day | e1 | anti | pro (0.700, 0.200, 0.100) | good +0.100 | bad"
                + " +0.300 | 1 pro, 1 anti: pro 0.900 “near \uD835\uDC00 bad, good day”; anti 0.800"
                + " “less near” |"),
        markdown);
    JsonNode errors = new ObjectMapper().readTree(new JsonRenderer().render(report)).get("errors");
    assertEquals(
        List.of("n", "errors", "method", "neighbours", "confident", "uncertain", "suspects"),
        keys(errors));
    assertEquals(
        List.of(
            "id",
            "document",
            "group",
            "text",
            "gold",
            "stance",
            "probabilities",
            "explanation",
            "neighbours"),
        keys(errors.at("/confident/0")));
    assertEquals(0.5, errors.at("/uncertain/0/margin").asDouble());
    EvaluationReport without = SampleReports.evaluation();
    assertNull(new ObjectMapper().readTree(new JsonRenderer().render(without)).get("errors"));
    assertEquals(0, Jsoup.parse(new HtmlRenderer().render(without)).select(".errors").size());
  }

  @Test
  void hostileTextStaysText() {
    EvaluationReport report =
        SampleReports.withErrors(SampleReports.evaluation(), analysis(SampleReports.HOSTILE));
    Document page = Jsoup.parse(new HtmlRenderer().render(report));
    assertEquals(0, page.select("img").size());
    assertEquals(
        List.of(PageAssets.script()), page.select("script").stream().map(Element::data).toList());
    assertTrue(page.select(".errors .sentence").text().contains("<script>alert(1)</script>"));
    String markdown = new MarkdownRenderer().render(report);
    assertFalse(markdown.contains("<script>"), markdown);
  }

  @Test
  void aComparisonTellsTheWordsThatMovedOfTheSentencesExplained() throws Exception {
    ComparisonReport plain = SampleReports.comparison();
    ChangedSentence change = plain.comparison().changes().get(0);
    MovedWords moved =
        new MovedWords(change, List.of(new MovedWord("Invented", new TextSpan(0, 8), -0.1, 0.25)));
    ComparisonReport report = plain.withMoved(List.of(moved));
    Document page = Jsoup.parse(new HtmlRenderer().render(report));
    assertEquals(
        List.of("words that moved Invented −0.100 → +0.250"),
        page.select(".list .moved").eachText());
    assertTrue(page.text().contains("told of 1 of the "), page.text());
    String markdown = new MarkdownRenderer().render(report);
    assertTrue(markdown.contains(" | Invented −0.100 → +0.250 |\n"), markdown);
    JsonNode changes =
        new ObjectMapper().readTree(new JsonRenderer().render(report)).get("changes");
    assertEquals(0.25, changes.at("/0/words/0/after").asDouble());
    assertNull(changes.get(1).get("words"));
  }
}

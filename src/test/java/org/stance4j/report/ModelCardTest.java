package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.ScoredExample;

class ModelCardTest {
  /** Four sentences in four groups; so many answers are right. */
  private static Evaluation evaluation(int right) {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Stance gold = i % 2 == 0 ? Stance.PRO : Stance.ANTI;
      Stance predicted = i < right ? gold : Stance.NEUTRAL;
      Example example =
          new Example(
              "s" + i,
              Sentence.alone("s" + i, "text " + i),
              gold,
              null,
              "g" + i,
              Example.attributes(Map.of()));
      double[] shares = new double[Stance.COUNT];
      shares[predicted.ordinal()] = 1;
      scored.add(new ScoredExample(example, StanceProbabilities.of(shares)));
    }
    return Evaluator.evaluate("m", "d", scored, 50, 17);
  }

  private static String card(String data, Map<HeldOut, Evaluation> heldOut) {
    return new ModelCard(
            "words-only",
            "Words *only* | no letters.",
            "each sentence by itself",
            new DataRow(data, 4, 4, Map.of(Stance.PRO, 2, Stance.ANTI, 2)),
            evaluation(3),
            evaluation(2),
            heldOut,
            List.of(new ReportRow("encoder", "none | at all")),
            List.of(new ReportRow("java", "17.0.1")))
        .render();
  }

  private static JsonNode frontMatter(String card) throws IOException {
    assertTrue(card.startsWith("---\n"));
    return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n") + 1));
  }

  @Test
  void theFrontMatterHoldsTheFiguresWhateverTheDataIsCalled() throws IOException {
    for (String data : List.of("plain", "a: b # \"c\" \\d", "- x", "true")) {
      JsonNode model = frontMatter(card(data, Map.of())).at("/model-index/0");
      assertEquals("words-only", model.get("name").asText());
      JsonNode result = model.at("/results/0");
      assertTrue(result.at("/dataset/type").isTextual());
      assertEquals(data, result.at("/dataset/type").asText());
      assertEquals(data + " (grouped cross-validation)", result.at("/dataset/name").asText());
      assertEquals("accuracy", result.at("/metrics/1/type").asText());
      assertEquals(0.75, result.at("/metrics/1/value").asDouble());
      assertTrue(
          result
              .at("/metrics/0/name")
              .asText()
              .matches("Macro-F1 \\(95 % interval 0\\.\\d+ to .*\\)"),
          result.at("/metrics/0/name").asText());
    }
  }

  @Test
  void everySetOfDataThatTheModelWasMeasuredOnIsAResult() throws IOException {
    String card =
        card("plain", Map.of(HeldOut.TEST, evaluation(2), HeldOut.DOCUMENTS, evaluation(4)));
    JsonNode results = frontMatter(card).at("/model-index/0/results");
    List<String> found = new ArrayList<>();
    results.forEach(
        result ->
            found.add(
                result.at("/dataset/split").asText()
                    + " "
                    + result.at("/metrics/1/value").asText()));
    assertEquals(List.of("train 0.75", "test 0.5", "documents 1.0"), found);
  }

  @Test
  void whatItReadsAndWhatItWasMadeWithAreTold() {
    String card = card("plain", Map.of());
    assertTrue(
        card.contains("with a probability for each. It reads each sentence by itself.\n"), card);
    assertTrue(card.contains("stance classify article.txt --model words-only\n"), card);
    assertTrue(card.contains("plain: 4 sentences in 4 groups (pro 2, anti 2, neutral 0)."), card);
    assertTrue(
        card.contains("## Made with\n\n| setting | value |\n| --- | --- |\n| java | 17.0.1 |"),
        card);
  }

  @Test
  void partsThatAreLargeEnoughAreRankedFromTheWeakest() {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean easy = i < 30;
      Stance gold = i % 2 == 0 ? Stance.PRO : Stance.ANTI;
      Example example =
          new Example(
              "s" + i,
              Sentence.alone("s" + i, "text " + i),
              gold,
              null,
              "g" + i % 6 + easy,
              Example.attributes(Map.of("register", easy ? "letter" : "speech")));
      double[] shares = new double[Stance.COUNT];
      shares[(easy ? gold : Stance.PRO).ordinal()] = 1;
      scored.add(new ScoredExample(example, StanceProbabilities.of(shares)));
    }
    String card =
        new ModelCard(
                "m",
                "One.",
                "each sentence by itself",
                new DataRow("d", 60, 12, Map.of()),
                Evaluator.evaluate("m", "d", scored, 50, 17),
                evaluation(2),
                Map.of(),
                List.of(),
                List.of())
            .render();
    // of the speeches every pro and no anti one is right
    assertTrue(
        card.contains(
            "| sentences | balanced accuracy |\n| --- | --- | --- |\n| register: speech | 30 | 0.500 |\n| register: letter | 30 | 1.000 |\n"),
        card);
  }

  @Test
  void figuresOfModelAndBaselineStandSideBySide() {
    String card = card("plain", Map.of());
    // 3 of 4 right: pro 2/2; anti 1/2 recalled, F1 2/3; neutral 0
    assertTrue(
        card.contains("| held-out groups of the training data | 4 | 4 | 0.750 | 0.556 |"), card);
    assertTrue(card.contains("| the same, majority baseline | 4 | 4 | 0.500 | "), card);
    assertFalse(card.contains("real documents"), card);
    assertTrue(
        card("plain", Map.of(HeldOut.DOCUMENTS, evaluation(4)))
            .contains("| real documents, never trained on | 4 |"));
  }

  /** Always certain: the one wrong answer of four costs 2 / 4, and a quarter is missing to 1. */
  @Test
  void probabilitiesAreJudgedWhereverTheModelWasMeasured() {
    String card = card("plain", Map.of(HeldOut.DOCUMENTS, evaluation(4)));
    assertTrue(
        card.contains(
            "| held-out groups of the training data | as the model gives them | 8.635 | 0.500 | 0.250 |"),
        card);
    assertTrue(
        card.contains(
            "| real documents, never trained on | as the model gives them | 0.000 | 0.000 | 0.000 |"),
        card);
  }

  @Test
  void textOfUsersIsNoMarkUp() {
    String card = card("plain", Map.of());
    assertTrue(card.contains("Words \\*only\\* \\| no letters."), card);
    assertTrue(card.contains("| encoder | none \\| at all |"), card);
  }
}

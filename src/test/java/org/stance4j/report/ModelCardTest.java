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
            new DataRow(data, 4, 4, Map.of(Stance.PRO, 2, Stance.ANTI, 2)),
            evaluation(3),
            evaluation(2),
            heldOut,
            List.of(new ReportRow("encoder", "none | at all")))
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
      assertEquals("0.750", result.at("/metrics/1/value").asText().concat("0").substring(0, 5));
    }
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

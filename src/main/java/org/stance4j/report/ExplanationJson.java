package org.stance4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.TextSpan;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.ExplainedExample;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.MovedWord;
import org.stance4j.explain.MovedWords;
import org.stance4j.explain.Neighbour;
import org.stance4j.explain.Pull;
import org.stance4j.explain.WordPull;

/**
 * Explanations as JSON.
 *
 * <ul>
 *   <li>an explanation: {@code {text, stance, probabilities, method, words: [{word, start, end,
 *       pull: {pro, anti, neutral}}], context, bias, left}}; {@code method} is {@code occlusion},
 *       pulls being differences of probability, or {@code exact-weights}, pulls being parts of the
 *       linear scores, which those of all words, {@code context} and {@code bias} sum to; {@code
 *       start} and {@code end} count code points in {@code text}, the end not included; {@code
 *       left} is the number of words that were not looked at
 *   <li>a neighbour: {@code {id, document, label, similarity, text}}, the similarity being a cosine
 *   <li>errors: {@code {n, errors, method, neighbours: {encoder, trainingSentences, k}, confident,
 *       uncertain, suspects}}; {@code neighbours} is absent where none were looked for; {@code
 *       uncertain} is a list of {@code {id, document, group, text, gold, stance, probabilities,
 *       margin}}, the others have {@code explanation} and {@code neighbours} instead of {@code
 *       margin}
 *   <li>words that moved: list of {@code {word, start, end, before, after}}, pulls towards the gold
 *       stance by occlusion
 * </ul>
 */
final class ExplanationJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExplanationJson() {}

  static ObjectNode explanation(Explanation explanation) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("text", explanation.text())
            .put("stance", explanation.probabilities().stance().label());
    node.set("probabilities", ProbabilityJson.shares(explanation.probabilities()));
    node.put("method", explanation.method().label());
    ArrayNode words = node.putArray("words");
    for (WordPull word : explanation.words()) {
      ObjectNode entry = place(words.addObject(), word.word(), word.span(), explanation.text());
      entry.set("pull", pull(word.pull()));
    }
    node.set("context", pull(explanation.context()));
    node.set("bias", pull(explanation.bias()));
    return node.put("left", explanation.left());
  }

  private static ObjectNode place(ObjectNode node, String word, TextSpan span, String text) {
    return node.put("word", word)
        .put("start", text.codePointCount(0, span.start()))
        .put("end", text.codePointCount(0, span.end()));
  }

  private static ObjectNode pull(Pull pull) {
    ObjectNode node = NODES.objectNode();
    for (Stance stance : Stance.values()) {
      node.set(stance.label(), JsonRenderer.number(pull.towards(stance)));
    }
    return node;
  }

  static ArrayNode neighbours(List<Neighbour> neighbours) {
    ArrayNode node = NODES.arrayNode();
    for (Neighbour neighbour : neighbours) {
      Example example = neighbour.example();
      ObjectNode entry =
          node.addObject()
              .put("id", example.id())
              .put("document", example.sentence().documentId())
              .put("label", example.stance().label());
      entry.set("similarity", JsonRenderer.number(neighbour.similarity()));
      entry.put("text", example.sentence().text());
    }
    return node;
  }

  static ObjectNode errors(ErrorAnalysis analysis) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("n", analysis.n())
            .put("errors", analysis.errors())
            .put("method", analysis.method().label());
    ErrorAnalysis.NeighbourSource source = analysis.neighbours();
    if (source != null) {
      node.putObject("neighbours")
          .put("encoder", source.encoder())
          .put("trainingSentences", source.sentences())
          .put("k", source.k());
    }
    node.set("confident", explained(analysis.confident()));
    ArrayNode uncertain = node.putArray("uncertain");
    for (ScoredExample one : analysis.uncertain()) {
      ObjectNode entry = scored(one);
      entry.set("margin", JsonRenderer.number(ErrorAnalysis.margin(one)));
      uncertain.add(entry);
    }
    node.set("suspects", explained(analysis.suspects()));
    return node;
  }

  private static ArrayNode explained(List<ExplainedExample> examples) {
    ArrayNode node = NODES.arrayNode();
    for (ExplainedExample example : examples) {
      ObjectNode entry = scored(example.scored());
      entry.set("explanation", explanation(example.explanation()));
      entry.set("neighbours", neighbours(example.neighbours()));
      node.add(entry);
    }
    return node;
  }

  private static ObjectNode scored(ScoredExample scored) {
    Example example = scored.example();
    ObjectNode node =
        NODES
            .objectNode()
            .put("id", example.id())
            .put("document", example.sentence().documentId())
            .put("group", example.group())
            .put("text", example.sentence().text())
            .put("gold", scored.gold().label())
            .put("stance", scored.predicted().label());
    node.set("probabilities", ProbabilityJson.shares(scored.probabilities()));
    return node;
  }

  static ArrayNode moved(MovedWords moved) {
    String text = moved.change().example().sentence().text();
    ArrayNode node = NODES.arrayNode();
    for (MovedWord word : moved.words()) {
      ObjectNode entry = place(node.addObject(), word.word(), word.span(), text);
      entry.set("before", JsonRenderer.number(word.before()));
      entry.set("after", JsonRenderer.number(word.after()));
    }
    return node;
  }
}

package org.stance4j.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceSet;
import org.stance4j.corpus.CsvRow;

/** The JSON objects of predictions, each on one line. */
final class PredictionJson {
  private static final ObjectWriter WRITER =
      new ObjectMapper().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private PredictionJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Adds a sentence, its place and its prediction. */
  static ObjectNode sentence(ObjectNode node, Prediction prediction, CodePointOffsets offsets) {
    Sentence sentence = prediction.sentence();
    node.put("start", offsets.at(sentence.span().start()))
        .put("end", offsets.at(sentence.span().end()))
        .put("kind", sentence.kind().label())
        .put("text", sentence.text());
    return prediction(node, prediction);
  }

  /** A row's columns, all of them texts, and its prediction. */
  static ObjectNode row(CsvRow row, Prediction prediction) {
    ObjectNode node = object();
    List<String> columns = row.header().columns();
    for (int i = 0; i < columns.size(); i++) {
      node.put(columns.get(i), row.fields().get(i));
    }
    return prediction(node, prediction);
  }

  /** Counts, shares and score of a document. */
  static ObjectNode summary(DocumentStance stance) {
    ObjectNode node = object().put("sentences", stance.scored());
    ObjectNode shares = object();
    for (Stance label : Stance.values()) {
      node.put(label.label(), stance.count(label));
      shares.set(label.label(), number(stance.share(label)));
    }
    if (stance.mayAbstain()) {
      node.put(PredictionColumns.ABSTAINED, stance.abstained());
      shares.set(PredictionColumns.ABSTAINED, number(stance.abstainedShare()));
    }
    node.set("shares", shares);
    node.set("score", number(stance.score()));
    return node;
  }

  /** The node as text on one line; hidden characters are escaped. */
  static String line(JsonNode node) {
    try {
      return VisibleText.json(WRITER.writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode prediction(ObjectNode node, Prediction prediction) {
    node.put("stance", PredictionColumns.answer(prediction));
    for (Stance stance : Stance.values()) {
      node.set("p_" + stance.label(), number(prediction.probabilities().of(stance)));
    }
    StanceSet set = prediction.set();
    if (set != null) {
      set.labels().forEach(node.putArray(PredictionColumns.SET)::add);
    }
    return node;
  }

  private static DecimalNode number(double value) {
    return DecimalNode.valueOf(Decimals.of(value));
  }
}

package org.stance4j.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PrecisionRecallF1;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.ProbabilityScores;
import org.stance4j.evaluation.Scores;
import org.stance4j.explain.ErrorAnalysis;

/**
 * Renders JSON for programs: keys in a fixed order, numbers rounded to six decimals, line feeds.
 *
 * <p>An <b>audit</b> is described at {@link AuditJson}.
 *
 * <p>An <b>evaluation</b> object, format {@value #EVALUATION} at the top of its own file, has the
 * keys, in this order:
 *
 * <ul>
 *   <li>{@code model}, {@code data}: names
 *   <li>{@code n}: number of sentences; {@code clusters}: number of documents
 *   <li>{@code accuracy}, {@code balancedAccuracy}, {@code macroF1}, {@code weightedF1}, {@code
 *       fAvg} in [0, 1], {@code mcc} and {@code kappa} in [−1, 1]
 *   <li>{@code perClass}: {@code {pro: {precision, recall, f1, support}, anti: …, neutral: …}}
 *   <li>{@code averages}: the same for {@code macro}, {@code micro} and {@code weighted}
 *   <li>{@code confusion}: {@code {labels: [pro, anti, neutral], rows: "gold", columns:
 *       "predicted", counts: [[…], […], […]]}}
 *   <li>{@code probabilities}: {@code {logLoss, brier, ece, rocAuc, prAuc, mean, reliability}}, see
 *       {@link ProbabilityJson}
 *   <li>{@code beforeCalibration}: the same of the model without its calibration; absent where it
 *       has none or that was not measured
 *   <li>{@code intervals}: {@code {accuracy: {low, high, clusters, resamples}, macroF1: …}}, 95 %,
 *       of each figure above and of {@code logLoss}, {@code brier}, {@code ece}, {@code rocAuc} and
 *       {@code prAuc}, the last two being means over the stances
 *   <li>{@code slices}: list of {@code {attribute, value, n, clusters, fewRows, fewGroups, rank,
 *       accuracy, …, perClass, averages, confusion, interval}}; {@code rank} is 1 for the part with
 *       the lowest balanced accuracy and absent where the part is too small to be ranked; {@code
 *       interval} is that of balanced accuracy and absent where there is a single group
 *   <li>{@code warnings}: list of {@code {code, text}}
 *   <li>{@code abstention}: see {@link AbstentionJson}; absent where that was not measured
 *   <li>{@code seed}: of the resamples, as text, since it may exceed what JSON readers hold
 * </ul>
 *
 * <p>An evaluation with an adapted prior adds {@code priorAdaptation}, see {@link ProbabilityJson}.
 * Where a behavioural suite was run, {@code behaviour} follows, see {@link BehaviourJson}; where
 * errors were analysed, {@code errors}, see {@link ExplanationJson}. An evaluation report adds
 * {@code format}, {@code title} and {@code summary} before and {@code gates} (see {@link
 * ComparisonJson}), {@code settings}, {@code provenance} after these. JSON schemas of evaluations
 * and comparisons are resources, {@code /schemas/evaluation.json} and {@code
 * /schemas/comparison.json}. A <b>training</b> report ({@value #TRAINING}) has {@code format,
 * title, summary, best: {model, reason}, data: [{name, n, groups, counts}], models: [{name,
 * description, reference, crossValidated: evaluation, heldOut: {test: evaluation, documents:
 * evaluation}}], settings, provenance}. A <b>comparison</b> report ({@value #COMPARISON}) has
 * {@code format, title, summary}, then the keys of {@link ComparisonJson}, then {@code settings,
 * provenance}. An <b>agreement</b> is described at {@link AgreementJson}, <b>statistics</b> at
 * {@link StatsJson}, a comparison of <b>recipes</b> at {@link RecipesJson}. The explanation of a
 * <b>sentence</b> ({@value #EXPLANATION}) has {@code format, model, previous, next, target}, then
 * the keys of an explanation (see {@link ExplanationJson}), then {@code encoder, trainingSentences,
 * neighbours}; what there is not is absent.
 */
public final class JsonRenderer implements ReportRenderer {
  /** Format of an evaluation. */
  public static final String EVALUATION = "stance4j.evaluation/2";

  /** Format of a training report. */
  public static final String TRAINING = "stance4j.training/3";

  /** Format of a comparison report. */
  public static final String COMPARISON = "stance4j.comparison/2";

  /** Format of the explanation of a sentence. */
  public static final String EXPLANATION = "stance4j.explanation/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer()
          .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .with(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  @Override
  public String render(Report report) {
    if (report instanceof TrainingReport training) {
      return write(training(training));
    }
    if (report instanceof ComparisonReport comparison) {
      ObjectNode node = start(COMPARISON, comparison);
      ComparisonJson.add(node, comparison);
      return write(end(node, comparison));
    }
    if (report instanceof AuditReport audit) {
      ObjectNode node = start(AuditJson.FORMAT, audit);
      AuditJson.add(node, audit.audit());
      return write(end(node, audit));
    }
    if (report instanceof AgreementReport agreement) {
      ObjectNode node = start(AgreementJson.FORMAT, agreement);
      AgreementJson.add(node, agreement.study());
      return write(end(node, agreement));
    }
    if (report instanceof BehaviourReport behaviour) {
      ObjectNode node = start(BehaviourJson.FORMAT, behaviour);
      BehaviourJson.add(node, behaviour.run());
      return write(end(node, behaviour));
    }
    if (report instanceof RecipesReport recipes) {
      ObjectNode node = start(RecipesJson.FORMAT, recipes);
      RecipesJson.add(node, recipes);
      return write(end(node, recipes));
    }
    if (report instanceof StatsReport stats) {
      ObjectNode node = start(StatsJson.FORMAT, stats);
      StatsJson.add(node, stats);
      return write(end(node, stats));
    }
    return write(evaluationReport((EvaluationReport) report));
  }

  /** An evaluation on its own, with {@code format} in front. */
  public String render(Evaluation evaluation) {
    ObjectNode node = NODES.objectNode().put("format", EVALUATION);
    node.setAll(evaluation(evaluation));
    return write(node);
  }

  /** One sentence with its explanation. */
  public String render(SentenceExplanation explained) {
    ObjectNode node = NODES.objectNode().put("format", EXPLANATION).put("model", explained.model());
    Sentence sentence = explained.sentence();
    if (sentence.previous() != null) {
      node.put("previous", sentence.previous());
    }
    if (sentence.next() != null) {
      node.put("next", sentence.next());
    }
    if (!sentence.target().isEmpty()) {
      node.put("target", sentence.target());
    }
    node.setAll(ExplanationJson.explanation(explained.explanation()));
    ErrorAnalysis.NeighbourSource source = explained.source();
    if (source != null) {
      node.put("encoder", source.encoder()).put("trainingSentences", source.sentences());
      node.set("neighbours", ExplanationJson.neighbours(explained.neighbours()));
    }
    return write(node);
  }

  private static String write(ObjectNode node) {
    try {
      return VisibleText.json(WRITER.writeValueAsString(node)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode evaluationReport(EvaluationReport report) {
    ObjectNode node = start(EVALUATION, report);
    node.setAll(evaluation(report.evaluation()));
    PriorAdaptation adaptation = report.adaptation();
    if (adaptation != null) {
      node.set("priorAdaptation", ProbabilityJson.adaptation(adaptation));
    }
    BehaviourRun behaviour = report.behaviour();
    if (behaviour != null) {
      node.set("behaviour", BehaviourJson.rates(behaviour));
    }
    ErrorAnalysis errors = report.errors();
    if (errors != null) {
      node.set("errors", ExplanationJson.errors(errors));
    }
    node.set("gates", ComparisonJson.gates(report.gates()));
    return end(node, report);
  }

  private static ObjectNode training(TrainingReport report) {
    ObjectNode node = start(TRAINING, report);
    node.putObject("best").put("model", report.best()).put("reason", report.reason());
    node.set("data", data(report.data()));
    ArrayNode models = node.putArray("models");
    for (ModelEntry model : report.models()) {
      ObjectNode entry =
          models
              .addObject()
              .put("name", model.name())
              .put("description", model.description())
              .put("reference", model.reference());
      entry.set("crossValidated", evaluation(model.crossValidated()));
      ObjectNode heldOut = entry.putObject("heldOut");
      model.heldOut().forEach((part, figures) -> heldOut.set(part.key(), evaluation(figures)));
    }
    return end(node, report);
  }

  static ArrayNode data(List<DataRow> rows) {
    ArrayNode data = NODES.arrayNode();
    for (DataRow row : rows) {
      ObjectNode counts =
          data.addObject()
              .put("name", row.name())
              .put("n", row.n())
              .put("groups", row.groups())
              .putObject("counts");
      row.counts().forEach((stance, count) -> counts.put(stance.label(), count));
    }
    return data;
  }

  private static ObjectNode start(String format, Report report) {
    ObjectNode node = NODES.objectNode().put("format", format).put("title", report.title());
    node.set("summary", texts(report.summary()));
    return node;
  }

  private static ObjectNode end(ObjectNode node, Report report) {
    ObjectNode settings = node.putObject("settings");
    report.settings().forEach(row -> settings.put(row.name(), row.value()));
    ObjectNode provenance = node.putObject("provenance");
    report.provenance().forEach(row -> provenance.put(row.name(), row.value()));
    return node;
  }

  static ObjectNode evaluation(Evaluation evaluation) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("model", evaluation.model())
            .put("data", evaluation.data())
            .put("n", evaluation.n())
            .put("clusters", evaluation.clusters());
    scores(node, evaluation.scores());
    node.set("probabilities", ProbabilityJson.scores(evaluation.probabilities()));
    ProbabilityScores before = evaluation.beforeCalibration();
    if (before != null) {
      node.set("beforeCalibration", ProbabilityJson.scores(before));
    }
    ObjectNode intervals = node.putObject("intervals");
    evaluation
        .intervals()
        .forEach((metric, interval) -> intervals.set(metric.key(), interval(interval)));
    evaluation
        .probabilityIntervals()
        .forEach((metric, interval) -> intervals.set(metric.key(), interval(interval)));
    ArrayNode slices = node.putArray("slices");
    for (EvaluationSlice slice : evaluation.slices()) {
      ObjectNode entry =
          slices
              .addObject()
              .put("attribute", slice.attribute())
              .put("value", slice.value())
              .put("n", slice.n())
              .put("clusters", slice.clusters())
              .put("fewRows", slice.fewRows())
              .put("fewGroups", slice.fewGroups());
      if (slice.rank() > 0) {
        entry.put("rank", slice.rank());
      }
      scores(entry, slice.scores());
      Interval interval = slice.interval();
      if (interval != null) {
        entry.set("interval", interval(interval));
      }
    }
    node.set("warnings", warnings(evaluation.warnings()));
    Abstention abstention = evaluation.abstention();
    if (abstention != null) {
      node.set("abstention", AbstentionJson.of(abstention));
    }
    return node.put("seed", Long.toString(evaluation.seed()));
  }

  private static void scores(ObjectNode node, Scores scores) {
    for (Metric metric : Metric.values()) {
      node.set(metric.key(), number(scores.of(metric)));
    }
    ObjectNode perClass = node.putObject("perClass");
    scores.perClass().forEach((stance, figures) -> perClass.set(stance.label(), figures(figures)));
    ObjectNode averages = node.putObject("averages");
    scores.averages().forEach((way, figures) -> averages.set(way.key(), figures(figures)));
    node.set("confusion", confusion(scores.confusion()));
  }

  private static ObjectNode figures(PrecisionRecallF1 figures) {
    ObjectNode node = NODES.objectNode();
    node.set("precision", number(figures.precision()));
    node.set("recall", number(figures.recall()));
    node.set("f1", number(figures.f1()));
    return node.put("support", figures.support());
  }

  private static ObjectNode confusion(ConfusionMatrix matrix) {
    ObjectNode node = NODES.objectNode();
    ArrayNode labels = node.putArray("labels");
    node.put("rows", "gold").put("columns", "predicted");
    ArrayNode counts = node.putArray("counts");
    for (Stance gold : Stance.values()) {
      labels.add(gold.label());
      ArrayNode row = counts.addArray();
      for (Stance predicted : Stance.values()) {
        row.add(matrix.count(gold, predicted));
      }
    }
    return node;
  }

  static ObjectNode interval(Interval interval) {
    ObjectNode node = NODES.objectNode();
    node.set("low", number(interval.low()));
    node.set("high", number(interval.high()));
    return node.put("clusters", interval.clusters()).put("resamples", interval.resamples());
  }

  static ArrayNode warnings(List<EvaluationWarning> warnings) {
    ArrayNode node = NODES.arrayNode();
    for (EvaluationWarning warning : warnings) {
      node.addObject().put("code", warning.name()).put("text", warning.text());
    }
    return node;
  }

  static ArrayNode texts(List<String> values) {
    ArrayNode node = NODES.arrayNode();
    values.forEach(node::add);
    return node;
  }

  static DecimalNode number(double value) {
    return DecimalNode.valueOf(Decimals.of(value));
  }
}

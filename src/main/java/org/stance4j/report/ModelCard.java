package org.stance4j.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stance4j.Example;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.ReliabilityCurve;
import org.stance4j.evaluation.SetCoverage;

/**
 * The model card of one version: {@code MODEL_CARD.md} with the front matter that Hugging Face
 * reads.
 *
 * @param name name of the model
 * @param description one line on when to use it
 * @param training what it was trained on
 * @param crossValidated out-of-fold figures
 * @param baseline figures of the majority baseline on the same folds
 * @param heldOut figures on data that the model did not learn from
 * @param settings how it was made
 * @see <a href="https://huggingface.co/docs/hub/model-cards">Hugging Face model cards</a>
 */
public record ModelCard(
    String name,
    String description,
    DataRow training,
    Evaluation crossValidated,
    Evaluation baseline,
    Map<HeldOut, Evaluation> heldOut,
    List<ReportRow> settings) {
  public ModelCard {
    Map<HeldOut, Evaluation> copy = new EnumMap<>(HeldOut.class);
    copy.putAll(heldOut);
    heldOut = Collections.unmodifiableMap(copy);
    settings = List.copyOf(settings);
  }

  /** The card as Markdown. */
  public String render() {
    StringBuilder card = new StringBuilder();
    frontMatter(card);
    card.append("\n# ")
        .append(name)
        .append("\n\n")
        .append(MarkdownRenderer.escape(description))
        .append("\n\n");
    card.append(
        "Marks each sentence of an English text as `pro`, `anti` or `neutral` towards the target of its\n");
    card.append("training data. It reads one sentence at a time, without its neighbours.\n\n");
    card.append(
        "## Figures\n\n| on | sentences | groups | accuracy | macro-F1 | 95 % interval | F of pro and anti | MCC |\n");
    card.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    row(card, "held-out groups of the training data", crossValidated);
    row(card, "the same, majority baseline", baseline);
    heldOut.forEach((part, evaluation) -> row(card, part.description(), evaluation));
    card.append(
        "\nIntervals resample whole groups (cluster bootstrap); with few groups they are too narrow.\n");
    probabilities(card);
    labelSets(card);
    card.append("\n## Training data\n\n")
        .append(MarkdownRenderer.escape(training.name()))
        .append(": ")
        .append(training.n());
    card.append(" sentences in ")
        .append(training.groups())
        .append(" groups. Groups hold one document, one argument or\n");
    card.append("near-duplicates, and were never split between training and test.\n");
    card.append("\n## Settings\n\n| setting | value |\n| --- | --- |\n");
    for (ReportRow setting : settings) {
      card.append("| ")
          .append(setting.name())
          .append(" | ")
          .append(MarkdownRenderer.escape(setting.value()))
          .append(" |\n");
    }
    limits(card, !crossValidated.slices(Example.TARGET).isEmpty());
    return VisibleText.page(card.toString());
  }

  private void probabilities(StringBuilder card) {
    card.append("\n## Probabilities\n\n");
    card.append("| on | probabilities | log loss | Brier score | calibration error |\n");
    card.append("| --- | --- | --- | --- | --- |\n");
    probabilities(card, "held-out groups of the training data", crossValidated);
    heldOut.forEach((part, evaluation) -> probabilities(card, part.description(), evaluation));
    card.append("\nThe Brier score is summed over the stances: 0 is perfect, 0.667 is what equal");
    card.append(" probabilities score.\nThe calibration error is how far the probability of the");
    card.append(" most probable stance is from the share\nthat is right, in ");
    card.append(ReliabilityCurve.BINS).append(" bins.\n");
  }

  private static void probabilities(StringBuilder card, String on, Evaluation evaluation) {
    for (ProbabilityRow row : ProbabilityRow.of(evaluation)) {
      card.append("| ").append(on).append(" | ").append(row.name());
      card.append(" | ").append(figure(row.scores().logLoss()));
      card.append(" | ").append(figure(row.scores().brier()));
      card.append(" | ").append(figure(row.scores().calibrationError())).append(" |\n");
    }
  }

  private void labelSets(StringBuilder card) {
    if (heldOut.values().stream().allMatch(evaluation -> sets(evaluation).isEmpty())) {
      return;
    }
    card.append(
        "\n## Abstention\n\n`stance classify --abstain 0.9` answers where the label set at");
    card.append(" a coverage of 0.9 holds one stance.\n\n");
    card.append("| on | made for | coverage there | 95 % interval | stances a set | answered");
    card.append(" | right of these |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    heldOut.forEach(
        (part, evaluation) -> {
          for (SetCoverage set : sets(evaluation)) {
            card.append("| ").append(part.description()).append(" | ");
            card.append(figure(set.coverage())).append(" | ");
            card.append(figure(set.all().coverage())).append(" | ");
            card.append(figure(set.interval().low())).append('–');
            card.append(figure(set.interval().high())).append(" | ");
            card.append(figure(set.all().meanSize())).append(" | ");
            card.append(figure(set.all().answeredShare())).append(" | ");
            card.append(set.all().answered() == 0 ? "–" : figure(set.all().precision()));
            card.append(" |\n");
          }
        });
    card.append(
        "\nThe sets are split-conformal, by stance, calibrated on out-of-fold answers. What");
    card.append(
        " they are made for holds\nfor fresh sentences like those of the training data, not");
    card.append(
        " for documents from elsewhere, and sentences of one\ndocument are not independent");
    card.append(" of each other.\n");
  }

  private static List<SetCoverage> sets(Evaluation evaluation) {
    Abstention abstention = evaluation.abstention();
    return abstention == null ? List.of() : abstention.sets();
  }

  private void frontMatter(StringBuilder card) {
    card.append("---\nlanguage: en\nlibrary_name: stance4j\n");
    card.append(
            "pipeline_tag: text-classification\ntags:\n- stance-detection\nmodel-index:\n- name: ")
        .append(name);
    card.append(
        "\n  results:\n  - task:\n      type: text-classification\n    dataset:\n      name: ");
    card.append(quoted(training.name() + " (grouped cross-validation)"))
        .append("\n      type: ")
        .append(quoted(training.name()));
    card.append("\n    metrics:\n    - type: f1\n      name: macro-F1\n      value: ");
    card.append(figure(crossValidated.macroF1())).append("\n    - type: accuracy\n      value: ");
    card.append(figure(crossValidated.accuracy())).append("\n---\n");
  }

  private static void limits(StringBuilder card, boolean severalTargets) {
    card.append("\n## Limits\n\n");
    card.append(
        severalTargets
            ? "- The targets of its training data only: for anything else its answers mean nothing.\n"
            : "- One target only: a clear stance about anything else should come out as neutral, and often does not.\n");
    card.append(
        "- English text like that of the training data; other genres and languages were not tested.\n");
    card.append(
        "- Irony, concessions and premises that need the sentence before are the usual errors.\n");
    card.append(
        "- Not for judging people. A label tells what a sentence conveys, not what its author believes.\n");
  }

  private static void row(StringBuilder card, String on, Evaluation evaluation) {
    Interval interval = evaluation.interval(Metric.MACRO_F1);
    card.append("| ")
        .append(on)
        .append(" | ")
        .append(evaluation.n())
        .append(" | ")
        .append(evaluation.clusters());
    for (double value : new double[] {evaluation.accuracy(), evaluation.macroF1()}) {
      card.append(" | ").append(figure(value));
    }
    card.append(" | ").append(figure(interval.low())).append("–").append(figure(interval.high()));
    card.append(" | ")
        .append(figure(evaluation.fAvg()))
        .append(" | ")
        .append(figure(evaluation.mcc()))
        .append(" |\n");
  }

  /** A text in YAML, whatever a file's name holds. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

package org.stance4j.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stance4j.Example;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
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
 * @param reads what it reads to judge a sentence, in words
 * @param training what it was trained on
 * @param crossValidated out-of-fold figures
 * @param baseline figures of the majority baseline on the same folds
 * @param heldOut figures on data that the model did not learn from
 * @param settings how it was made
 * @param environment what it was made with
 * @see <a href="https://huggingface.co/docs/hub/model-cards">Hugging Face model cards</a>
 * @see <a href="https://arxiv.org/abs/1810.03993">Mitchell et al. 2019, Model Cards for Model
 *     Reporting</a>
 */
public record ModelCard(
    String name,
    String description,
    String reads,
    DataRow training,
    Evaluation crossValidated,
    Evaluation baseline,
    Map<HeldOut, Evaluation> heldOut,
    List<ReportRow> settings,
    List<ReportRow> environment) {
  private static final String FOLDS = "held-out groups of the training data";

  /** Parts of the data that are told of. */
  private static final int WEAKEST = 5;

  public ModelCard {
    Map<HeldOut, Evaluation> copy = new EnumMap<>(HeldOut.class);
    copy.putAll(heldOut);
    heldOut = Collections.unmodifiableMap(copy);
    settings = List.copyOf(settings);
    environment = List.copyOf(environment);
  }

  /** The card as Markdown. */
  public String render() {
    StringBuilder card = new StringBuilder();
    frontMatter(card);
    card.append(
        """

        # %s

        %s

        Marks each sentence of an English text as `pro`, `anti` or `neutral` towards the target of its
        training data, with a probability for each. It reads %s.

        ## Use

        ```
        stance classify article.txt --model %s
        ```

        For studies of many texts: what share of them speaks for or against, where, and how that changes. Read a
        sample of what it says before you rely on a total; `stance evaluate %s --data yours.csv` measures it on
        labels of yours. Not for judging people: a label tells what a sentence conveys, not what its author
        believes.
        """
            .formatted(name, MarkdownRenderer.escape(description), reads, name, name));
    figures(card);
    weakest(card);
    probabilities(card);
    labelSets(card);
    card.append(
        """

        ## Training data

        %s: %d sentences in %d groups (%s). Groups hold one document,
        one argument or near-duplicates, and were never split between training and test.
        """
            .formatted(
                MarkdownRenderer.escape(training.name()),
                training.n(),
                training.groups(),
                training.counts().entrySet().stream()
                    .map(count -> count.getKey().label() + " " + count.getValue())
                    .collect(Collectors.joining(", "))));
    rows(card, "Settings", settings);
    rows(card, "Made with", environment);
    limits(card, !crossValidated.slices(Example.TARGET).isEmpty());
    return VisibleText.page(card.toString());
  }

  /** One result for each data set that the model was measured on. */
  private void frontMatter(StringBuilder card) {
    card.append(
        """
        ---
        language: en
        library_name: stance4j
        pipeline_tag: text-classification
        tags:
        - stance-detection
        model-index:
        - name: %s
          results:
        """
            .formatted(name));
    result(card, training.name() + " (grouped cross-validation)", "train", crossValidated);
    heldOut.forEach((part, evaluation) -> result(card, evaluation.data(), part.key(), evaluation));
    card.append("---\n");
  }

  private void result(StringBuilder card, String data, String split, Evaluation evaluation) {
    card.append(
        """
          - task:
              type: text-classification
              name: stance detection
            dataset:
              name: %s
              type: %s
              split: %s
            metrics:
        """
            .formatted(quoted(data), quoted(training.name()), split));
    for (Metric metric : List.of(Metric.MACRO_F1, Metric.ACCURACY, Metric.MCC)) {
      Interval interval = evaluation.interval(metric);
      card.append(
          """
              - type: %s
                name: %s
                value: %s
          """
              .formatted(
                  metric == Metric.MACRO_F1 ? "f1" : metric.key(),
                  quoted(
                      "%s (95 %% interval %s)"
                          .formatted(metric.title(), Figures.interval(interval))),
                  Figures.figure(evaluation.scores().of(metric))));
    }
  }

  private void figures(StringBuilder card) {
    card.append(
        "\n## Figures\n\n| on | sentences | groups | accuracy | macro-F1 | 95 % interval |");
    card.append(" F of pro and anti | MCC |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    row(card, FOLDS, crossValidated);
    row(card, "the same, majority baseline", baseline);
    heldOut.forEach((part, evaluation) -> row(card, part.description(), evaluation));
    card.append(
        "\nIntervals resample whole groups (cluster bootstrap); with few groups they are too narrow.\n");
  }

  /** Parts of the widest data that can be ranked, the weakest first. */
  private void weakest(StringBuilder card) {
    List<EvaluationSlice> weakest =
        crossValidated.slices().stream()
            .filter(slice -> slice.rank() > 0)
            .sorted(Comparator.comparingInt(EvaluationSlice::rank))
            .limit(WEAKEST)
            .toList();
    if (weakest.isEmpty()) {
      return;
    }
    card.append("\n## Where it is weakest\n\n| part of ").append(FOLDS);
    card.append(" | sentences | balanced accuracy |\n| --- | --- | --- |\n");
    for (EvaluationSlice slice : weakest) {
      card.append("| ").append(MarkdownRenderer.escape(slice.attribute() + ": " + slice.value()));
      card.append(" | ").append(slice.n()).append(" | ");
      card.append(Figures.figure(slice.scores().of(EvaluationSlice.RANKED_BY))).append(" |\n");
    }
  }

  private void probabilities(StringBuilder card) {
    card.append("\n## Probabilities\n\n");
    card.append("| on | probabilities | log loss | Brier score | calibration error |\n");
    card.append("| --- | --- | --- | --- | --- |\n");
    probabilities(card, FOLDS, crossValidated);
    heldOut.forEach((part, evaluation) -> probabilities(card, part.description(), evaluation));
    card.append("\nThe Brier score is summed over the stances: 0 is perfect, 0.667 is what equal");
    card.append(" probabilities score.\nThe calibration error is how far the probability of the");
    card.append(" most probable stance is from the share\nthat is right, in ");
    card.append(ReliabilityCurve.BINS).append(" bins.\n");
  }

  private static void probabilities(StringBuilder card, String on, Evaluation evaluation) {
    for (ProbabilityRow row : ProbabilityRow.of(evaluation)) {
      card.append("| ").append(on).append(" | ").append(row.name());
      card.append(" | ").append(Figures.figure(row.scores().logLoss()));
      card.append(" | ").append(Figures.figure(row.scores().brier()));
      card.append(" | ").append(Figures.figure(row.scores().calibrationError())).append(" |\n");
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
            card.append(Figures.figure(set.coverage())).append(" | ");
            card.append(Figures.figure(set.all().coverage())).append(" | ");
            card.append(Figures.interval(set.interval())).append(" | ");
            card.append(Figures.figure(set.all().meanSize())).append(" | ");
            card.append(Figures.figure(set.all().answeredShare())).append(" | ");
            card.append(set.all().answered() == 0 ? "–" : Figures.figure(set.all().precision()));
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

  private static void rows(StringBuilder card, String title, List<ReportRow> rows) {
    card.append("\n## ").append(title).append("\n\n| setting | value |\n| --- | --- |\n");
    for (ReportRow row : rows) {
      card.append("| ").append(row.name()).append(" | ");
      card.append(MarkdownRenderer.escape(row.value())).append(" |\n");
    }
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
        "- Irony, concessions and premises that need more of the text are the usual errors.\n");
  }

  private static void row(StringBuilder card, String on, Evaluation evaluation) {
    card.append("| ").append(on).append(" | ").append(evaluation.n());
    card.append(" | ").append(evaluation.clusters());
    card.append(" | ").append(Figures.figure(evaluation.accuracy()));
    card.append(" | ").append(Figures.figure(evaluation.macroF1()));
    card.append(" | ").append(Figures.interval(evaluation.interval(Metric.MACRO_F1)));
    card.append(" | ").append(Figures.figure(evaluation.fAvg()));
    card.append(" | ").append(Figures.figure(evaluation.mcc())).append(" |\n");
  }

  /** A text in YAML, whatever a file's name holds. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

package org.stance4j.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.PairedDifference;

/**
 * The model card of a variant in eight bits: how it compares with the model that it was made from.
 *
 * @param name name of the variant
 * @param description one line on when to use the model
 * @param original the model's figures on data held out
 * @param variant the variant's on the same
 * @param difference variant against model
 * @param largestMove largest difference of a probability
 * @param settings how it was made
 */
public record QuantisedCard(
    String name,
    String description,
    Evaluation original,
    Evaluation variant,
    PairedDifference difference,
    double largestMove,
    List<ReportRow> settings) {
  public QuantisedCard {
    settings = List.copyOf(settings);
  }

  /** The card as Markdown. */
  public String render() {
    StringBuilder card = new StringBuilder();
    card.append(
        "---\nlanguage: en\nlibrary_name: stance4j\npipeline_tag: text-classification\ntags:\n");
    card.append("- stance-detection\n---\n\n# ").append(name).append("\n\n");
    card.append(MarkdownRenderer.escape(description)).append("\n\n");
    card.append("The model ").append(original.model());
    card.append(
        " with its trained encoder in eight bits. What holds for that model holds for this");
    card.append(" one; its card\nsays what it was trained on and where its limits are.\n");
    card.append("\n## Figures\n\nOn ").append(MarkdownRenderer.escape(variant.data()));
    card.append(", which neither was trained on: ").append(variant.n());
    card.append(" sentences in ").append(variant.clusters()).append(" groups.\n\n");
    card.append("| model | accuracy | macro-F1 | 95 % interval | log loss |\n");
    card.append("| --- | --- | --- | --- | --- |\n");
    row(card, original);
    row(card, variant);
    MetricDifference macroF1 = difference.of(Metric.MACRO_F1);
    card.append("\nDifference in macro-F1: ").append(Figures.signed(macroF1.difference()));
    card.append(" (").append(Figures.signedInterval(macroF1.interval())).append("). ");
    card.append(difference.fixed() + difference.broken() + difference.stillWrong());
    card.append(" sentences changed side: ").append(difference.fixed());
    card.append(" became right, ").append(difference.broken()).append(" wrong.\n");
    card.append(
        String.format(Locale.ROOT, "No probability moved by more than %.3f.\n", largestMove));
    Optional.ofNullable(variant.abstention())
        .flatMap(AbstentionWords::sets)
        .ifPresent(
            told -> card.append("Its label sets, those of the model, ").append(told).append('\n'));
    card.append("\n## Settings\n\n| setting | value |\n| --- | --- |\n");
    for (ReportRow setting : settings) {
      card.append("| ").append(setting.name()).append(" | ");
      card.append(MarkdownRenderer.escape(setting.value())).append(" |\n");
    }
    return VisibleText.page(card.toString());
  }

  private static void row(StringBuilder card, Evaluation evaluation) {
    card.append("| ").append(evaluation.model());
    card.append(" | ").append(Figures.figure(evaluation.accuracy()));
    card.append(" | ").append(Figures.figure(evaluation.macroF1()));
    card.append(" | ").append(Figures.interval(evaluation.interval(Metric.MACRO_F1)));
    card.append(" | ").append(Figures.figure(evaluation.probabilities().logLoss()));
    card.append(" |\n");
  }
}

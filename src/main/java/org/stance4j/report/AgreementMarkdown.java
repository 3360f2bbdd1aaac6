package org.stance4j.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stance4j.agreement.Agreement;
import org.stance4j.agreement.AgreementMetric;
import org.stance4j.agreement.AgreementSlice;
import org.stance4j.agreement.AgreementStudy;
import org.stance4j.agreement.Judgement;
import org.stance4j.agreement.LabelAgreement;
import org.stance4j.agreement.MissingLabels;
import org.stance4j.agreement.TwiceLabelled;
import org.stance4j.evaluation.AgreementTable;

/** The Markdown of two annotators' agreement. */
final class AgreementMarkdown {
  private AgreementMarkdown() {}

  static void add(MarkdownRenderer.Page page, AgreementStudy study) {
    agreement(page, "Labels", study.labels(), study);
    Agreement holders = study.holders();
    if (holders != null) {
      agreement(page, "Holders, where both chose the same side", holders, study);
    }
    missing(page, study);
    differences(page, "Different labels", study.labels(), study);
    if (holders != null) {
      differences(page, "Different holders", holders, study);
    }
  }

  private static void agreement(
      MarkdownRenderer.Page page, String heading, Agreement agreement, AgreementStudy study) {
    page.heading(2, heading);
    page.line(
        Figures.count(agreement.n())
            + " rows in "
            + Figures.count(agreement.clusters())
            + " groups.");
    page.line("");
    page.header("figure", "value", "95 % interval");
    for (AgreementMetric metric : AgreementMetric.values()) {
      page.row(
          metric.title(),
          Figures.agreement(metric, agreement.table()),
          Figures.interval(agreement.interval(metric)));
    }
    page.line("");
    page.line("Rows = " + first(study) + ", columns = " + second(study) + ".");
    page.line("");
    AgreementTable table = agreement.table();
    page.header(Stream.concat(Stream.of(""), table.labels().stream()));
    for (String row : table.labels()) {
      page.row(
          Stream.concat(
              Stream.of(row),
              table.labels().stream().map(column -> Figures.count(table.count(row, column)))));
    }
    page.line("");
    page.header("against the rest", "κ", first(study), second(study), "both");
    for (LabelAgreement label : agreement.labels()) {
      page.row(
          label.label(),
          Figures.agreement(AgreementMetric.KAPPA, label.table()),
          Figures.count(label.first()),
          Figures.count(label.second()),
          Figures.count(label.both()));
    }
    slices(page, agreement.slices());
  }

  private static void slices(MarkdownRenderer.Page page, List<AgreementSlice> slices) {
    if (slices.isEmpty()) {
      return;
    }
    page.line("");
    page.header("part", "value", "rows", "agreement", "κ", "α", "note");
    for (AgreementSlice slice : slices) {
      page.row(
          slice.attribute(),
          slice.value(),
          Figures.count(slice.n()),
          Figures.agreement(AgreementMetric.OBSERVED, slice.table()),
          Figures.agreement(AgreementMetric.KAPPA, slice.table()),
          Figures.agreement(AgreementMetric.ALPHA, slice.table()),
          slice.fewItems() ? "few rows" : "");
    }
  }

  private static void missing(MarkdownRenderer.Page page, AgreementStudy study) {
    MissingLabels missing = study.missing();
    if (missing.rows() == 0 && (study.holders() == null || missing.holders() == 0)) {
      return;
    }
    page.heading(2, "Left out");
    page.header("what", "rows", "which");
    row(page, "no label from " + study.first(), missing.first(), List.of());
    row(page, "no label from " + study.second(), missing.second(), List.of());
    row(page, "no label from either", missing.both(), List.of());
    row(page, "only in " + study.first(), missing.onlyFirst().size(), missing.onlyFirst());
    row(page, "only in " + study.second(), missing.onlySecond().size(), missing.onlySecond());
    if (study.holders() != null) {
      row(page, "same side, but a holder is missing", missing.holders(), List.of());
    }
  }

  private static void row(MarkdownRenderer.Page page, String what, int rows, List<String> ids) {
    if (rows > 0) {
      page.row(what, Figures.count(rows), String.join(", ", ids));
    }
  }

  private static void differences(
      MarkdownRenderer.Page page, String heading, Agreement agreement, AgreementStudy study) {
    page.heading(2, heading);
    if (agreement.differences().isEmpty()) {
      page.line("None.");
      return;
    }
    page.header("id", "text", first(study), second(study), "settled");
    for (TwiceLabelled item : agreement.differences()) {
      String text = item.text();
      page.row(
          item.id(),
          text == null ? "" : text,
          label(item.first()),
          label(item.second()),
          label(item.settled()));
    }
  }

  private static String label(@Nullable Judgement judgement) {
    return judgement == null ? "" : judgement.label();
  }

  /** Fit for a heading, which is not escaped. */
  private static String first(AgreementStudy study) {
    return MarkdownRenderer.escape(study.first());
  }

  private static String second(AgreementStudy study) {
    return MarkdownRenderer.escape(study.second());
  }
}

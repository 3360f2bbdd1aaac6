package org.stance4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
import org.stance4j.evaluation.Interval;
import org.stance4j.report.Figures;

/** Two annotators' agreement as text for the console. */
final class AgreementText {
  /** Most differences and ids that are listed; reports and files hold all. */
  private static final int SHOWN = 20;

  private final PrintWriter out;

  AgreementText(PrintWriter out) {
    this.out = out;
  }

  void write(AgreementStudy study) {
    String annotators = study.first() + " and " + study.second();
    out.println(study.data().equals(annotators) ? annotators : study.data() + ": " + annotators);
    agreement("labels", study.labels(), study);
    Agreement holders = study.holders();
    if (holders != null) {
      agreement("holders, where both chose the same side", holders, study);
    }
    missing(study);
    differences("different labels", study.labels());
    if (holders != null) {
      differences("different holders", holders);
    }
  }

  private void agreement(String title, Agreement agreement, AgreementStudy study) {
    line(
        "%n%s: %d rows in %d groups%n%n%-18s %7s  %s",
        title, agreement.n(), agreement.clusters(), "", "value", "95 % interval");
    for (AgreementMetric metric : AgreementMetric.values()) {
      Interval interval = agreement.interval(metric);
      line(
          "%-18s %7s  %s",
          metric.title(), Figures.agreement(metric, agreement.table()), Figures.interval(interval));
    }
    AgreementTable table = agreement.table();
    line("%nrows = %s, columns = %s", study.first(), study.second());
    StringBuilder header = new StringBuilder(String.format(Locale.ROOT, "%-18s", ""));
    table.labels().forEach(label -> header.append(String.format(Locale.ROOT, " %8s", label)));
    line("%s   κ against the rest", header);
    for (LabelAgreement row : agreement.labels()) {
      StringBuilder cells = new StringBuilder(String.format(Locale.ROOT, "%-18s", row.label()));
      for (String column : table.labels()) {
        cells.append(String.format(Locale.ROOT, " %8d", table.count(row.label(), column)));
      }
      line("%s %20s", cells, Figures.agreement(AgreementMetric.KAPPA, row.table()));
    }
    slices(agreement.slices());
  }

  private void slices(List<AgreementSlice> slices) {
    if (slices.isEmpty()) {
      return;
    }
    line("%n%-34s %6s %9s %7s %7s", "part", "rows", "agreement", "κ", "α");
    String attribute = "";
    for (AgreementSlice slice : slices) {
      if (!slice.attribute().equals(attribute)) {
        attribute = slice.attribute();
        out.println(attribute);
      }
      line(
          "  %-32s %6d %9s %7s %7s%s",
          slice.value(),
          slice.n(),
          Figures.agreement(AgreementMetric.OBSERVED, slice.table()),
          Figures.agreement(AgreementMetric.KAPPA, slice.table()),
          Figures.agreement(AgreementMetric.ALPHA, slice.table()),
          slice.fewItems() ? "  few rows" : "");
    }
  }

  private void missing(AgreementStudy study) {
    MissingLabels missing = study.missing();
    boolean holders = study.holders() != null && missing.holders() > 0;
    if (missing.rows() == 0 && !holders) {
      return;
    }
    line("%nleft out");
    row("no label from " + study.first(), missing.first(), List.of());
    row("no label from " + study.second(), missing.second(), List.of());
    row("no label from either", missing.both(), List.of());
    row("only in " + study.first(), missing.onlyFirst().size(), missing.onlyFirst());
    row("only in " + study.second(), missing.onlySecond().size(), missing.onlySecond());
    if (holders) {
      row("same side, but a holder is missing", missing.holders(), List.of());
    }
  }

  private void row(String what, int rows, List<String> ids) {
    if (rows > 0) {
      String named =
          String.join(", ", ids.stream().limit(SHOWN).toList()) + (ids.size() > SHOWN ? ", …" : "");
      line("  %-40s %6d%s", what, rows, ids.isEmpty() ? "" : "  " + named);
    }
  }

  private void differences(String title, Agreement agreement) {
    List<TwiceLabelled> items = agreement.differences();
    line("%n%s: %d", title, items.size());
    for (TwiceLabelled item : items.subList(0, Math.min(SHOWN, items.size()))) {
      line(
          "  %s: %s / %s%s",
          item.id(), label(item.first()), label(item.second()), settled(item.settled()));
      if (item.text() != null) {
        line("    %s", item.text());
      }
    }
    if (items.size() > SHOWN) {
      line("  and %d more; --differences and --out list all", items.size() - SHOWN);
    }
  }

  private static String label(@Nullable Judgement judgement) {
    return judgement == null ? "" : judgement.label();
  }

  private static String settled(@Nullable Judgement judgement) {
    return judgement == null ? "" : ", settled as " + judgement.label();
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}

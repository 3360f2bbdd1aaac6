package org.stance4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stance4j.agreement.Agreement;
import org.stance4j.agreement.AgreementMetric;
import org.stance4j.agreement.AgreementStudy;
import org.stance4j.agreement.LabelAgreement;
import org.stance4j.agreement.MissingLabels;
import org.stance4j.evaluation.Interval;

/** Says in plain words how far two annotators agree. */
final class AgreementSummary {
  private AgreementSummary() {}

  static List<String> of(AgreementStudy study) {
    Agreement labels = study.labels();
    List<String> lines = new ArrayList<>();
    lines.add(
        study.first()
            + " and "
            + study.second()
            + " give the same label to "
            + count(labels.table().agreed(), "row")
            + " of "
            + Figures.count(labels.n())
            + " ("
            + Figures.percent(labels.of(AgreementMetric.OBSERVED))
            + ").");
    lines.add(
        labels.table().varied()
            ? "Beyond what chance would give, that is a κ of "
                + figure(labels, AgreementMetric.KAPPA)
                + " and an α of "
                + figure(labels, AgreementMetric.ALPHA)
                + "."
            : "All labels are the same, so nothing can be said of agreement beyond chance.");
    labels.labels().stream()
        .filter(label -> label.table().varied())
        .min(Comparator.comparingDouble(LabelAgreement::kappa))
        .ifPresent(
            label ->
                lines.add(
                    "They agree least on "
                        + label.label()
                        + ": κ "
                        + Figures.figure(label.kappa())
                        + " against the rest."));
    Agreement holders = study.holders();
    if (holders != null) {
      lines.add(
          "Where both chose the same side and told a holder ("
              + count(holders.n(), "row")
              + "), they name the same holder in "
              + Figures.percent(holders.of(AgreementMetric.OBSERVED))
              + (holders.table().varied() ? ", κ " + figure(holders, AgreementMetric.KAPPA) : "")
              + ".");
    }
    missing(study.missing(), lines);
    if (labels.clusters() < Interval.ENOUGH_CLUSTERS) {
      lines.add(
          "Beware: fewer than "
              + Interval.ENOUGH_CLUSTERS
              + " groups, so the intervals are narrower than they should be.");
    }
    return List.copyOf(lines);
  }

  private static void missing(MissingLabels missing, List<String> lines) {
    int unlabelled = missing.first() + missing.second() + missing.both();
    if (unlabelled > 0) {
      lines.add(
          count(unlabelled, "row")
              + " without a label from both "
              + (unlabelled == 1 ? "is" : "are")
              + " left out.");
    }
    int apart = missing.onlyFirst().size() + missing.onlySecond().size();
    if (apart > 0) {
      lines.add(
          count(apart, "row") + " of one file only " + (apart == 1 ? "is" : "are") + " left out.");
    }
  }

  private static String figure(Agreement agreement, AgreementMetric metric) {
    return Figures.figure(agreement.of(metric))
        + " (95\u00a0% interval "
        + Figures.interval(agreement.interval(metric))
        + ")";
  }

  private static String count(int n, String noun) {
    return Figures.count(n) + " " + noun + (n == 1 ? "" : "s");
  }
}

package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stance4j.corpus.GroupingReport;
import org.stance4j.evaluation.Accuracy;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.MacroF1;

/** Guesses the label from everything but the text. */
final class MetadataCheck implements Check {
  private static final List<AuditTable.Column> COLUMNS =
      List.of(
          new AuditTable.Column("accuracy", "accuracy", FigureFormat.SCORE),
          new AuditTable.Column("macroF1", "macro-F1", FigureFormat.SCORE),
          new AuditTable.Column("values", "values", FigureFormat.COUNT));

  @Override
  public CheckResult run(AuditContext context) {
    List<Finding> impossible = ProbeFinding.impossible(AuditCheck.METADATA, context);
    if (!impossible.isEmpty()) {
      return CheckResult.of(impossible);
    }
    List<Trait> traits = Trait.all(context.grouped().examples());
    List<AuditTable.Row> columns = singly(traits, context);
    List<Finding> findings = new ArrayList<>();
    findings.add(together(traits, context));
    findings.add(
        Finding.of(
            AuditCheck.METADATA,
            Level.NOTE,
            "alone, by column: "
                + columns.stream()
                    .map(row -> row.names().get(0) + " " + Wording.score(row.figures().get(0)))
                    .collect(Collectors.joining(", "))));
    Set<String> annotations = AttributeRoles.annotations(context.grouped().examples());
    if (!annotations.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.METADATA,
              Level.NOTE,
              "left out, since they follow from the label: " + String.join(", ", annotations)));
    }
    findings.addAll(giant(context.grouping().report()));
    AuditTable table =
        new AuditTable(
            AuditCheck.METADATA,
            "columns",
            "The label from one column alone",
            List.of("column"),
            COLUMNS,
            columns);
    return new CheckResult(findings, List.of(table));
  }

  private static Finding together(List<Trait> traits, AuditContext context) {
    Evaluation evaluation =
        ProbeFinding.evaluate("metadata", context, Probe.traits(traits, context.size()));
    double limit =
        Math.max(
            AuditThresholds.METADATA_ACCURACY,
            Probe.majority(context.grouped()) + AuditThresholds.METADATA_GAIN);
    boolean leaks = evaluation.accuracy() > limit;
    return ProbeFinding.of(
        AuditCheck.METADATA,
        leaks ? Level.FAIL : Level.GOOD,
        leaks
            ? Wording.format("metadata alone give the label away (more than %.2f): they", limit)
            : "metadata alone",
        evaluation,
        context.grouped());
  }

  /** A group too large to be held out spoils every cross-validation of the data. */
  private static List<Finding> giant(GroupingReport grouping) {
    return grouping.hasGiant()
        ? List.of(
            Finding.of(
                AuditCheck.METADATA,
                Level.WARN,
                Wording.format(
                    "one group, '%s', holds %s of the rows: these figures, like any cross-validation of the data, rest on few groups",
                    grouping.largestGroup(), Wording.percent(grouping.largestShare())),
                Figure.share("largestGroup", grouping.largestShare())))
        : List.of();
  }

  /** What each trait gets right on its own, best first. */
  private static List<AuditTable.Row> singly(List<Trait> traits, AuditContext context) {
    List<AuditTable.Row> rows = new ArrayList<>();
    for (Trait trait : traits) {
      ConfusionMatrix matrix =
          ConfusionMatrix.of(
              Probe.stances(
                  context.grouped(),
                  Probe.traits(List.of(trait), context.size()),
                  context.folds()));
      rows.add(
          new AuditTable.Row(
              List.of(trait.name()),
              List.of(Accuracy.of(matrix), MacroF1.of(matrix), (double) trait.size())));
    }
    rows.sort(
        Comparator.comparing(
            (AuditTable.Row row) -> row.figures().get(0), Comparator.reverseOrder()));
    return rows;
  }
}

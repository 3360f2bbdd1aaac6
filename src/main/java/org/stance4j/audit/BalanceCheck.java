package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.corpus.LabelCounts;

/** Shares of the labels in the whole, and slices that hold a single label. */
final class BalanceCheck implements Check {
  private static final List<AuditTable.Column> COLUMNS =
      List.of(
          new AuditTable.Column("rows", "rows", FigureFormat.COUNT),
          new AuditTable.Column("share", "share", FigureFormat.SHARE),
          new AuditTable.Column("pro", "pro", FigureFormat.SHARE),
          new AuditTable.Column("anti", "anti", FigureFormat.SHARE),
          new AuditTable.Column("neutral", "neutral", FigureFormat.SHARE));

  @Override
  public CheckResult run(AuditContext context) {
    List<Example> examples = context.grouped().examples();
    List<Finding> findings = new ArrayList<>();
    findings.add(overall(LabelCounts.of(examples)));
    List<Slice> shown = new ArrayList<>();
    List<Slice> graves = new ArrayList<>();
    List<Slice> suspects = new ArrayList<>();
    for (Trait trait : Trait.metadata(examples)) {
      boolean sliced = Slice.isSliced(trait);
      for (Slice slice : Slice.of(trait, examples)) {
        if (slice.hasOneLabel() && slice.size() >= AuditThresholds.ONE_LABEL_ROWS) {
          boolean grave = slice.size() >= AuditThresholds.ONE_LABEL_SHARE * examples.size();
          if (grave || sliced) {
            (grave ? graves : suspects).add(slice);
          }
        }
        if (sliced) {
          shown.add(slice);
        }
      }
    }
    oneLabel(findings, Level.FAIL, graves, "largeOneLabelSlices");
    oneLabel(findings, Level.WARN, suspects, "oneLabelSlices");
    if (graves.isEmpty() && suspects.isEmpty() && labelled(examples) > 1) {
      findings.add(
          Finding.of(
              AuditCheck.BALANCE,
              Level.GOOD,
              "every slice of "
                  + AuditThresholds.ONE_LABEL_ROWS
                  + " rows or more holds at least two labels"));
    }
    annotations(examples, findings);
    return new CheckResult(
        findings, shown.isEmpty() ? List.of() : List.of(table(shown, examples.size())));
  }

  /** Number of different labels. */
  private static long labelled(List<Example> examples) {
    return examples.stream().map(Example::stance).distinct().count();
  }

  private static Finding overall(LabelCounts labels) {
    List<String> shares = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Stance stance : Stance.values()) {
      double share = (double) labels.of(stance) / labels.total();
      shares.add(stance.label() + " " + Wording.percent(share));
      figures.add(Figure.share(stance.label(), share));
      if (share < AuditThresholds.RARE_LABEL) {
        odd.add(stance.label() + " is rare");
      } else if (share > AuditThresholds.COMMON_LABEL) {
        odd.add(stance.label() + " outweighs the others");
      }
    }
    String told = String.join(", ", shares);
    boolean one =
        Arrays.stream(Stance.values()).anyMatch(stance -> labels.of(stance) == labels.total());
    Level level = one ? Level.FAIL : odd.isEmpty() ? Level.GOOD : Level.WARN;
    return new Finding(
        AuditCheck.BALANCE,
        level,
        one
            ? "one label only, nothing can be learnt: " + told
            : odd.isEmpty() ? told : Wording.and(odd) + ": " + told,
        figures,
        List.of(),
        0);
  }

  private static void oneLabel(
      List<Finding> findings, Level level, List<Slice> slices, String key) {
    if (!slices.isEmpty()) {
      slices.sort(Comparator.comparing(Slice::size, Comparator.reverseOrder()));
      String size =
          level == Level.FAIL
              ? " and at least " + Wording.percent(AuditThresholds.ONE_LABEL_SHARE) + " of the data"
              : "";
      findings.add(
          Finding.of(
                  AuditCheck.BALANCE,
                  level,
                  Wording.count(slices.size(), "slice", "holds", "hold")
                      + " one label only"
                      + size
                      + ": whoever knows the slice knows the label",
                  Figure.count(key, slices.size()))
              .showing(slices.stream().map(Slice::exhibit).toList()));
    }
  }

  /** Slices by an annotation follow from the label: told, not faulted. */
  private static void annotations(List<Example> examples, List<Finding> findings) {
    List<String> names = List.copyOf(AttributeRoles.annotations(examples));
    if (!names.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.BALANCE,
              Level.NOTE,
              "not sliced, since they follow from the label: " + String.join(", ", names)));
    }
  }

  private static AuditTable table(List<Slice> slices, int rows) {
    return new AuditTable(
        AuditCheck.BALANCE,
        "slices",
        "Labels by slice",
        List.of("attribute", "value"),
        COLUMNS,
        slices.stream()
            .map(
                slice ->
                    new AuditTable.Row(
                        List.of(slice.attribute(), slice.value()),
                        List.of(
                            (double) slice.size(),
                            (double) slice.size() / rows,
                            share(slice, Stance.PRO),
                            share(slice, Stance.ANTI),
                            share(slice, Stance.NEUTRAL))))
            .toList());
  }

  private static double share(Slice slice, Stance stance) {
    return (double) slice.labels().of(stance) / slice.size();
  }
}

package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stance4j.Example;

/** Slices of which a report could say nothing. */
final class SliceSizesCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<Example> examples = context.grouped().examples();
    List<Slice> small = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    int slices = 0;
    for (Trait trait : Trait.metadata(examples)) {
      if (Slice.isSliced(trait)) {
        for (Slice slice : Slice.of(trait, examples)) {
          slices++;
          if (slice.size() < AuditThresholds.SLICE_ROWS) {
            small.add(slice);
          }
        }
      } else {
        leftOut.add(Wording.format("%s (%,d values)", trait.name(), trait.size()));
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(finding(small, slices));
    if (!leftOut.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.SLICE_SIZES,
              Level.NOTE,
              "too many values to be sliced by: " + String.join(", ", leftOut)));
    }
    return CheckResult.of(findings);
  }

  private static Finding finding(List<Slice> small, int slices) {
    Figure figure = Figure.count("smallSlices", small.size());
    if (small.isEmpty()) {
      String message =
          slices == 0
              ? "no attribute to slice by"
              : Wording.format(
                  "each of %s has at least %d rows",
                  Wording.count(slices, "slice"), AuditThresholds.SLICE_ROWS);
      return Finding.of(AuditCheck.SLICE_SIZES, Level.GOOD, message, figure);
    }
    small.sort(Comparator.comparing(Slice::size));
    return Finding.of(
            AuditCheck.SLICE_SIZES,
            Level.WARN,
            Wording.format(
                "%s of %,d have fewer than %d rows: too few for a figure of their own",
                Wording.count(small.size(), "slice"), slices, AuditThresholds.SLICE_ROWS),
            figure)
        .showing(small.stream().map(Slice::exhibit).toList());
  }
}

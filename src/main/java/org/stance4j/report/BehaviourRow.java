package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stance4j.audit.FigureFormat;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.FailureRate;
import org.stance4j.behaviour.TestKind;

/**
 * One line of the table of a behavioural suite, the same in every form.
 *
 * @param name the capability, or what the line adds up
 * @param kinds kinds of its tests, such as {@code MFT, INV}; empty in a sum
 * @param rate its failures
 * @param sum whether it adds up tests of several capabilities
 */
public record BehaviourRow(String name, String kinds, FailureRate rate, boolean sum) {
  /** The capabilities in the order of the suite, then each kind of test, then all tests. */
  public static List<BehaviourRow> of(BehaviourRun run) {
    List<BehaviourRow> rows = new ArrayList<>();
    for (CapabilityResult result : run.capabilities()) {
      String kinds = result.kinds().stream().map(TestKind::label).collect(Collectors.joining(", "));
      rows.add(new BehaviourRow(result.capability(), kinds, result.rate(), false));
    }
    run.byKind()
        .forEach(
            (kind, rate) ->
                rows.add(new BehaviourRow("all " + kind.title(), kind.label(), rate, true)));
    rows.add(new BehaviourRow("all tests", "", run.rate(), true));
    return List.copyOf(rows);
  }

  /** {@code 12.5 %}. */
  public String percent() {
    return AuditFigures.of(rate.rate(), FigureFormat.SHARE);
  }
}

package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.FailureRate;

/** Says in plain words how a model did in a behavioural suite. */
final class BehaviourSummary {
  /** How many of the worst capabilities are named. */
  private static final int NAMED = 3;

  private BehaviourSummary() {}

  static List<String> of(BehaviourRun run) {
    List<String> lines = new ArrayList<>();
    FailureRate all = run.rate();
    lines.add(
        run.model()
            + " fails "
            + counts(all)
            + " tests of the suite "
            + run.suite()
            + ": "
            + run.byKind().entrySet().stream()
                .map(kind -> kind.getKey().title() + " " + counts(kind.getValue()))
                .collect(Collectors.joining(", "))
            + ".");
    List<CapabilityResult> worst = run.worst(NAMED);
    if (!worst.isEmpty()) {
      lines.add(
          "It fails most often in "
              + worst.stream()
                  .map(
                      result ->
                          result.capability()
                              + " ("
                              + Figures.count(result.rate().failures())
                              + " of "
                              + Figures.count(result.rate().tests())
                              + ")")
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return List.copyOf(lines);
  }

  /** {@code 7 of 24 (29 %)}. */
  private static String counts(FailureRate rate) {
    return Figures.count(rate.failures())
        + " of "
        + Figures.count(rate.tests())
        + " ("
        + Figures.percent(rate.rate())
        + ")";
  }
}

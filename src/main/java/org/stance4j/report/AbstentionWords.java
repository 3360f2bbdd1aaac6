package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.OperatingPoint;
import org.stance4j.evaluation.PrecisionThreshold;
import org.stance4j.evaluation.SetCoverage;
import org.stance4j.evaluation.SetFigures;

/** Says in plain words what abstention brings. */
public final class AbstentionWords {
  /** What label sets promise, and for what they do not. */
  public static final String CAVEAT =
      "A sentence's label set holds the stances that the model cannot rule out; it is answered where"
          + " that is one stance. The sets are made so that, for each stance, the set of a fresh"
          + " sentence like those of the training data holds the right stance as often as they were"
          + " made for. That rests on exchangeability, which does not hold for documents from"
          + " elsewhere; and sentences of one document are not independent of each other, so one"
          + " document may lie far from it. 'Coverage here' is what came of it on these data.";

  /** What stands where a model holds no label sets. */
  public static final String NO_SETS =
      "The model holds no label sets: it was trained before they were stored.";

  /** The coverage and the precision that summaries tell of. */
  private static final double TOLD = 0.9;

  private AbstentionWords() {}

  /** Up to three sentences for the summary of an evaluation. */
  static List<String> of(Abstention abstention) {
    List<String> lines = new ArrayList<>();
    OperatingPoint half = abstention.curve().at(0.5);
    lines.add(
        "Of the "
            + Figures.percent(half.coverage())
            + " of the sentences that it is surest of, it gets "
            + Figures.percent(half.precision())
            + " right"
            + threshold(abstention)
            + ".");
    sets(abstention).ifPresent(told -> lines.add("Its label sets, " + told));
    return lines;
  }

  private static String threshold(Abstention abstention) {
    PrecisionThreshold threshold =
        abstention.thresholds().stream()
            .filter(one -> one.wanted() == TOLD)
            .findFirst()
            .orElseThrow();
    OperatingPoint point = threshold.chosen();
    String wanted = "; a precision of " + Figures.percent(TOLD) + " is ";
    return point == null
        ? wanted + "reached at no threshold"
        : wanted
            + "reached from a probability of "
            + Figures.figure(point.threshold())
            + " on, in "
            + Summary.sentences(point.kept())
            + (threshold.assured() == null ? ", too few to show it" : "");
  }

  /**
   * What the label sets made for 90 % achieve, to follow a subject; empty where the model holds
   * none.
   */
  static Optional<String> sets(Abstention abstention) {
    return abstention.sets().stream()
        .filter(set -> set.coverage() == TOLD)
        .findFirst()
        .map(AbstentionWords::sets);
  }

  private static String sets(SetCoverage set) {
    SetFigures all = set.all();
    return "made for a coverage of "
        + Figures.percent(set.coverage())
        + ", hold the gold stance in "
        + Figures.percent(all.coverage())
        + " (95\u00a0% interval "
        + Figures.interval(set.interval())
        + "); they answer "
        + Figures.percent(all.answeredShare())
        + " of the sentences"
        + (all.answered() == 0 ? "" : ", " + Figures.percent(all.precision()) + " of them rightly")
        + ".";
  }
}

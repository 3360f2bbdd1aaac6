package org.stance4j.cli;

import java.io.PrintWriter;
import java.util.List;
import org.stance4j.evaluation.Gate;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.GateSubject;
import org.stance4j.report.GateWords;
import picocli.CommandLine.Option;

/** Demands on models, for programs that must know whether to go on. */
final class GateOption {
  @Option(
      names = "--fail-if",
      paramLabel = "CONDITION",
      converter = GateConverter.class,
      description = {
        "Exit with 1 if a model satisfies this condition, such as 'macroF1 < 0.7' or, with compare, 'macroF1 < baseline - 0.5pt', 'high(macroF1 - baseline) < 0', 'broken > 20', 'bytes > 30MB'. May be given several times.",
        "FIGURE OP NUMBER or FIGURE OP baseline ± NUMBER; OP is <, <=, > or >=; a number may end in pt or %% (hundredths), kB or MB; low(FIGURE) and high(FIGURE) are the bounds of its 95 %% interval, low(FIGURE - baseline) and high(FIGURE - baseline) those of the paired difference.",
        "Figures: accuracy, balancedAccuracy, macroF1, weightedF1, fAvg, mcc, kappa, logLoss, brier, ece, rocAuc, prAuc; precision, recall or f1 with .pro, .anti, .neutral, .macro, .micro or .weighted; rocAuc or prAuc with a stance; bytes, fixed, broken, stillWrong."
      })
  private List<Gate> gates = List.of();

  /** The conditions, in the order given. */
  List<Gate> gates() {
    return gates;
  }

  /** Every condition held against every model, model by model. */
  List<GateResult> check(List<GateSubject> subjects) {
    return subjects.stream()
        .flatMap(subject -> gates.stream().map(gate -> gate.check(subject)))
        .toList();
  }

  /**
   * Tells which conditions hold.
   *
   * @return the exit code: 1 if any does, else 0
   */
  static int tell(List<GateResult> results, PrintWriter err) {
    List<GateResult> failed = results.stream().filter(GateResult::failed).toList();
    failed.forEach(result -> err.println("stance: " + GateWords.line(result)));
    return failed.isEmpty() ? 0 : 1;
  }
}

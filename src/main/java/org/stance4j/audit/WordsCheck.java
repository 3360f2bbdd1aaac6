package org.stance4j.audit;

import java.util.List;
import org.stance4j.evaluation.Evaluation;

/** Guesses the label from single words: how far vocabulary alone carries. */
final class WordsCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<Finding> impossible = ProbeFinding.impossible(AuditCheck.WORDS, context);
    if (!impossible.isEmpty()) {
      return CheckResult.of(impossible);
    }
    Evaluation evaluation = ProbeFinding.evaluate("words", context, Probe.words(context.rows()));
    boolean easy = evaluation.accuracy() >= AuditThresholds.WORDS_ACCURACY;
    return CheckResult.of(
        ProbeFinding.of(
            AuditCheck.WORDS,
            easy ? Level.WARN : Level.NOTE,
            easy ? "single words all but give the label away: they" : "single words",
            evaluation,
            context.grouped()));
  }
}

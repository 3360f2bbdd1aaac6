package org.stance4j.corpus;

import java.util.List;
import java.util.stream.Collectors;

/** Documents and stand-off labels that do not belong together; lists everything that differs. */
public final class HydrationException extends RuntimeException {
  private static final int SHOWN = 3;

  private final List<HydrationProblem> problems;

  /**
   * An exception over all problems.
   *
   * @param problems at least one, in document order; the message shows the first three
   */
  public HydrationException(List<HydrationProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in document order. */
  public List<HydrationProblem> problems() {
    return problems;
  }

  private static String message(List<HydrationProblem> problems) {
    String first =
        problems.stream()
            .limit(SHOWN)
            .map(HydrationProblem::toString)
            .collect(Collectors.joining("; "));
    int more = problems.size() - SHOWN;
    return "labels and documents do not fit: "
        + first
        + (more > 0 ? "; and " + more + " more" : "")
        + "; use the very files that were labelled, byte for byte";
  }
}

package org.stance4j.audit;

import java.util.List;

/**
 * One line of an audit.
 *
 * @param check what was looked at
 * @param level how grave it is
 * @param message what was found, in plain words with its figures and the limit; no full stop
 * @param figures the numbers, for programs
 * @param examples the worst, at most {@value #MOST_EXAMPLES}
 * @param more number of further cases that are not shown
 */
public record Finding(
    AuditCheck check,
    Level level,
    String message,
    List<Figure> figures,
    List<Exhibit> examples,
    int more) {
  /** Most examples of a finding. */
  public static final int MOST_EXAMPLES = 10;

  public Finding {
    figures = List.copyOf(figures);
    examples = List.copyOf(examples);
    if (examples.size() > MOST_EXAMPLES || more < 0) {
      throw new IllegalArgumentException(
          "a finding shows at most "
              + MOST_EXAMPLES
              + " examples and counts the rest, got "
              + examples.size()
              + " and "
              + more);
    }
  }

  static Finding of(AuditCheck check, Level level, String message, Figure... figures) {
    return new Finding(check, level, message, List.of(figures), List.of(), 0);
  }

  /** The same finding with its cases, worst first; those beyond the limit are counted. */
  Finding showing(List<Exhibit> cases) {
    int shown = Math.min(cases.size(), MOST_EXAMPLES);
    return new Finding(
        check, level, message, figures, cases.subList(0, shown), cases.size() - shown);
  }
}

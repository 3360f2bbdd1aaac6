package org.stance4j.report;

import java.util.Locale;
import org.stance4j.audit.FigureFormat;

/** Writes an audit's numbers for readers. Called by the templates. */
public final class AuditFigures {
  private AuditFigures() {}

  /** {@code 2,102}, {@code 4.2 %}, {@code 0.613} or {@code 26.4}, by the kind of number. */
  public static String of(double value, FigureFormat format) {
    return switch (format) {
      case COUNT -> String.format(Locale.ROOT, "%,d", Math.round(value));
      case SHARE -> String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * value);
      case SCORE -> Figures.figure(value);
      case RATE -> String.format(Locale.ROOT, "%.1f", value);
    };
  }
}

package org.stance4j.report;

import java.util.Locale;

/** The forms a report can take. */
public enum ReportFormat {
  /** One self-contained page, see {@link HtmlRenderer}. */
  HTML("html"),
  /** Tables, fit for a comment on a pull request, see {@link MarkdownRenderer#folding}. */
  MARKDOWN("md"),
  /** For programs, see {@link JsonRenderer}. */
  JSON("json"),
  /** The figures alone, for spreadsheets, see {@link CsvRenderer}. */
  CSV("csv");

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /**
   * The name used on the command line: {@code html}, {@code markdown}, {@code json}, {@code csv}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** File name extension without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether a report can take this form: all but CSV take every report. */
  public boolean renders(Report report) {
    return this != CSV
        || report instanceof EvaluationReport
        || report instanceof ComparisonReport
        || report instanceof TrainingReport;
  }

  /** A renderer of this form. */
  public ReportRenderer renderer() {
    return switch (this) {
      case HTML -> new HtmlRenderer();
      case MARKDOWN -> MarkdownRenderer.folding();
      case JSON -> new JsonRenderer();
      case CSV -> new CsvRenderer();
    };
  }
}

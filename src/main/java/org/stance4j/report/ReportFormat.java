package org.stance4j.report;

import java.util.Locale;

/** The forms a report can take. */
public enum ReportFormat {
  /** One self-contained page, see {@link HtmlRenderer}. */
  HTML("html"),
  /** Plain tables, see {@link MarkdownRenderer}. */
  MARKDOWN("md"),
  /** For programs, see {@link JsonRenderer}. */
  JSON("json");

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /** The name used on the command line: {@code html}, {@code markdown}, {@code json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** File name extension without the dot. */
  public String extension() {
    return extension;
  }

  /** A renderer of this form. */
  public ReportRenderer renderer() {
    return switch (this) {
      case HTML -> new HtmlRenderer();
      case MARKDOWN -> new MarkdownRenderer();
      case JSON -> new JsonRenderer();
    };
  }
}

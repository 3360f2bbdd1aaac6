package org.stance4j.report;

/** Gives a report a form; thread-safe, and the same report gives the same text everywhere. */
public interface ReportRenderer {
  /** The whole file, ending in a line feed. */
  String render(Report report);
}

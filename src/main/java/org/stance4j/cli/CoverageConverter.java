package org.stance4j.cli;

/** Reads a coverage such as {@code 0.9}. */
final class CoverageConverter extends ArgumentConverter<Double> {
  CoverageConverter() {
    super(CoverageConverter::coverage);
  }

  private static Double coverage(String text) {
    // nine digits tell any two coverages apart that a calibration could
    if (!text.matches("0?\\.[0-9]{1,9}") || text.matches("0?\\.0+")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no coverage; write a number between 0 and 1, such as 0.9");
    }
    return Double.valueOf(text);
  }
}

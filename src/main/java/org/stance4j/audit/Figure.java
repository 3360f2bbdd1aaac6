package org.stance4j.audit;

/**
 * A number behind a finding.
 *
 * @param key its name in files, in camel case
 * @param value finite
 * @param format what kind of number it is
 */
public record Figure(String key, double value, FigureFormat format) {
  public Figure {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("figure " + key + " must be finite, got " + value);
    }
  }

  static Figure count(String key, int value) {
    return new Figure(key, value, FigureFormat.COUNT);
  }

  static Figure share(String key, double value) {
    return new Figure(key, value, FigureFormat.SHARE);
  }

  static Figure score(String key, double value) {
    return new Figure(key, value, FigureFormat.SCORE);
  }
}

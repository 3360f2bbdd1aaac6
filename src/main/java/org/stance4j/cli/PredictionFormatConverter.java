package org.stance4j.cli;

import org.stance4j.report.PredictionFormat;

/** Reads a format by its label; an enum's own names would be upper case. */
final class PredictionFormatConverter extends ArgumentConverter<PredictionFormat> {
  PredictionFormatConverter() {
    super(PredictionFormat::of);
  }
}

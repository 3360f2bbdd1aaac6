package org.stance4j.cli;

import org.stance4j.report.PredictionFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format by its label; an enum's own names would be upper case. */
final class PredictionFormatConverter implements ITypeConverter<PredictionFormat> {
  @Override
  public PredictionFormat convert(String value) {
    try {
      return PredictionFormat.of(value);
    } catch (IllegalArgumentException e) {
      TypeConversionException wrong = new TypeConversionException(String.valueOf(e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }
}

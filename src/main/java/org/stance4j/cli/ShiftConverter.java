package org.stance4j.cli;

import org.stance4j.audit.ShiftRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code ATTRIBUTE} or {@code ATTRIBUTE=VALUE,VALUE}. */
final class ShiftConverter implements ITypeConverter<ShiftRequest> {
  @Override
  public ShiftRequest convert(String value) {
    try {
      return ShiftRequest.parse(value);
    } catch (IllegalArgumentException e) {
      TypeConversionException wrong = new TypeConversionException(String.valueOf(e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }
}

package org.stance4j.cli;

import org.stance4j.corpus.Split;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a split by its label or a synonym; an enum's own names would be upper case. */
final class SplitConverter implements ITypeConverter<Split> {
  @Override
  public Split convert(String value) {
    try {
      return Split.of(value);
    } catch (IllegalArgumentException e) {
      TypeConversionException wrong = new TypeConversionException(String.valueOf(e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }
}

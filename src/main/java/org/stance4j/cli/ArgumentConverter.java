package org.stance4j.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an argument by a type's own factory, whose {@link IllegalArgumentException} becomes a usage
 * error with the same message.
 */
abstract class ArgumentConverter<T> implements ITypeConverter<T> {
  private final Function<String, T> factory;

  ArgumentConverter(Function<String, T> factory) {
    this.factory = factory;
  }

  @Override
  public final T convert(String value) {
    try {
      return factory.apply(value);
    } catch (IllegalArgumentException e) {
      TypeConversionException wrong = new TypeConversionException(String.valueOf(e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }
}

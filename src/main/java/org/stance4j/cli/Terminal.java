package org.stance4j.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person is reading along. */
final class Terminal {
  private Terminal() {}

  /** Whether both standard input and standard output are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // asked further where null no longer tells
  static boolean attached() {
    Console console = System.console();
    return console != null && saysSo(console);
  }

  /** From Java 22 there always is a console; it then has a method to ask. */
  private static boolean saysSo(Console console) {
    try {
      @Nullable Object answer = Console.class.getMethod("isTerminal").invoke(console);
      return Boolean.TRUE.equals(answer);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}

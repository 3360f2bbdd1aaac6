package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  private static PrintWriter failing(String reason) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    return new PrintWriter(new StandardOutput(full), false, StandardCharsets.UTF_8);
  }

  private static String told(Exception failure, int code) {
    StringWriter err = new StringWriter();
    assertEquals(code, ErrorHandler.tell(failure, new PrintWriter(err)));
    return err.toString().strip();
  }

  @Test
  void aFullDiskIsToldOf() {
    PrintWriter out = failing("No space left on device");
    out.println("a");
    UncheckedIOException failure = assertThrows(UncheckedIOException.class, out::flush);
    assertEquals(
        "stance: standard output cannot be written: No space left on device", told(failure, 1));
  }

  @Test
  void aClosedPipeIsNot() {
    PrintWriter out = failing("Broken pipe");
    out.println("a");
    assertEquals("", told(assertThrows(StandardOutput.ClosedException.class, out::flush), 141));
  }

  @Test
  void onlyTheFirstFailureIsThrown() {
    PrintWriter out = failing("Broken pipe");
    out.println("a");
    assertThrows(StandardOutput.ClosedException.class, out::flush);
    out.println("b");
    out.flush();
  }

  @Test
  void helpIntoAClosedPipeEndsQuietly() {
    StringWriter err = new StringWriter();
    int code =
        StanceCli.commandLine()
            .setOut(failing("Broken pipe"))
            .setErr(new PrintWriter(err))
            .execute("train", "--help");
    assertEquals(141, code);
    assertEquals("", err.toString());
  }
}

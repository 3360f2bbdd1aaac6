package org.stance4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output that reports a failed write, which {@code System.out} and every {@link
 * PrintWriter} keep to themselves: a full disk must not look like success, and a closed pipe should
 * end the work.
 *
 * <p>The first failure is thrown, unchecked so that it passes the print writer; what is written
 * after it is dropped.
 */
final class StandardOutput extends FilterOutputStream {
  private boolean failed;

  StandardOutput(OutputStream out) {
    super(out);
  }

  /** A writer to the process's standard output, in UTF-8. */
  static PrintWriter writer() {
    return new PrintWriter(
        new StandardOutput(new FileOutputStream(FileDescriptor.out)),
        false,
        StandardCharsets.UTF_8);
  }

  /** The reader has gone away, as {@code head} does when it has its lines: no error to tell of. */
  static final class ClosedException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    ClosedException(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  private void attempt(Write write) {
    if (failed) {
      return;
    }
    try {
      write.run();
    } catch (IOException e) {
      failed = true;
      String reason = String.valueOf(e.getMessage());
      // Linux and macOS: 'Broken pipe'; Windows: 'The pipe is being closed'
      if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
        throw new ClosedException(e);
      }
      throw new UncheckedIOException(
          new IOException("standard output cannot be written: " + reason, e));
    }
  }

  /** One attempt to write. */
  private interface Write {
    void run() throws IOException;
  }
}

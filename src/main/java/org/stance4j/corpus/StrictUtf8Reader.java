package org.stance4j.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.Locale;

/**
 * Decodes UTF-8 and refuses everything else with the offset of the offending byte, where the
 * platform's own reader replaces it or names no place. A byte order mark is passed on.
 */
final class StrictUtf8Reader extends Reader {
  private static final int BUFFER = 1 << 13;

  private final String file;
  private final InputStream in;
  private final CharsetDecoder decoder = UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
  private long bytesBefore;
  private long linesBefore;
  private boolean end;

  StrictUtf8Reader(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * The text of a whole file.
   *
   * @throws DatasetFormatException if a byte is no UTF-8 or NUL
   */
  static String decode(String file, byte[] bytes) {
    StringWriter text = new StringWriter();
    try (Reader reader = new StrictUtf8Reader(file, new ByteArrayInputStream(bytes))) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
    return text.toString();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (end && !bytes.hasRemaining()) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void fill() throws IOException {
    linesBefore += newlines(bytes.position());
    bytesBefore += bytes.position();
    bytes.compact();
    int old = bytes.position();
    int count = in.read(bytes.array(), old, bytes.remaining());
    end = count < 0;
    bytes.position(0).limit(old + Math.max(0, count));
    for (int i = old; i < bytes.limit(); i++) {
      if (bytes.get(i) == 0) {
        throw error(i, "is no text; the file is binary or UTF-16: save it as UTF-8");
      }
    }
    chars.clear();
    boolean malformed = decoder.decode(bytes, chars, end).isError();
    chars.flip();
    if (malformed) {
      throw error(bytes.position(), "is not UTF-8; save the file as UTF-8");
    }
  }

  private DatasetFormatException error(int position, String problem) {
    String value = String.format(Locale.ROOT, "0x%02X", bytes.get(position));
    String where = "byte " + value + " at offset " + (bytesBefore + position) + " ";
    return new DatasetFormatException(
        file, linesBefore + newlines(position) + 1, "", value, where + problem);
  }

  private int newlines(int limit) {
    int count = 0;
    for (int i = 0; i < limit; i++) {
      if (bytes.get(i) == '\n') {
        count++;
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

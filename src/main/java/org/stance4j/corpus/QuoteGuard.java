package org.stance4j.corpus;

import java.io.IOException;
import java.io.Reader;

/**
 * Checks the quoting of RFC 4180 on the way to the parser. OpenCSV takes a stray quote for the
 * start of a quoted field and swallows the rows up to the next one; here it is an error with its
 * line.
 */
final class QuoteGuard extends Reader {
  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final String file;
  private final char separator;
  private final Reader in;
  private State state = State.FIELD_START;
  private long line = 1;
  private long quoteLine;
  private int field = 1;
  private char last;

  QuoteGuard(String file, char separator, Reader in) {
    this.file = file;
    this.separator = separator;
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    for (int i = offset; i < offset + count; i++) {
      accept(target[i]);
    }
    if (count < 0 && state == State.QUOTED) {
      throw error(quoteLine, "opens a quote that is never closed; close it with \"");
    }
    return count;
  }

  private void accept(char c) {
    boolean newline = c == '\n' || c == '\r';
    if (state == State.QUOTED) {
      if (c == '"') {
        state = State.AFTER_QUOTE;
      }
    } else if (c == '"') {
      quote();
    } else if (newline || c == separator) {
      state = State.FIELD_START;
      field = newline ? 1 : field + 1;
    } else if (state == State.AFTER_QUOTE) {
      String wayOut = "write a quote inside a quoted field as \"\"";
      throw error(
          line,
          "goes on after its closing quote; "
              + (line == 1 ? CsvHeader.separatorHint(file, c).orElse(wayOut) : wayOut));
    } else {
      state = State.PLAIN;
    }
    if (newline && !(c == '\n' && last == '\r')) {
      line++;
    }
    last = c;
  }

  private void quote() {
    if (state == State.PLAIN) {
      throw error(
          line, "has a quote inside unquoted text; put the field in quotes and double those in it");
    }
    if (state == State.FIELD_START) {
      quoteLine = line;
    }
    state = State.QUOTED;
  }

  private DatasetFormatException error(long where, String problem) {
    return new DatasetFormatException(file, where, "", "", "field " + field + " " + problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

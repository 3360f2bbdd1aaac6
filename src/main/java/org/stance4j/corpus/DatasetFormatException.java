package org.stance4j.corpus;

/**
 * A data file that does not hold what it should. The message is one line: file, line, column, what
 * is wrong with which value, what is allowed and the way out.
 */
public final class DatasetFormatException extends RuntimeException {
  private final String file;
  private final long line;
  private final String column;
  private final String value;
  private final String problem;

  /**
   * Makes the message {@code FILE, line N, column C: PROBLEM}, leaving out what is not known.
   *
   * @param file name of the file
   * @param line number of the line where the row starts, from 1; 0 for the file as a whole
   * @param column name of the column; empty for the row as a whole
   * @param value the offending value as it stands in the file; empty where there is none
   * @param problem what is wrong, what is allowed, the way out
   */
  public DatasetFormatException(
      String file, long line, String column, String value, String problem) {
    super(
        file
            + (line > 0 ? ", line " + line : "")
            + (column.isEmpty() ? "" : ", column " + column)
            + ": "
            + problem);
    this.file = file;
    this.line = line;
    this.column = column;
    this.value = value;
    this.problem = problem;
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Line where the row starts, from 1; 0 for the file as a whole. */
  public long line() {
    return line;
  }

  /** Name of the column; empty for the row as a whole. */
  public String column() {
    return column;
  }

  /** The offending value; empty where there is none. */
  public String value() {
    return value;
  }

  /** What is wrong, what is allowed and the way out: the message without the place. */
  public String problem() {
    return problem;
  }
}

package org.stance4j.corpus;

/**
 * One document or span that does not fit its label.
 *
 * @param document file name of the document
 * @param line line of the annotation file; 0 where the document as a whole is meant
 * @param message what does not fit, in one line; never holds the document's text
 */
public record HydrationProblem(String document, long line, String message) {
  @Override
  public String toString() {
    return document + (line > 0 ? ", label in line " + line : "") + ": " + message;
  }
}

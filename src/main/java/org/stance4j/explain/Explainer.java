package org.stance4j.explain;

import java.util.List;
import org.stance4j.Sentence;

/** Tells which words of a sentence pull a model where. Safe for use by several threads. */
public interface Explainer {
  /** How it finds the pulls. */
  ExplanationMethod method();

  /**
   * Explains sentences; the same model and sentence give the same explanation, whatever else is in
   * the list.
   *
   * @param sentences any number of them
   * @return one explanation each, in the same order
   */
  List<Explanation> explain(List<Sentence> sentences);
}

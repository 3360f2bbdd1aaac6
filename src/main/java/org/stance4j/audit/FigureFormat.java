package org.stance4j.audit;

/** What kind of number a figure is, and so how it is written. */
public enum FigureFormat {
  /** A whole number of rows, groups … */
  COUNT,
  /** A share in [0, 1], shown in percent. */
  SHARE,
  /** Accuracy, F1, AUC, a z-score: shown with decimals. */
  SCORE,
  /** A rate or a mean, shown with one decimal. */
  RATE
}

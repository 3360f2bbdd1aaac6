package org.stance4j.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stance4j.corpus.Grouping;

/** Every limit of the audit, and what a reader is told of it. */
public final class AuditThresholds {
  /** Fewest words of a body row. */
  public static final int SHORT_WORDS = 3;

  /** Words above which a row is long. */
  public static final int LONG_WORDS = 80;

  /** Words above which a row is no sentence. */
  public static final int TOO_LONG_WORDS = 200;

  /** Least Jaccard similarity of word trigrams of near-duplicates. */
  public static final double NEAR = Grouping.NEAR;

  /** Least share of a label that raises no warning. */
  public static final double RARE_LABEL = 0.15;

  /** Largest share of a label that raises no warning. */
  public static final double COMMON_LABEL = 0.70;

  /** Fewest rows of a slice whose only label is worth a word. */
  public static final int ONE_LABEL_ROWS = 10;

  /** Share of the data from which a slice of one label fails. */
  public static final double ONE_LABEL_SHARE = 0.05;

  /** Most values of an attribute that are looked at one by one. */
  public static final int MOST_VALUES = 50;

  /** Fewest rows of a slice whose figures are worth reporting. */
  public static final int SLICE_ROWS = 30;

  /** Fewest sentences of a word that is counted at all. */
  public static final int WORD_SENTENCES = 10;

  /** Total prior of the log-odds, in counts. */
  public static final double LOG_ODDS_PRIOR = 1000;

  /** Words that each table shows per label or part. */
  public static final int TOP_WORDS = 15;

  /** Sentences that any group may count for a word. */
  public static final int GROUP_SENTENCES = 3;

  /** Share of a word's sentences that any group may count, where that is more. */
  public static final double GROUP_SHARE = 0.1;

  /** Least precision of a giveaway. */
  public static final double GIVEAWAY_PRECISION = 0.9;

  /**
   * Least distance of a giveaway's precision from the label's own share, in standard errors: where
   * a label is frequent, ordinary words reach the precision by chance.
   */
  public static final double GIVEAWAY_ERRORS = 3;

  /** Fewest groups of a giveaway. */
  public static final int GIVEAWAY_GROUPS = 10;

  /** Share of the sentences from which a giveaway is warned of. */
  public static final double GIVEAWAY_WARN = 0.02;

  /** Share of the sentences from which a giveaway fails. */
  public static final double GIVEAWAY_FAIL = 0.05;

  /** Folds of the probes and of the shift; fewer where there are fewer groups. */
  public static final int FOLDS = 5;

  /** Resamples of every interval. */
  public static final int RESAMPLES = 2000;

  /** Accuracy that metadata alone may always reach. */
  public static final double METADATA_ACCURACY = 0.5;

  /** What metadata may gain over the commonest label. */
  public static final double METADATA_GAIN = 0.1;

  /** Accuracy of single words from which the task is too easy to tell models apart. */
  public static final double WORDS_ACCURACY = 0.9;

  /** Words in a row that no other document may share. */
  public static final int OVERLAP_WORDS = 9;

  /** AUC below which parts are alike. */
  public static final double SHIFT_GOOD = 0.6;

  /** AUC from which parts are two kinds of text. */
  public static final double SHIFT_WARN = 0.8;

  /** Fewest rows of a part that is compared. */
  public static final int SHIFT_ROWS = 30;

  /** Most values of an attribute whose parts are compared pair by pair. */
  public static final int SHIFT_VALUES = 5;

  private AuditThresholds() {}

  /** The limits in words, by what they apply to; in the order of the checks. */
  public static Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put(
        "row length",
        words(
            "warn below %d words in a body row and above %d, fail above %d",
            SHORT_WORDS, LONG_WORDS, TOO_LONG_WORDS));
    told.put(
        "near-duplicates", words("Jaccard similarity of word trigrams of at least %.1f", NEAR));
    told.put(
        "class balance",
        words(
            "warn below %s or above %s of the rows; a slice of one label: warn from %d rows, fail from %s of the data",
            percent(RARE_LABEL), percent(COMMON_LABEL), ONE_LABEL_ROWS, percent(ONE_LABEL_SHARE)));
    told.put(
        "slices",
        words(
            "attributes of at most %d values; warn below %d rows in a slice",
            MOST_VALUES, SLICE_ROWS));
    toldOfWords(told);
    return Collections.unmodifiableMap(told);
  }

  private static void toldOfWords(Map<String, String> told) {
    told.put(
        "giveaways",
        words(
            "precision of at least %.1f, at least %.0f standard errors above the label's own share, in at least %d groups; warn from %s of the sentences, fail from %s; "
                + "a group counts for at most %d sentences of a word and label, or %s of the word's",
            GIVEAWAY_PRECISION,
            GIVEAWAY_ERRORS,
            GIVEAWAY_GROUPS,
            percent(GIVEAWAY_WARN),
            percent(GIVEAWAY_FAIL),
            GROUP_SENTENCES,
            percent(GROUP_SHARE)));
    told.put(
        "log-odds",
        words(
            "weighted, with the data's own frequencies as a prior of %.0f counts; words of at least %d sentences",
            LOG_ODDS_PRIOR, WORD_SENTENCES));
    told.put(
        "probes",
        words(
            "naive Bayes, %d folds by group, intervals from %d resamples; metadata fail above %.1f and above the commonest label + %.1f; words warn from %.1f",
            FOLDS, RESAMPLES, METADATA_ACCURACY, METADATA_GAIN, WORDS_ACCURACY));
    told.put("overlap", words("fail at %d words in a row", OVERLAP_WORDS));
    told.put(
        "shift",
        words(
            "AUC of naive Bayes, %d folds by group; good below %.1f, warn from %.1f; parts of at least %d rows and two groups",
            FOLDS, SHIFT_GOOD, SHIFT_WARN, SHIFT_ROWS));
  }

  private static String words(String pattern, Object... values) {
    return Wording.format(pattern, values);
  }

  private static String percent(double share) {
    return Wording.format("%.0f %%", 100 * share);
  }
}

package org.stance4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.evaluation.Slicer;

/**
 * The sentences of an evaluation that a page lists: the errors first, from the surest to the least
 * sure, then what is right, from the least sure on; ties in the order of the data.
 *
 * @param rows at most {@value #MOST}
 * @param total number of sentences of the evaluation
 * @param errors number of them that the model gets wrong
 */
public record SentenceList(List<Row> rows, int total, int errors) {
  /** Most rows of a page, so that it stays at a few hundred kilobytes. */
  public static final int MOST = 400;

  /** No list: the page shows no sentence. */
  public static final SentenceList NONE = new SentenceList(List.of(), 0, 0);

  public SentenceList {
    rows = List.copyOf(rows);
  }

  /**
   * A sentence of the list.
   *
   * @param scored the sentence and what the model says of it
   * @param parts places of its parts among {@link Evaluation#slices}, from 0
   */
  public record Row(ScoredExample scored, List<Integer> parts) {
    public Row {
      parts = List.copyOf(parts);
    }

    /** Probability of the stance that the model gives. */
    public double confidence() {
      return scored.probabilities().of(scored.predicted());
    }

    /** The parts with a blank between them. */
    public String partList() {
      return join(parts);
    }
  }

  /**
   * Chooses the sentences.
   *
   * @param scored all sentences, in the order of the data
   * @param slicers what the evaluation was divided by
   * @param evaluation the figures of those sentences
   */
  public static SentenceList of(
      List<ScoredExample> scored, List<Slicer> slicers, Evaluation evaluation) {
    PartIndex parts =
        new PartIndex(
            slicers,
            evaluation.slices().stream()
                .map(slice -> new PartIndex.Part(slice.attribute(), slice.value()))
                .toList());
    List<ScoredExample> sorted = new ArrayList<>(scored);
    sorted.sort(Comparator.comparing(ScoredExample::correct).thenComparing(SentenceList::surprise));
    return new SentenceList(
        sorted.stream().limit(MOST).map(one -> new Row(one, parts.of(one.example()))).toList(),
        scored.size(),
        (int) scored.stream().filter(one -> !one.correct()).count());
  }

  /** Ascending: sure errors come first, and so does what is right by a hair. */
  private static double surprise(ScoredExample scored) {
    double confidence = scored.probabilities().of(scored.predicted());
    return scored.correct() ? confidence : -confidence;
  }

  /** Number of errors in the list. */
  public int listedErrors() {
    return Math.min(errors, rows.size());
  }

  /** How many sentences the list leaves out. */
  public int left() {
    return total - rows.size();
  }

  /** Which sentences are listed and which are not, as a sentence. */
  public String scope() {
    String listed = Figures.count(rows.size()) + " of " + Figures.count(total) + " sentences";
    if (left() == 0) {
      return "All " + Summary.sentences(total) + ", the errors first.";
    }
    return listedErrors() == errors
        ? listed
            + ": all "
            + Figures.count(errors)
            + " errors, the surest first, then what is right by the narrowest margin; "
            + Figures.count(left())
            + " that are right are left out."
        : listed
            + ": the surest "
            + Figures.count(listedErrors())
            + " of "
            + Figures.count(errors)
            + " errors; "
            + Figures.count(left())
            + " sentences are left out.";
  }

  static String join(List<Integer> parts) {
    return parts.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}

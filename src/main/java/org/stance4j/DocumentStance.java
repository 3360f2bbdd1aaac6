package org.stance4j;

import java.util.List;
import java.util.stream.Stream;

/**
 * The predictions of one document and what they add up to. Page furniture is kept in {@code
 * predictions} and left out of every figure.
 *
 * @param documentId the document's id
 * @param predictions one per sentence, in reading order
 */
public record DocumentStance(String documentId, List<Prediction> predictions) {
  public DocumentStance {
    predictions = List.copyOf(predictions);
  }

  /** Number of sentences that are not furniture. */
  public int scored() {
    return (int) scoredPredictions().count();
  }

  /** Number of sentences that were answered with that stance, furniture left out. */
  public int count(Stance stance) {
    return (int)
        scoredPredictions()
            .filter(prediction -> prediction.answer().filter(stance::equals).isPresent())
            .count();
  }

  /** Number of sentences on which the model abstained, furniture left out. */
  public int abstained() {
    return scored() - (int) answeredPredictions().count();
  }

  /** Whether the model might have abstained. */
  public boolean mayAbstain() {
    return predictions.stream().anyMatch(prediction -> prediction.set() != null);
  }

  /**
   * Share of the scored sentences with that stance in [0, 1], those counted on which the model
   * abstained; 0 for a document without a scored sentence.
   */
  public double share(Stance stance) {
    return share(count(stance));
  }

  /** Share of the scored sentences on which the model abstained, in [0, 1]. */
  public double abstainedShare() {
    return share(abstained());
  }

  private double share(int part) {
    int scored = scored();
    return scored == 0 ? 0 : (double) part / scored;
  }

  /**
   * Mean of P(pro) − P(anti) over the answered sentences: −1 is wholly against, 1 wholly for, 0 for
   * a document without an answered sentence.
   */
  public double score() {
    return answeredPredictions()
        .mapToDouble(
            prediction -> prediction.probabilities().pro() - prediction.probabilities().anti())
        .average()
        .orElse(0);
  }

  private Stream<Prediction> answeredPredictions() {
    return scoredPredictions().filter(prediction -> prediction.answer().isPresent());
  }

  private Stream<Prediction> scoredPredictions() {
    return predictions.stream()
        .filter(prediction -> prediction.sentence().kind() != SentenceKind.FURNITURE);
  }
}

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

  /** Number of sentences of that stance, furniture left out. */
  public int count(Stance stance) {
    return (int) scoredPredictions().filter(prediction -> prediction.stance() == stance).count();
  }

  /** Share of that stance in [0, 1]; 0 for a document without a scored sentence. */
  public double share(Stance stance) {
    int scored = scored();
    return scored == 0 ? 0 : (double) count(stance) / scored;
  }

  /**
   * Mean of P(pro) − P(anti) over the scored sentences: −1 is wholly against, 1 wholly for, 0 for a
   * document without a scored sentence.
   */
  public double score() {
    return scoredPredictions()
        .mapToDouble(
            prediction -> prediction.probabilities().pro() - prediction.probabilities().anti())
        .average()
        .orElse(0);
  }

  private Stream<Prediction> scoredPredictions() {
    return predictions.stream()
        .filter(prediction -> prediction.sentence().kind() != SentenceKind.FURNITURE);
  }
}

package org.stance4j;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained model: sentences in, probabilities out.
 *
 * <p>Implementations are safe for use by several threads until closed. The same model gives the
 * same probabilities for the same sentence, whatever else is in the list.
 */
public interface StanceModel extends AutoCloseable {
  /**
   * Scores sentences.
   *
   * @param sentences any number of them
   * @return one distribution per sentence, in the same order
   */
  List<StanceProbabilities> predict(List<Sentence> sentences);

  /** Scores every sentence of a document. */
  default DocumentStance predict(Document document) {
    List<StanceProbabilities> probabilities = predict(document.sentences());
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < probabilities.size(); i++) {
      predictions.add(new Prediction(document.sentences().get(i), probabilities.get(i)));
    }
    return new DocumentStance(document.id(), predictions);
  }

  /** Releases native memory. May be called more than once. */
  @Override
  void close();
}

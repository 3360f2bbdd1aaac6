package org.stance4j.pipeline;

import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;

/**
 * A model that is told the target of sentences that name none, such as those of an article.
 *
 * @param model scores the sentences; closed by its owner
 * @param target one of those that the model knows
 */
public record TargetedModel(StanceModel model, String target) implements StanceModel {
  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    return model.predict(
        sentences.stream()
            .map(sentence -> sentence.target().isEmpty() ? sentence.withTarget(target) : sentence)
            .toList());
  }

  @Override
  public void close() {
    // the model's owner closes it
  }
}

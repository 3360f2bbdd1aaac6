package org.stance4j.pipeline;

import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.text.TextNormalizer;

/**
 * A model that is told the target of sentences that name none, such as those of an article.
 *
 * @param model scores the sentences; closed by its owner
 * @param target one of those that the model knows; empty to tell none
 */
public record TargetedModel(StanceModel model, String target) implements StanceModel {
  public TargetedModel {
    target = TextNormalizer.normalize(target);
  }

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    return model.predict(
        sentences.stream()
            .map(
                sentence ->
                    TextNormalizer.normalize(sentence.target()).isEmpty()
                        ? sentence.withTarget(target)
                        : sentence)
            .toList());
  }

  @Override
  public void close() {
    // the model's owner closes it
  }
}

package org.stance4j.evaluation;

import java.util.List;

/**
 * A model's name and its scored examples.
 *
 * @param name name of the model
 * @param examples in the order of the data
 */
public record ScoredModel(String name, List<ScoredExample> examples) {
  public ScoredModel {
    examples = List.copyOf(examples);
  }
}

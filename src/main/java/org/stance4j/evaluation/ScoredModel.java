package org.stance4j.evaluation;

import java.util.List;

/**
 * A model's name and its scored examples.
 *
 * @param name name of the model
 * @param family the same for models that differ in nothing but the seed of their training
 * @param examples in the order of the data
 */
public record ScoredModel(String name, String family, List<ScoredExample> examples) {
  public ScoredModel {
    examples = List.copyOf(examples);
  }

  /** A model that no other differs from in its seed alone. */
  public ScoredModel(String name, List<ScoredExample> examples) {
    this(name, name, examples);
  }
}

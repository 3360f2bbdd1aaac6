package org.stance4j.behaviour;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;

/**
 * One test: a sentence, perhaps an edit of it, and what a model must say.
 *
 * @param id unique within its suite
 * @param capability what is tested, such as {@code negation}
 * @param text the sentence, with its neighbours and target
 * @param edit the edited sentence in the same place; {@code null} exactly for minimum functionality
 * @param expectation what is demanded
 */
public record BehaviourTest(
    String id, String capability, Sentence text, @Nullable Sentence edit, Expectation expectation) {
  public BehaviourTest {
    if ((edit == null) != (expectation.kind() == TestKind.MFT)) {
      throw new IllegalArgumentException(
          "an edit belongs to every test but those of minimum functionality, in test " + id);
    }
  }

  /** The kind of test. */
  public TestKind kind() {
    return expectation.kind();
  }

  /** The sentence, then the edit if there is one. */
  public List<Sentence> sentences() {
    return edit == null ? List.of(text) : List.of(text, edit);
  }

  /** The edit; the sentence itself where there is none. */
  Sentence last() {
    return Objects.requireNonNullElse(edit, text);
  }
}

package org.stance4j.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.TextSpan;

/**
 * Leaves out one word of a sentence at a time and asks any model again, between the same
 * neighbours; all in one call. See {@link ExplanationMethod#OCCLUSION}.
 *
 * <p>Words that say the same hide each other: without the one, the other still speaks. A model that
 * reads several sentences of a document at once is asked of each alone between its neighbours, so
 * that its probabilities may differ from those of the whole document.
 */
public final class Occlusion implements Explainer {
  /** Words of a sentence that are left out in turn; those beyond are not looked at. */
  public static final int MOST_WORDS = 80;

  private final StanceModel model;

  /** Explains this model, which is closed by its owner. */
  public Occlusion(StanceModel model) {
    this.model = model;
  }

  @Override
  public ExplanationMethod method() {
    return ExplanationMethod.OCCLUSION;
  }

  @Override
  public List<Explanation> explain(List<Sentence> sentences) {
    List<Sentence> asked = new ArrayList<>();
    for (Sentence sentence : sentences) {
      add(sentence, asked);
    }
    List<StanceProbabilities> answers = model.predict(asked);
    List<Explanation> explanations = new ArrayList<>();
    int at = 0;
    for (Sentence sentence : sentences) {
      List<TextSpan> words = words(sentence);
      int variants = 1 + words.size() + (hasContext(sentence) ? 1 : 0);
      explanations.add(explanation(sentence, words, answers.subList(at, at + variants)));
      at += variants;
    }
    return explanations;
  }

  /** The sentence, without each of its words, then without its neighbours. */
  private static void add(Sentence sentence, List<Sentence> asked) {
    String text = sentence.text();
    asked.add(variant(sentence, text, sentence.previous(), sentence.next(), asked.size()));
    for (TextSpan word : words(sentence)) {
      asked.add(
          variant(
              sentence,
              SentenceWords.without(word, text),
              sentence.previous(),
              sentence.next(),
              asked.size()));
    }
    if (hasContext(sentence)) {
      asked.add(variant(sentence, text, null, null, asked.size()));
    }
  }

  /** A document of its own each, so that no model joins one variant to another sentence. */
  private static Sentence variant(
      Sentence sentence,
      String text,
      @Nullable String previous,
      @Nullable String next,
      int number) {
    return new Sentence(
        sentence.documentId() + "#" + number,
        text,
        sentence.span(),
        sentence.kind(),
        previous,
        next,
        sentence.target());
  }

  private static List<TextSpan> words(Sentence sentence) {
    List<TextSpan> words = SentenceWords.of(sentence.text());
    return words.subList(0, Math.min(MOST_WORDS, words.size()));
  }

  private static boolean hasContext(Sentence sentence) {
    return sentence.previous() != null || sentence.next() != null;
  }

  private static Explanation explanation(
      Sentence sentence, List<TextSpan> words, List<StanceProbabilities> answers) {
    StanceProbabilities whole = answers.get(0);
    List<WordPull> pulls = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      pulls.add(
          new WordPull(
              SentenceWords.cut(sentence.text(), words.get(i)),
              words.get(i),
              difference(whole, answers.get(i + 1))));
    }
    return new Explanation(
        sentence.text(),
        whole,
        ExplanationMethod.OCCLUSION,
        pulls,
        hasContext(sentence) ? difference(whole, answers.get(answers.size() - 1)) : Pull.NONE,
        Pull.NONE,
        SentenceWords.of(sentence.text()).size() - words.size());
  }

  private static Pull difference(StanceProbabilities with, StanceProbabilities without) {
    double[] pulls = new double[Stance.COUNT];
    double[] before = with.toArray();
    double[] after = without.toArray();
    for (int k = 0; k < pulls.length; k++) {
      pulls[k] = before[k] - after[k];
    }
    return Pull.of(pulls);
  }
}

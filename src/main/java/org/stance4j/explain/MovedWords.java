package org.stance4j.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.ScoredExample;

/**
 * Why a sentence was fixed or broken: the words whose pull towards the gold stance moved most from
 * one model to the other. Both are asked by {@link Occlusion}, so that the pulls have one unit.
 *
 * @param change the sentence and both answers
 * @param words at most {@link #MOST_WORDS}, the one that moved most first; none that moved less
 *     than 0.005
 */
public record MovedWords(ChangedSentence change, List<MovedWord> words) {
  /** Words told of a sentence. */
  public static final int MOST_WORDS = 5;

  private static final double LEAST = 0.005;
  private static final Comparator<MovedWord> MOVED_MOST =
      Comparator.comparingDouble((MovedWord word) -> -Math.abs(word.moved()))
          .thenComparingInt(word -> word.span().start());

  public MovedWords {
    words = List.copyOf(words);
  }

  /**
   * The words of the fixed and broken sentences in which the probability of the gold stance moved
   * most.
   *
   * @param first name of the first model
   * @param before its answers
   * @param firstModel the model itself
   * @param second name of the other model
   * @param after its answers to the same examples in the same order
   * @param secondModel the model itself
   * @param most how many sentences at most
   * @return the sentence that moved most first
   */
  public static List<MovedWords> of(
      String first,
      List<ScoredExample> before,
      StanceModel firstModel,
      String second,
      List<ScoredExample> after,
      StanceModel secondModel,
      int most) {
    List<ChangedSentence> chosen = changed(first, before, second, after, most);
    List<Sentence> sentences = chosen.stream().map(one -> one.example().sentence()).toList();
    List<Explanation> old = new Occlusion(firstModel).explain(sentences);
    List<Explanation> now = new Occlusion(secondModel).explain(sentences);
    List<MovedWords> moved = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Stance gold = chosen.get(i).example().stance();
      moved.add(new MovedWords(chosen.get(i), moved(old.get(i), now.get(i), gold)));
    }
    return moved;
  }

  private static List<ChangedSentence> changed(
      String first,
      List<ScoredExample> before,
      String second,
      List<ScoredExample> after,
      int most) {
    List<ChangedSentence> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).correct() != after.get(i).correct()) {
        changed.add(
            new ChangedSentence(
                before.get(i).example(),
                first,
                before.get(i).probabilities(),
                second,
                after.get(i).probabilities()));
      }
    }
    changed.sort(
        Comparator.comparingDouble(MovedWords::size)
            .reversed()
            .thenComparing(change -> change.example().id()));
    return changed.subList(0, Math.min(most, changed.size()));
  }

  private static double size(ChangedSentence change) {
    Stance gold = change.example().stance();
    return Math.abs(change.after().of(gold) - change.before().of(gold));
  }

  private static List<MovedWord> moved(Explanation before, Explanation after, Stance gold) {
    List<MovedWord> moved = new ArrayList<>();
    for (int i = 0; i < before.words().size(); i++) {
      WordPull word = before.words().get(i);
      moved.add(
          new MovedWord(
              word.word(),
              word.span(),
              word.pull().towards(gold),
              after.words().get(i).pull().towards(gold)));
    }
    return moved.stream()
        .filter(word -> Math.abs(word.moved()) >= LEAST)
        .sorted(MOVED_MOST)
        .limit(MOST_WORDS)
        .toList();
  }
}

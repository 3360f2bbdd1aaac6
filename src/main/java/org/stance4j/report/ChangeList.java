package org.stance4j.report;

import java.util.Comparator;
import java.util.List;
import org.stance4j.Stance;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.Slicer;

/**
 * The sentences of one pair of models that a page lists: those to which the models give different
 * stances, from the one whose gold stance lost or won most probability on; ties in the order of the
 * data.
 *
 * @param pair the two models
 * @param rows the first of the changed sentences
 * @param total number of changed sentences
 * @param answers number of sentences by the first model's answer, then by the second's, both in the
 *     order of {@link Stance}
 */
public record ChangeList(
    PairedDifference pair, List<Row> rows, int total, List<List<Integer>> answers) {
  public ChangeList {
    rows = List.copyOf(rows);
    answers = answers.stream().map(List::copyOf).toList();
  }

  /**
   * A sentence of the list.
   *
   * @param change what the two models say of it
   * @param parts places of its parts among {@link PairedDifference#slices}, from 0
   */
  public record Row(ChangedSentence change, List<Integer> parts) {
    public Row {
      parts = List.copyOf(parts);
    }

    /** What the gold stance won, second − first; negative where it lost. */
    public double gain() {
      return swing(change);
    }

    /** The parts with a blank between them. */
    public String partList() {
      return SentenceList.join(parts);
    }
  }

  /**
   * Chooses the sentences.
   *
   * @param comparison holds the pair
   * @param pair the two models
   * @param slicers what the comparison was divided by; empty where sentences need not be found by
   *     part
   * @param most how many rows at most
   */
  static ChangeList of(
      ModelComparison comparison, PairedDifference pair, List<Slicer> slicers, int most) {
    List<ChangedSentence> changes =
        comparison.changes().stream()
            .filter(change -> change.second().equals(pair.second()))
            .toList();
    PartIndex parts =
        new PartIndex(
            slicers,
            pair.slices().stream()
                .map(slice -> new PartIndex.Part(slice.attribute(), slice.value()))
                .toList());
    return new ChangeList(
        pair,
        changes.stream()
            .sorted(Comparator.comparingDouble(change -> -Math.abs(swing(change))))
            .limit(most)
            .map(change -> new Row(change, parts.of(change.example())))
            .toList(),
        changes.size(),
        answers(comparison.evaluation(pair.first()), changes));
  }

  /** How many sentences the list leaves out. */
  public int left() {
    return total - rows.size();
  }

  /** Number of sentences with these two answers. */
  public int count(Stance first, Stance second) {
    return answers.get(first.ordinal()).get(second.ordinal());
  }

  private static double swing(ChangedSentence change) {
    Stance gold = change.example().stance();
    return change.after().of(gold) - change.before().of(gold);
  }

  private static List<List<Integer>> answers(Evaluation first, List<ChangedSentence> changes) {
    Integer[][] counts = new Integer[Stance.COUNT][Stance.COUNT];
    for (Stance before : Stance.values()) {
      int same = first.confusion().predicted(before);
      for (Stance after : Stance.values()) {
        int moved =
            (int)
                changes.stream()
                    .filter(change -> change.before().stance() == before)
                    .filter(change -> change.after().stance() == after)
                    .count();
        counts[before.ordinal()][after.ordinal()] = moved;
        same -= moved;
      }
      counts[before.ordinal()][before.ordinal()] = same;
    }
    return List.of(counts).stream().map(List::of).toList();
  }
}

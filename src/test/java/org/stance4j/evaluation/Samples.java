package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/** Small data for the tests of this package. */
@SuppressWarnings("EnumOrdinal") // probabilities are in the declaration order of Stance
final class Samples {
  private Samples() {}

  static Example example(String id, Stance gold, String group) {
    return new Example(
        id,
        Sentence.alone(id, "Sentence " + id + "."),
        gold,
        null,
        group,
        Example.attributes(Map.of()));
  }

  static StanceProbabilities sure(Stance stance) {
    double[] values = {0.1, 0.1, 0.1};
    values[stance.ordinal()] = 0.8;
    return StanceProbabilities.of(values);
  }

  static ScoredExample scored(String id, Stance gold, Stance predicted, String group) {
    return new ScoredExample(example(id, gold, group), sure(predicted));
  }

  /** Stances from letters: p, a, n. */
  static List<Stance> stances(String letters) {
    return letters
        .chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case 'p' -> Stance.PRO;
                  case 'a' -> Stance.ANTI;
                  case 'n' -> Stance.NEUTRAL;
                  default -> throw new IllegalArgumentException("letter " + (char) letter);
                })
        .toList();
  }

  /** Row i belongs to group i / size. */
  static List<ScoredExample> scored(String gold, String predicted, int size) {
    List<Stance> golds = stances(gold);
    List<Stance> predictions = stances(predicted);
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < golds.size(); i++) {
      scored.add(scored("s" + i, golds.get(i), predictions.get(i), "g" + i / size));
    }
    return scored;
  }

  /**
   * Clustered answers: every cluster has its own chance of being right, drawn evenly from centre ±
   * spread, and its own size from 8 to 16.
   */
  static List<ScoredExample> clustered(
      int clusters, double centre, double spread, SplittableRandom random) {
    List<ScoredExample> scored = new ArrayList<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      double chance = centre + spread * (2 * random.nextDouble() - 1);
      int size = 8 + random.nextInt(9);
      for (int i = 0; i < size; i++) {
        Stance gold = Stance.values()[random.nextInt(Stance.COUNT)];
        Stance other = Stance.values()[(gold.ordinal() + 1 + random.nextInt(2)) % Stance.COUNT];
        String id = "s" + scored.size();
        scored.add(scored(id, gold, random.nextDouble() < chance ? gold : other, "g" + cluster));
      }
    }
    return scored;
  }

  static Dataset dataset(int... groupSizes) {
    List<Example> examples = new ArrayList<>();
    for (int group = 0; group < groupSizes.length; group++) {
      for (int i = 0; i < groupSizes[group]; i++) {
        Stance stance = Stance.values()[examples.size() % Stance.COUNT];
        examples.add(example("s" + examples.size(), stance, "g" + group));
      }
    }
    return new Dataset("sample", examples);
  }
}

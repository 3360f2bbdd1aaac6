package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceSet;

/**
 * Label sets at one coverage: a stance is in the set of a sentence if its probability is at least
 * the stance's threshold. Made by {@link ConformalCalibration}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param coverage in (0, 1)
 * @param thresholds least probability by stance, in [0, 1]; a stance without one is in no set
 */
public record ConformalSets(double coverage, Map<Stance, Double> thresholds) {
  public ConformalSets {
    Map<Stance, Double> copy = new EnumMap<>(Stance.class);
    copy.putAll(thresholds);
    thresholds = Collections.unmodifiableMap(copy);
  }

  /** The set of a sentence with these probabilities; may be empty. */
  public StanceSet of(StanceProbabilities probabilities) {
    List<Stance> stances = new ArrayList<>();
    thresholds.forEach(
        (stance, threshold) -> {
          if (probabilities.of(stance) >= threshold) {
            stances.add(stance);
          }
        });
    return StanceSet.of(stances);
  }
}

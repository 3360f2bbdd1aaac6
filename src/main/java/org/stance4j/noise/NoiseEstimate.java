package org.stance4j.noise;

import java.util.List;
import org.stance4j.evaluation.Interval;

/**
 * How many labels are likely wrong, and which. Immutable; made by {@link ConfidentLearning}.
 *
 * @param joint given against likely labels
 * @param wrongShare 95 % interval of {@link ConfidentJoint#wrongShare}, groups resampled
 * @param issues the labels that are likely wrong, the most suspicious first
 */
public record NoiseEstimate(ConfidentJoint joint, Interval wrongShare, List<LabelIssue> issues) {
  public NoiseEstimate {
    issues = List.copyOf(issues);
  }
}

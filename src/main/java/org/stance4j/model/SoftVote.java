package org.stance4j.model;

import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * The weighted mean of the members' probabilities.
 *
 * @param weights one per member, each above 0; only their ratios matter
 */
record SoftVote(List<Float> weights) implements Combiner {
  static final String TYPE = "soft-vote";

  SoftVote {
    weights = List.copyOf(weights);
    if (weights.size() < 2 || weights.stream().anyMatch(weight -> !(weight > 0))) {
      throw new TensorFormatException(
          "a soft vote needs the weights of at least two members, each above 0, got " + weights);
    }
  }

  static SoftVote restore(TensorBundle state) {
    float[] weights = state.floats("weights", -1);
    Float[] boxed = new Float[weights.length];
    for (int m = 0; m < boxed.length; m++) {
      boxed[m] = weights[m];
    }
    return new SoftVote(List.of(boxed));
  }

  @Override
  public int members() {
    return weights.size();
  }

  @Override
  public StanceProbabilities combine(List<StanceProbabilities> answers) {
    double[] mean = new double[Stance.COUNT];
    double sum = 0;
    for (int m = 0; m < weights.size(); m++) {
      double[] answer = answers.get(m).toArray();
      for (int k = 0; k < mean.length; k++) {
        mean[k] += weights.get(m) * answer[k];
      }
      sum += weights.get(m);
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= sum;
    }
    return StanceProbabilities.of(mean);
  }

  @Override
  public TensorBundle state() {
    float[] values = new float[weights.size()];
    for (int m = 0; m < values.length; m++) {
      values[m] = weights.get(m);
    }
    return TensorBundle.of(
        Map.of("type", TYPE), Map.of("weights", Tensor.ofFloats(values, values.length)));
  }
}

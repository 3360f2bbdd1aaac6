package org.stance4j.explain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.noise.ConfidentJoint;

/**
 * Where a model errs, and what a person should look at first. Immutable; the same model, data and
 * training sentences give the same analysis.
 *
 * <p>An example is a <b>label suspect</b> if the model gives it another stance than its label, that
 * stance reaches the threshold of {@link ConfidentJoint} (the mean probability of the stance over
 * the examples labelled so), and more than half of its neighbours, where there are any, are
 * labelled as the model says. A suspicion, no verdict: a model and the data that it learnt from may
 * share an error.
 *
 * @param n number of examples
 * @param errors number of those to which the model gives another stance than their label
 * @param method how the pulls of words were found
 * @param neighbours what the neighbours are; {@code null} where none were looked for
 * @param confident the errors with the largest probability of the wrong stance, the largest first
 * @param uncertain the examples with the smallest margin between the two most probable stances
 *     (Scheffer, Decomain and Wrobel 2001), the smallest first
 * @param suspects errors whose label may be wrong, the largest probability of the model's stance
 *     first
 */
public record ErrorAnalysis(
    int n,
    int errors,
    ExplanationMethod method,
    @Nullable NeighbourSource neighbours,
    List<ExplainedExample> confident,
    List<ScoredExample> uncertain,
    List<ExplainedExample> suspects) {
  private static final Comparator<ScoredExample> MOST_CONFIDENT =
      Comparator.comparingDouble((ScoredExample one) -> -one.probabilities().of(one.predicted()))
          .thenComparing(one -> one.example().id());
  private static final Comparator<ScoredExample> LEAST_CERTAIN =
      Comparator.comparingDouble(ErrorAnalysis::margin).thenComparing(one -> one.example().id());

  public ErrorAnalysis {
    confident = List.copyOf(confident);
    uncertain = List.copyOf(uncertain);
    suspects = List.copyOf(suspects);
  }

  /**
   * Where neighbours come from.
   *
   * @param encoder what makes the embeddings
   * @param sentences number of different training sentences
   * @param k how many neighbours of each sentence
   */
  public record NeighbourSource(String encoder, int sentences, int k) {}

  /**
   * Analyses a model's answers.
   *
   * @param scored at least one example with the model's probabilities
   * @param explainer of the same model
   * @param nearest finds neighbours among what the model learnt from; {@code null} to look for none
   * @param k how many neighbours of each sentence, at least 1
   * @param most how many examples of each list at most, at least 1
   */
  public static ErrorAnalysis of(
      List<ScoredExample> scored,
      Explainer explainer,
      @Nullable NearestSentences nearest,
      int k,
      int most) {
    if (k < 1 || most < 1) {
      throw new IllegalArgumentException(
          "neighbours and examples must be at least 1, got " + k + " and " + most);
    }
    List<ScoredExample> errors =
        scored.stream().filter(one -> !one.correct()).sorted(MOST_CONFIDENT).toList();
    List<ScoredExample> confident = errors.stream().limit(most).toList();
    ConfidentJoint joint = ConfidentJoint.of(scored);
    List<ScoredExample> doubted =
        errors.stream()
            .filter(
                one ->
                    joint.likely(one.probabilities()).filter(one.predicted()::equals).isPresent())
            .limit(most)
            .toList();
    Map<ScoredExample, ExplainedExample> explained =
        explain(confident, doubted, explainer, nearest, k);
    return new ErrorAnalysis(
        scored.size(),
        errors.size(),
        explainer.method(),
        nearest == null ? null : new NeighbourSource(nearest.encoderName(), nearest.size(), k),
        of(confident, explained),
        scored.stream().sorted(LEAST_CERTAIN).limit(most).toList(),
        of(doubted, explained).stream().filter(ErrorAnalysis::neighboursAgree).toList());
  }

  private static Map<ScoredExample, ExplainedExample> explain(
      List<ScoredExample> confident,
      List<ScoredExample> doubted,
      Explainer explainer,
      @Nullable NearestSentences nearest,
      int k) {
    Set<ScoredExample> union = new LinkedHashSet<>(confident);
    union.addAll(doubted);
    List<ScoredExample> all = List.copyOf(union);
    List<Sentence> sentences = all.stream().map(one -> one.example().sentence()).toList();
    List<Explanation> explanations = explainer.explain(sentences);
    List<List<Neighbour>> neighbours = nearest == null ? List.of() : nearest.of(sentences, k);
    Map<ScoredExample, ExplainedExample> explained = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      explained.put(
          all.get(i),
          new ExplainedExample(
              all.get(i), explanations.get(i), nearest == null ? List.of() : neighbours.get(i)));
    }
    return explained;
  }

  private static List<ExplainedExample> of(
      List<ScoredExample> examples, Map<ScoredExample, ExplainedExample> explained) {
    return examples.stream().map(one -> Objects.requireNonNull(explained.get(one))).toList();
  }

  private static boolean neighboursAgree(ExplainedExample one) {
    return one.neighbours().isEmpty()
        || 2 * one.labelled(one.scored().predicted()) > one.neighbours().size();
  }

  /** Probability of the most probable stance minus that of the second, in [0, 1]. */
  public static double margin(ScoredExample scored) {
    double best = scored.probabilities().of(scored.predicted());
    double second = 0;
    for (Stance stance : Stance.values()) {
      if (stance != scored.predicted()) {
        second = Math.max(second, scored.probabilities().of(stance));
      }
    }
    return best - second;
  }
}

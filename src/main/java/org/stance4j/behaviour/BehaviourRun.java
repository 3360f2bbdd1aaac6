package org.stance4j.behaviour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;

/**
 * What one model did in one suite. Immutable; the same model and suite give the same run.
 *
 * @param model name of the model
 * @param suite name of the suite
 * @param sha256 hash of the suite's file
 * @param capabilities one result each, in the order of the suite
 */
public record BehaviourRun(
    String model, String suite, String sha256, List<CapabilityResult> capabilities) {
  public BehaviourRun {
    capabilities = List.copyOf(capabilities);
  }

  /**
   * Asks a model all sentences of a suite, each once.
   *
   * @param name of the model
   * @throws IllegalArgumentException if the model does not know the target of a test
   */
  public static BehaviourRun of(String name, StanceModel model, BehaviourSuite suite) {
    Map<Sentence, StanceProbabilities> answers = answers(model, suite);
    Map<String, List<TestOutcome>> outcomes = new LinkedHashMap<>();
    for (BehaviourTest test : suite.tests()) {
      outcomes
          .computeIfAbsent(test.capability(), key -> new ArrayList<>())
          .add(new TestOutcome(test, answer(answers, test.text()), answer(answers, test.last())));
    }
    List<CapabilityResult> capabilities = new ArrayList<>();
    outcomes.forEach(
        (capability, list) -> capabilities.add(new CapabilityResult(capability, list)));
    return new BehaviourRun(name, suite.name(), suite.sha256(), capabilities);
  }

  private static Map<Sentence, StanceProbabilities> answers(
      StanceModel model, BehaviourSuite suite) {
    List<Sentence> sentences =
        suite.tests().stream().flatMap(test -> test.sentences().stream()).distinct().toList();
    List<StanceProbabilities> probabilities = model.predict(sentences);
    Map<Sentence, StanceProbabilities> answers = new LinkedHashMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      answers.put(sentences.get(i), probabilities.get(i));
    }
    return answers;
  }

  private static StanceProbabilities answer(
      Map<Sentence, StanceProbabilities> answers, Sentence sentence) {
    StanceProbabilities answer = answers.get(sentence);
    if (answer == null) {
      throw new IllegalStateException("no answer on: " + sentence.text());
    }
    return answer;
  }

  /** Failures among all tests. */
  public FailureRate rate() {
    return FailureRate.of(outcomes());
  }

  /** Failures by kind of test, in declaration order; kinds without a test are left out. */
  public Map<TestKind, FailureRate> byKind() {
    Map<TestKind, FailureRate> rates = new EnumMap<>(TestKind.class);
    for (TestKind kind : TestKind.values()) {
      List<TestOutcome> some =
          outcomes().stream().filter(outcome -> outcome.test().kind() == kind).toList();
      if (!some.isEmpty()) {
        rates.put(kind, FailureRate.of(some));
      }
    }
    return rates;
  }

  /**
   * The capabilities that failed most often, the worst first; of equal ones, the first of the
   * suite. None of those without a failure.
   *
   * @param most how many at most
   */
  public List<CapabilityResult> worst(int most) {
    return capabilities.stream()
        .filter(result -> result.rate().failures() > 0)
        .sorted(
            Comparator.comparingDouble((CapabilityResult result) -> result.rate().rate())
                .reversed())
        .limit(most)
        .toList();
  }

  private List<TestOutcome> outcomes() {
    return capabilities.stream()
        .map(CapabilityResult::outcomes)
        .flatMap(Collection::stream)
        .toList();
  }
}

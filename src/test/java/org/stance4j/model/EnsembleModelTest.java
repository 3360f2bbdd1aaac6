package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.TextSpan;
import org.stance4j.classifier.MajorityClassifier;
import org.stance4j.classifier.tribuo.TribuoLinearTrainer;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class EnsembleModelTest {
  private static final ModelTrainer WORDS =
      new FeatureModelTrainer(
          new NgramExtractor(new NgramSettings(1, 1, 0, 1, 1000)),
          new TribuoLinearTrainer(10, true));
  private static final ModelTrainer SHARES =
      new FeatureModelTrainer(
          new NgramExtractor(new NgramSettings(1, 1, 0, 1, 1)), MajorityClassifier.trainer());

  private static Dataset dataset(String target) {
    List<Example> examples = new ArrayList<>();
    for (String noun : List.of("pact", "patrol", "exercise", "visit", "office", "talks")) {
      add(examples, "Allies welcome the " + noun + ".", Stance.PRO, target, noun);
      add(examples, "Critics reject the " + noun + ".", Stance.ANTI, target, noun);
      add(examples, "Delegates discussed the " + noun + ".", Stance.NEUTRAL, target, noun);
    }
    return new Dataset("tiny", examples);
  }

  private static void add(
      List<Example> examples, String text, Stance stance, String target, String group) {
    String id = target + examples.size();
    Sentence sentence =
        new Sentence(
            id, text, new TextSpan(0, text.length()), SentenceKind.BODY, null, null, target);
    examples.add(new Example(id, sentence, stance, null, group, Example.attributes(Map.of())));
  }

  private static FittedModel vote(float... weights) {
    List<Float> list = new ArrayList<>();
    for (float weight : weights) {
      list.add(weight);
    }
    return new EnsembleTrainer(List.of(WORDS, SHARES), new EnsembleTrainer.Vote(list))
        .train(dataset(""), 17);
  }

  private static void assertRestores(FittedModel model, List<Sentence> sentences) {
    SortedMap<String, byte[]> files = model.files("");
    FittedModel again = ModelFiles.restore(files, spec -> fail());
    assertEquals(model.predict(sentences), again.predict(sentences));
    SortedMap<String, byte[]> written = again.files("");
    assertEquals(files.keySet(), written.keySet());
    files.forEach((name, bytes) -> assertArrayEquals(bytes, written.get(name), name));
  }

  private static SentenceEncoder fail() {
    throw new AssertionError("no encoder is needed");
  }

  @Test
  void aSoftVoteIsTheWeightedMeanOfItsMembers() {
    SoftVote vote = new SoftVote(List.of(1f, 3f));
    StanceProbabilities mean =
        vote.combine(
            List.of(new StanceProbabilities(1, 0, 0), new StanceProbabilities(0.2, 0.4, 0.4)));
    assertEquals(0.4, mean.pro(), 1e-12);
    assertEquals(0.3, mean.anti(), 1e-12);
    assertEquals(0.3, mean.neutral(), 1e-12);
  }

  @Test
  void anEnsembleComesBackFromItsFiles() {
    FittedModel model = vote(1, 2);
    assertEquals(
        List.of(
            "composite.safetensors",
            "member-1.classifier.safetensors",
            "member-1.features.safetensors",
            "member-2.classifier.safetensors",
            "member-2.features.safetensors"),
        List.copyOf(model.files("").keySet()));
    assertRestores(model, dataset("").sentences());
  }

  @Test
  void stackingTrustsTheMemberThatIsRight() {
    Random random = new Random(5);
    List<Stance> gold = new ArrayList<>();
    List<StanceProbabilities> good = new ArrayList<>();
    List<StanceProbabilities> noise = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Stance stance = Stance.values()[i % Stance.COUNT];
      gold.add(stance);
      good.add(sure(stance, 0.6));
      noise.add(sure(Stance.values()[random.nextInt(Stance.COUNT)], 0.9));
    }
    Stacking stacking = Stacking.fit(List.of(good, noise), gold, true);
    for (Stance stance : Stance.values()) {
      for (Stance other : Stance.values()) {
        assertEquals(
            stance, stacking.combine(List.of(sure(stance, 0.6), sure(other, 0.9))).stance());
      }
    }
    Stacking again = Stacking.restore(stacking.state());
    assertEquals(
        stacking.combine(List.of(good.get(0), noise.get(0))),
        again.combine(List.of(good.get(0), noise.get(0))));
  }

  private static StanceProbabilities sure(Stance stance, double probability) {
    double[] values = new double[Stance.COUNT];
    Arrays.fill(values, (1 - probability) / 2);
    values[stance.ordinal()] = probability;
    return StanceProbabilities.of(values);
  }

  @Test
  void aStackLearnsFromGroupsThatItsMembersHadNotSeen() {
    FittedModel model =
        new EnsembleTrainer(List.of(WORDS, SHARES), new EnsembleTrainer.Stack(3, true))
            .train(dataset(""), 17);
    assertRestores(model, dataset("").sentences());
    Dataset single = dataset("").select(List.of(0, 1, 2));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new EnsembleTrainer(List.of(WORDS, SHARES), new EnsembleTrainer.Stack(3, true))
                        .train(single, 17))
            .getMessage()
            .contains("is a single group; stacking is fitted on held-out groups"));
  }

  @Test
  void eachTargetHasAModelOfItsOwn() {
    Dataset tea = dataset("tea");
    // towards coffee the same words mean the opposite
    List<Example> swapped = new ArrayList<>();
    for (Example example : dataset("coffee").examples()) {
      Stance other =
          switch (example.stance()) {
            case PRO -> Stance.ANTI;
            case ANTI -> Stance.PRO;
            case NEUTRAL -> Stance.NEUTRAL;
          };
      swapped.add(
          new Example(
              example.id(),
              example.sentence(),
              other,
              null,
              example.group(),
              example.attributes()));
    }
    Dataset both = tea.and(new Dataset("coffee", swapped));
    FittedModel model = new PerTargetTrainer(WORDS).train(both, 17);
    assertEquals(
        both.stances(),
        model.predict(both.sentences()).stream().map(StanceProbabilities::stance).toList());
    assertRestores(model, both.sentences());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> model.predict(List.of(Sentence.alone("a", "Allies welcome it."))))
            .getMessage()
            .startsWith("a sentence names no target; this model was trained on coffee, tea"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new PerTargetTrainer(WORDS).train(dataset(""), 17))
            .getMessage()
            .contains("names no target"));
  }

  @Test
  void damagedPartsAreNamed() {
    SortedMap<String, byte[]> files = new TreeMap<>(vote(1, 2).files(""));
    files.remove("member-2.classifier.safetensors");
    assertDamage(files, "file member-2.classifier.safetensors is missing");
    assertDamage(composite("throng", "weights", 1, 1), "unknown kind of model 'throng'");
    assertDamage(composite("soft-vote", "weights", 1), "at least two members");
    assertDamage(composite("soft-vote", "weights", 1, -1), "each above 0");
    assertDamage(composite("soft-vote", "wait", 1, 1), "no tensor 'weights'");
    SortedMap<String, byte[]> deep = new TreeMap<>();
    String prefix = "";
    for (int depth = 0; depth < 9; depth++) {
      deep.put(
          prefix + "composite.safetensors",
          composite("soft-vote", "weights", 1, 1).get("composite.safetensors"));
      prefix += "member-1.";
    }
    assertDamage(deep, "nested more than");
  }

  private static SortedMap<String, byte[]> composite(String type, String name, float... values) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(
        "composite.safetensors",
        SafeTensors.write(
            TensorBundle.of(
                Map.of("type", type), Map.of(name, Tensor.ofFloats(values, values.length)))));
    return files;
  }

  private static void assertDamage(SortedMap<String, byte[]> files, String message) {
    String actual =
        assertThrows(TensorFormatException.class, () -> ModelFiles.restore(files, spec -> fail()))
            .getMessage();
    assertTrue(actual.contains(message), actual);
  }
}

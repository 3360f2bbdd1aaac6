package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.MajorityClassifier;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class EnsembleModelTest {
  private static FittedModel vote(float... weights) {
    List<Float> list = new ArrayList<>();
    for (float weight : weights) {
      list.add(weight);
    }
    return new EnsembleTrainer(List.of(Tiny.WORDS, Tiny.SHARES), new EnsembleTrainer.Vote(list))
        .train(Tiny.dataset(""), 17);
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

  /** Trains the members in turn, the greedy one while no other is at work. */
  private record Watched(ModelTrainer trainer, boolean takesSeveralThreads, List<String> events)
      implements ModelTrainer {
    @Override
    public FittedModel train(Dataset dataset, long seed) {
      events.add(takesSeveralThreads ? "greedy begins" : "other begins");
      FittedModel model = trainer.train(dataset, seed);
      events.add(takesSeveralThreads ? "greedy ends" : "other ends");
      return model;
    }
  }

  @Test
  void aMemberThatTakesSeveralThreadsIsTrainedByItself() {
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    FittedModel model =
        new EnsembleTrainer(
                List.of(
                    new Watched(Tiny.WORDS, false, events), new Watched(Tiny.SHARES, true, events)),
                new EnsembleTrainer.Vote(List.of(1f, 2f)))
            .train(Tiny.dataset(""), 17);
    assertEquals(List.of("greedy begins", "greedy ends", "other begins", "other ends"), events);
    List<Sentence> sentences = Tiny.dataset("").sentences();
    assertEquals(vote(1, 2).predict(sentences), model.predict(sentences));
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
    Tiny.assertRestores(model, Tiny.dataset("").sentences());
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
        new EnsembleTrainer(List.of(Tiny.WORDS, Tiny.SHARES), new EnsembleTrainer.Stack(3, true))
            .train(Tiny.dataset(""), 17);
    Tiny.assertRestores(model, Tiny.dataset("").sentences());
    Dataset single = Tiny.dataset("").select(List.of(0, 1, 2));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new EnsembleTrainer(
                            List.of(Tiny.WORDS, Tiny.SHARES), new EnsembleTrainer.Stack(3, true))
                        .train(single, 17))
            .getMessage()
            .contains("is a single group; stacking is fitted on held-out groups"));
  }

  @Test
  void eachTargetHasAModelOfItsOwn() {
    Dataset tea = Tiny.dataset("tea");
    // towards coffee the same words mean the opposite
    List<Example> swapped = new ArrayList<>();
    for (Example example : Tiny.dataset("coffee").examples()) {
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
    FittedModel model = new PerTargetTrainer(Tiny.WORDS).train(both, 17);
    assertEquals(
        both.stances(),
        model.predict(both.sentences()).stream().map(StanceProbabilities::stance).toList());
    Tiny.assertRestores(model, both.sentences());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> model.predict(List.of(Sentence.alone("a", "Allies welcome it."))))
            .getMessage()
            .startsWith("a sentence names no target; this model was trained on coffee, tea"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new PerTargetTrainer(Tiny.WORDS).train(Tiny.dataset(""), 17))
            .getMessage()
            .contains("names no target"));
  }

  @Test
  void targetsThatDifferInTypographyAloneAreOne() {
    Dataset data = Tiny.dataset("women\u2019s  rights").and(Tiny.dataset(" women's\u00a0rights"));
    FittedModel model = new PerTargetTrainer(Tiny.WORDS).train(data, 17);
    assertEquals(Set.of("women's rights"), model.targets());
    assertEquals(Set.of("women's rights"), PerTargetTrainer.targets(data));
    assertTrue(model.usesTarget());
    assertEquals(
        model.predict(Tiny.dataset("women's rights").sentences()),
        model.predict(Tiny.dataset("women\u2019s rights\n").sentences()));
    Tiny.assertRestores(model, data.sentences());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new PerTargetTrainer(Tiny.WORDS).train(Tiny.dataset(" \u00a0"), 17))
            .getMessage()
            .contains("names no target; fill the column 'target' or set perTarget: false"));
  }

  @Test
  void modelsTellWhetherTheyUseTheTarget() {
    assertFalse(vote(1, 2).usesTarget());
    assertEquals(Set.of(), vote(1, 2).targets());
    ModelTrainer copies =
        new FeatureModelTrainer(
            new NgramExtractor(new NgramSettings(1, 1, 0, 1, 1000).withTargetCopies(true)),
            MajorityClassifier.trainer());
    assertTrue(
        new EnsembleTrainer(List.of(Tiny.SHARES, copies), new EnsembleTrainer.Vote(List.of(1f, 1f)))
            .train(Tiny.dataset("tea"), 17)
            .usesTarget());
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
        assertThrows(TensorFormatException.class, () -> ModelFiles.restore(files, Tiny.NO_ENCODERS))
            .getMessage();
    assertTrue(actual.contains(message), actual);
  }
}

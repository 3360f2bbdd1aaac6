package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;
import org.stance4j.classifier.MajorityClassifier;
import org.stance4j.classifier.tribuo.TribuoLinearTrainer;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;

/** Data and trainers of a few words. */
final class Tiny {
  /** For models without an encoder. */
  static final EncoderSource NO_ENCODERS =
      spec -> {
        throw new AssertionError("no encoder is needed, but one was asked for: " + spec);
      };

  static final ModelTrainer WORDS =
      new FeatureModelTrainer(
          new NgramExtractor(new NgramSettings(1, 1, 0, 1, 1000)),
          new TribuoLinearTrainer(10, true));
  static final ModelTrainer SHARES =
      new FeatureModelTrainer(
          new NgramExtractor(new NgramSettings(1, 1, 0, 1, 1)), MajorityClassifier.trainer());

  static Dataset dataset(String target) {
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

  private Tiny() {}

  static void assertRestores(FittedModel model, List<Sentence> sentences) {
    SortedMap<String, byte[]> files = model.files("");
    FittedModel again = ModelFiles.restore(files, NO_ENCODERS);
    assertEquals(model.predict(sentences), again.predict(sentences));
    SortedMap<String, byte[]> written = again.files("");
    assertEquals(files.keySet(), written.keySet());
    files.forEach((name, bytes) -> assertArrayEquals(bytes, written.get(name), name));
  }
}

package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.finetune.FineTuneSettings;
import org.stance4j.finetune.FineTuneTrainer;
import org.stance4j.model.EnsembleTrainer;
import org.stance4j.model.FeatureModelTrainer;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.SentenceInput;
import org.stance4j.model.TrainingProgress;

/** What a recipe trains: features and a classifier, or several such together. */
public sealed interface ModelSpec {
  /** A trainer, given how encoders are opened. */
  ModelTrainer trainer(EncoderSource encoders);

  /** What sentences become, once for each model in it. */
  List<FeatureSpec> bodies();

  /** Every encoder that it needs, each once, in the order of the recipe. */
  List<EncoderSpec> encoders();

  /** Every token encoder that it needs, each once, in the order of the recipe. */
  List<TokenSpec> tokenEncoders();

  /** Whether the target has a part in it that a recipe's text section asks for. */
  boolean usesTarget();

  /** How its encoders that learn read sentences, once for each of them. */
  List<SentenceInput> passages();

  /** Its features in a word or two, for lists. */
  String features();

  /** Its classifier in a word or two, for lists. */
  String classifier();

  /**
   * Features and a classifier.
   *
   * @param body what a sentence becomes
   * @param head what learns from it
   */
  record Single(FeatureSpec body, ClassifierSpec head) implements ModelSpec {
    @Override
    public ModelTrainer trainer(EncoderSource encoders) {
      return new FeatureModelTrainer(body.maker().apply(encoders), head.trainer());
    }

    @Override
    public List<FeatureSpec> bodies() {
      return List.of(body);
    }

    @Override
    public List<EncoderSpec> encoders() {
      return body.encoders().stream().distinct().toList();
    }

    @Override
    public List<TokenSpec> tokenEncoders() {
      return body.tokenEncoders().stream().distinct().toList();
    }

    @Override
    public List<SentenceInput> passages() {
      return List.of();
    }

    @Override
    public boolean usesTarget() {
      return body.usesTarget();
    }

    @Override
    public String features() {
      return body.type();
    }

    @Override
    public String classifier() {
      return head.type();
    }
  }

  /**
   * An encoder that learns.
   *
   * @param spec encoder, and how it reads texts
   * @param input what it reads of a sentence
   * @param settings of the training
   */
  record FineTuned(TunedSpec spec, SentenceInput input, FineTuneSettings settings)
      implements ModelSpec {
    /** The name used in recipes. */
    static final String TYPE = "finetune";

    @Override
    public ModelTrainer trainer(EncoderSource encoders) {
      return new FineTuneTrainer(spec, input, settings, encoders, TrainingProgress.SILENT);
    }

    @Override
    public List<FeatureSpec> bodies() {
      return List.of();
    }

    @Override
    public List<EncoderSpec> encoders() {
      return List.of();
    }

    @Override
    public List<TokenSpec> tokenEncoders() {
      TokenSpec frozen = FineTuneTrainer.frozen(spec, settings);
      return spec.eightBits()
          ? List.of(
              frozen,
              new TokenSpec(spec.served(), frozen.layers(), spec.prefix(), spec.maxTokens()))
          : List.of(frozen);
    }

    @Override
    public List<SentenceInput> passages() {
      return List.of(input);
    }

    @Override
    public boolean usesTarget() {
      return input.targetPrefix();
    }

    @Override
    public String features() {
      return "tokens";
    }

    @Override
    public String classifier() {
      return TYPE;
    }
  }

  /**
   * Several models that answer as one.
   *
   * @param members at least two
   * @param combination how their answers become one
   */
  record Ensemble(List<ModelSpec> members, EnsembleTrainer.Combination combination)
      implements ModelSpec {
    public Ensemble {
      members = List.copyOf(members);
    }

    @Override
    public ModelTrainer trainer(EncoderSource encoders) {
      List<ModelTrainer> trainers = new ArrayList<>();
      for (ModelSpec member : members) {
        trainers.add(member.trainer(encoders));
      }
      return new EnsembleTrainer(trainers, combination);
    }

    @Override
    public List<FeatureSpec> bodies() {
      return members.stream().flatMap(member -> member.bodies().stream()).toList();
    }

    @Override
    public List<EncoderSpec> encoders() {
      return members.stream().flatMap(member -> member.encoders().stream()).distinct().toList();
    }

    @Override
    public List<TokenSpec> tokenEncoders() {
      return members.stream()
          .flatMap(member -> member.tokenEncoders().stream())
          .distinct()
          .toList();
    }

    @Override
    public List<SentenceInput> passages() {
      return members.stream().flatMap(member -> member.passages().stream()).toList();
    }

    @Override
    public boolean usesTarget() {
      return members.stream().anyMatch(ModelSpec::usesTarget);
    }

    @Override
    public String features() {
      return members.stream().map(ModelSpec::features).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public String classifier() {
      return (combination instanceof EnsembleTrainer.Vote ? "soft vote of " : "stack of ")
          + members.stream().map(ModelSpec::classifier).collect(Collectors.joining(", "));
    }
  }
}

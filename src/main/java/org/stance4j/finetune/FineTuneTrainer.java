package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.encoder.Encoder;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.Encoders;
import org.stance4j.encoder.LocalEncoder;
import org.stance4j.encoder.Passage;
import org.stance4j.encoder.TokenEncoder;
import org.stance4j.encoder.TokenSpan;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.encoder.TokenVectors;
import org.stance4j.encoder.TunedEncoder;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.evaluation.GroupSplit;
import org.stance4j.model.EncoderModel;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.SentenceInput;
import org.stance4j.model.SentencePassage;
import org.stance4j.model.TrainingProgress;

/**
 * Trains the upper layers of an encoder on stances. What the layers below make of a passage is
 * asked for once and kept by the source.
 *
 * <p>One training at a time, for the memory that each takes.
 *
 * @param spec encoder, whose weights are in single precision, and how it reads texts
 * @param input what it reads of sentences
 * @param settings of the training
 * @param encoders opens the layers that do not learn
 * @param progress told of every step
 */
public record FineTuneTrainer(
    TunedSpec spec,
    SentenceInput input,
    FineTuneSettings settings,
    EncoderSource encoders,
    TrainingProgress progress)
    implements ModelTrainer {
  private static final Object ONE_TRAINING = new Object();
  private static final double MOST_DIFFERENCE = 1e-4;

  /** Sentences on which the loss of precision is measured. */
  private static final int MEASURED = 200;

  public FineTuneTrainer {
    Encoder encoder = spec.encoder();
    if (settings.trainedLayers() > encoder.layers()) {
      throw new IllegalArgumentException(
          "encoder "
              + encoder.id()
              + " has "
              + encoder.layers()
              + " layers, so trainedLayers must be at most that, got "
              + settings.trainedLayers());
    }
  }

  @Override
  public boolean takesSeveralThreads() {
    return true;
  }

  @Override
  public ModelTrainer telling(TrainingProgress listener) {
    return new FineTuneTrainer(spec, input, settings, encoders, listener);
  }

  @Override
  public FittedModel train(Dataset dataset, long seed) {
    if (dataset.size() == 0) {
      throw new IllegalArgumentException(
          "dataset " + dataset.name() + " is empty; there is nothing to learn from");
    }
    Encoder encoder = spec.encoder();
    EncoderWeights weights = EncoderWeights.read(encoder.graph(), encoder.heads(), encoder.id());
    Dataset learnt = dataset;
    @Nullable HeldOutPassages heldOut = null;
    if (settings.stopShare() > 0) {
      List<Integer> parts =
          GroupSplit.parts(dataset, List.of(1 - settings.stopShare(), settings.stopShare()), seed);
      learnt = part(dataset, parts, 0);
      Dataset rest = part(dataset, parts, 1);
      List<SentencePassage> passages = input.of(rest.sentences());
      heldOut = new HeldOutPassages(rows(passages), labels(passages, rest));
    }
    List<SentencePassage> passages = input.of(learnt.sentences());
    if (encoder instanceof LocalEncoder) {
      checkLayers(weights, seed, passages.get(0).passage());
    }
    List<TokenRows> rows = rows(passages);
    List<int[]> labels = labels(passages, learnt);
    synchronized (ONE_TRAINING) {
      try (FineTuner tuner = new FineTuner(weights, settings, seed)) {
        FineTuneProgress watching =
            new FineTuneProgress(tuner, settings.epochs(), heldOut, progress);
        tuner.fit(rows, labels, watching);
        watching.keepBest();
        return export(tuner, passages.get(0).passage(), learnt.sentences());
      }
    }
  }

  /** Tells before the training whether an encoder that nobody tried works as the others do. */
  private void checkLayers(EncoderWeights weights, long seed, Passage passage) {
    synchronized (ONE_TRAINING) {
      try (FineTuner tuner = new FineTuner(weights, settings, seed)) {
        requireSame(difference(tuner, passage));
      }
    }
  }

  private static Dataset part(Dataset dataset, List<Integer> parts, int part) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < parts.size(); row++) {
      if (parts.get(row) == part) {
        rows.add(row);
      }
    }
    return dataset.select(rows);
  }

  private static List<int[]> labels(List<SentencePassage> passages, Dataset dataset) {
    return passages.stream()
        .map(
            passage ->
                passage.rows().stream()
                    .mapToInt(row -> dataset.examples().get(row).stance().ordinal())
                    .toArray())
        .toList();
  }

  /** The layers that do not learn; what they give is what the others learn from. */
  public static TokenSpec frozen(TunedSpec spec, FineTuneSettings settings) {
    int layers = spec.encoder().layers();
    return new TokenSpec(
        spec.encoder(),
        List.of(layers - settings.trainedLayers()),
        spec.prefix(),
        spec.maxTokens());
  }

  private List<TokenRows> rows(List<SentencePassage> passages) {
    TokenEncoder frozen = encoders.tokenEncoder(frozen(spec, settings));
    List<TokenRows> rows = new ArrayList<>(passages.size());
    for (TokenVectors vectors :
        frozen.encodePassages(passages.stream().map(SentencePassage::passage).toList())) {
      rows.add(TokenRows.of(vectors));
    }
    return rows;
  }

  /** What is served must score as what was trained, before its numbers are rounded. */
  private EncoderModel export(FineTuner tuner, Passage passage, List<Sentence> sentences) {
    List<Sentence> measured = sentences.subList(0, Math.min(MEASURED, sentences.size()));
    List<StanceProbabilities> exact;
    try (TunedEncoder exported = exported(tuner)) {
      requireSame(difference(tuner, exported, passage));
      exact = EncoderModel.predict(exported, input, measured);
    }
    EncoderModel model =
        EncoderModel.of(
            spec,
            input,
            tuner.roundedChanges(),
            tuner.parameters().get(Head.WEIGHT).copy(),
            tuner.parameters().get(Head.BIAS).copy());
    DoubleSummaryStatistics moves = moves(exact, model.predict(measured));
    progress.result(
        String.format(
            Locale.ROOT,
            "rounding what is stored moves a probability by at most %.4f on %d sentences, %.4f on"
                + " average",
            moves.getMax(),
            measured.size(),
            moves.getAverage()));
    return model;
  }

  private void requireSame(double difference) {
    if (!(difference <= MOST_DIFFERENCE)) {
      throw new IllegalArgumentException(
          "the layers that are trained and those of the graph differ by "
              + difference
              + " where at most "
              + MOST_DIFFERENCE
              + " is allowed; "
              + spec.encoder().id()
              + " does not compute its layers as BERT does");
    }
  }

  private static DoubleSummaryStatistics moves(
      List<StanceProbabilities> some, List<StanceProbabilities> others) {
    DoubleSummaryStatistics moves = new DoubleSummaryStatistics();
    for (int i = 0; i < some.size(); i++) {
      double[] here = some.get(i).toArray();
      double[] there = others.get(i).toArray();
      for (int k = 0; k < here.length; k++) {
        moves.accept(Math.abs(here[k] - there[k]));
      }
    }
    return moves;
  }

  private TunedEncoder exported(FineTuner tuner) {
    return new TunedEncoder(
        spec.inEightBits(false),
        tuner.changes(),
        tuner.parameters().get(Head.WEIGHT).copy(),
        tuner.parameters().get(Head.BIAS).copy());
  }

  /** Largest difference of a passage's logits, of the trained layers' and of ONNX Runtime's. */
  double difference(FineTuner tuner, Passage passage) {
    try (TunedEncoder exported = exported(tuner)) {
      return difference(tuner, exported, passage);
    }
  }

  private double difference(FineTuner tuner, TunedEncoder exported, Passage passage) {
    TokenSpec frozen = frozen(spec, settings);
    List<TokenSpan> wanted =
        encoders.tokenEncoder(frozen).encodePassages(List.of(passage)).get(0).wanted();
    float[][] trained =
        tuner.logits(List.of(TokenRows.of(Encoders.hiddenState(frozen, passage), wanted))).get(0);
    float[][] served = exported.logits(List.of(passage)).get(0);
    double largest = 0;
    for (int i = 0; i < trained.length; i++) {
      for (int k = 0; k < trained[i].length; k++) {
        largest = Math.max(largest, Math.abs(served[i][k] - trained[i][k]));
      }
    }
    return largest;
  }
}

package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.EncoderText;
import org.stance4j.encoder.Encoders;
import org.stance4j.encoder.TokenEncoder;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.encoder.TokenVectors;
import org.stance4j.encoder.TunedEncoder;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.model.EncoderModel;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.SentenceInput;

/**
 * Trains the upper layers of an encoder on stances. What the layers below make of a sentence is
 * asked for once for each and kept by the source.
 *
 * <p>One training at a time, for the memory that each takes.
 *
 * @param spec encoder, whose weights are in single precision, and how it reads texts
 * @param input what it reads of a sentence
 * @param settings of the training
 * @param encoders opens the layers that do not learn
 */
public record FineTuneTrainer(
    TunedSpec spec, SentenceInput input, FineTuneSettings settings, EncoderSource encoders)
    implements ModelTrainer {
  private static final Object ONE_TRAINING = new Object();
  private static final double MOST_DIFFERENCE = 1e-4;

  public FineTuneTrainer {
    EncoderCatalog encoder = EncoderCatalog.of(spec.encoder());
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
  public FittedModel train(Dataset dataset, long seed) {
    if (dataset.size() == 0) {
      throw new IllegalArgumentException(
          "dataset " + dataset.name() + " is empty; there is nothing to learn from");
    }
    EncoderCatalog encoder = EncoderCatalog.of(spec.encoder());
    EncoderWeights weights =
        EncoderWeights.read(encoder.graph(), encoder.heads(), encoder.id() + ".onnx");
    List<TokenRows> rows = rows(dataset.sentences());
    int[] labels = dataset.stances().stream().mapToInt(Enum::ordinal).toArray();
    synchronized (ONE_TRAINING) {
      // each shard is worked on by one thread; after Nd4j has found its backend, not before
      Nd4j.getExecutioner();
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
      try (FineTuner tuner = new FineTuner(weights, settings, seed)) {
        tuner.fit(rows, labels, (epoch, loss) -> {});
        checkExport(tuner, input.of(dataset.sentences()).get(0));
        return EncoderModel.of(
            spec,
            input,
            tuner.trained(),
            tuner.parameters().numbers(EncoderGraph.HEAD_WEIGHT),
            tuner.parameters().numbers(EncoderGraph.HEAD_BIAS));
      }
    }
  }

  /** The layers that do not learn; what they give is what the others learn from. */
  public static TokenSpec frozen(TunedSpec spec, FineTuneSettings settings) {
    int layers = EncoderCatalog.of(spec.encoder()).layers();
    return new TokenSpec(
        spec.encoder(),
        List.of(layers - settings.trainedLayers()),
        spec.prefix(),
        spec.maxTokens());
  }

  private List<TokenRows> rows(List<Sentence> sentences) {
    TokenEncoder frozen = encoders.tokenEncoder(frozen(spec, settings));
    List<EncoderText> texts = input.of(sentences);
    List<TokenRows> rows = new ArrayList<>(texts.size());
    for (TokenVectors vectors : frozen.encodeInContext(texts)) {
      rows.add(TokenRows.of(vectors));
    }
    return rows;
  }

  /** What is served must score as what was trained; before its numbers are rounded to halves. */
  private void checkExport(FineTuner tuner, EncoderText text) {
    double difference = difference(tuner, text);
    if (!(difference <= MOST_DIFFERENCE)) {
      throw new IllegalStateException(
          "the trained encoder and its export differ by "
              + difference
              + " where at most "
              + MOST_DIFFERENCE
              + " is allowed; its layers are not computed as "
              + spec.encoder()
              + "'s graph computes them");
    }
  }

  /** Largest difference of a text's logits, of SameDiff's and of ONNX Runtime's. */
  double difference(FineTuner tuner, EncoderText text) {
    TokenSpec frozen = frozen(spec, settings);
    int own = encoders.tokenEncoder(frozen).encodeInContext(List.of(text)).get(0).own();
    float[] trained =
        tuner.logits(List.of(TokenRows.of(Encoders.hiddenState(frozen, text), own)))[0];
    double largest = 0;
    try (TunedEncoder exported =
        new TunedEncoder(
            spec,
            tuner.trained(),
            tuner.parameters().numbers(EncoderGraph.HEAD_WEIGHT),
            tuner.parameters().numbers(EncoderGraph.HEAD_BIAS))) {
      float[] served = exported.logits(List.of(text)).get(0);
      for (int k = 0; k < served.length; k++) {
        largest = Math.max(largest, Math.abs(served[k] - trained[k]));
      }
    }
    return largest;
  }
}

package org.stance4j.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.corpus.CsvRow;
import org.stance4j.evaluation.PriorShift;
import org.stance4j.report.PredictionWriter;

/**
 * {@link ClassifyPipeline} with the prior adapted to the inputs: scores everything, estimates the
 * prior from all of it, and then writes. Nothing is written if the estimate fails. The
 * probabilities of all sentences are in memory together, texts of tables are not.
 */
public final class AdaptedClassification {
  private AdaptedClassification() {}

  /**
   * Scores and writes everything.
   *
   * @param model scores the sentences
   * @param training prior implied in its probabilities
   * @param writer takes the predictions
   * @return the estimate, from all rows or all sentences but page furniture
   * @throws IOException if a table cannot be read on, or the predictions cannot be written
   * @throws IllegalArgumentException if there are fewer than {@link PriorShift#ENOUGH_SENTENCES},
   *     or a table changes meanwhile
   */
  public static PriorShift run(
      StanceModel model,
      StanceProbabilities training,
      ClassifyInputs inputs,
      PredictionWriter writer)
      throws IOException {
    Collector collector = new Collector();
    new ClassifyPipeline(model, collector).run(inputs);
    PriorShift shift = PriorShift.estimate(collector.telling, training);
    Iterator<StanceProbabilities> scored = collector.all.iterator();
    new ClassifyPipeline(new Replay(scored, shift), writer).run(inputs);
    if (scored.hasNext()) {
      throw changed();
    }
    return shift;
  }

  private static IllegalArgumentException changed() {
    return new IllegalArgumentException(
        "a table changed while it was read; run the command again on files that keep still");
  }

  /** Keeps the probabilities, in the order of the inputs. */
  private static final class Collector implements PredictionWriter {
    private final List<StanceProbabilities> all = new ArrayList<>();
    private final List<StanceProbabilities> telling = new ArrayList<>();

    @Override
    public void beginDocuments() {}

    @Override
    public void document(Document document, DocumentStance stance) {
      for (Prediction prediction : stance.predictions()) {
        all.add(prediction.probabilities());
        if (prediction.sentence().kind() != SentenceKind.FURNITURE) {
          telling.add(prediction.probabilities());
        }
      }
    }

    @Override
    public void beginTable(List<String> columns) {}

    @Override
    public void row(CsvRow row, Prediction prediction) {
      all.add(prediction.probabilities());
      telling.add(prediction.probabilities());
    }

    @Override
    public void end() {}

    @Override
    public void flush() {}
  }

  /** Answers as the model did when the same inputs were read before, with the prior adapted. */
  private record Replay(Iterator<StanceProbabilities> scored, PriorShift shift)
      implements StanceModel {
    @Override
    public List<StanceProbabilities> predict(List<Sentence> sentences) {
      List<StanceProbabilities> adapted = new ArrayList<>(sentences.size());
      for (int i = 0; i < sentences.size(); i++) {
        if (!scored.hasNext()) {
          throw changed();
        }
        adapted.add(shift.apply(scored.next()));
      }
      return adapted;
    }

    @Override
    public void close() {}
  }
}

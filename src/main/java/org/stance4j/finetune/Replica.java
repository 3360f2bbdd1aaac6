package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One copy of the graph with buffers of its own over parameters that all replicas share: replicas
 * work side by side on the shards of a batch. Each is used by one thread at a time.
 */
final class Replica implements AutoCloseable {
  private final EncoderShape shape;
  private final Parameters parameters;
  private final double dropout;
  private final EncoderGraph training;
  private final EncoderGraph scoring;
  private final BufferPool trainingBuffers = new BufferPool();
  private final BufferPool scoringBuffers = new BufferPool();
  private final InferenceSession trainingSession;
  private final InferenceSession scoringSession;

  Replica(
      EncoderShape shape,
      int firstLayer,
      Parameters parameters,
      Parameters frozen,
      double dropout) {
    this.shape = shape;
    this.parameters = parameters;
    this.dropout = dropout;
    this.training = new EncoderGraph(shape, firstLayer, parameters, frozen, dropout > 0);
    this.scoring = new EncoderGraph(shape, firstLayer, parameters, frozen, false);
    training.sameDiff().createGradFunction(parameters.names().toArray(new String[0]));
    this.trainingSession = session(gradients(), trainingBuffers);
    this.scoringSession = session(scoring.sameDiff(), scoringBuffers);
  }

  private SameDiff gradients() {
    return training.sameDiff().getFunction("grad");
  }

  private static InferenceSession session(SameDiff graph, BufferPool buffers) {
    InferenceSession session = new InferenceSession(graph);
    session.setMmgr(buffers);
    return session;
  }

  /** SameDiff keeps a session for each thread; ours is for whichever runs the replica. */
  private static void use(SameDiff graph, InferenceSession session) {
    graph.getSessions().clear();
    graph.getSessions().put(Thread.currentThread().getId(), session);
  }

  /**
   * Loss and gradients of a shard. They stay valid until {@link #endStep()}.
   *
   * @param rows passages, at least one
   * @param targets of each passage [texts][classes], what each log probability counts in the loss
   * @param random of the dropout
   */
  Gradients gradients(List<TokenRows> rows, List<float[][]> targets, SplittableRandom random) {
    Feed feed = new Feed(shape, rows, targets);
    for (String mask : training.tokenMasks()) {
      feed.put(mask, mask(feed.tokens() * shape.hidden(), random).reshape(-1, shape.hidden()));
    }
    use(gradients(), trainingSession);
    OutAndGrad result =
        training
            .sameDiff()
            .calculateGradientsAndOutputs(
                feed.arrays(), List.of(EncoderGraph.LOSS), parameters.names());
    List<INDArray> arrays = new ArrayList<>();
    for (String name : parameters.names()) {
      arrays.add(result.getGradients().get(name));
    }
    double loss = Objects.requireNonNull(result.getOutputs().get(EncoderGraph.LOSS)).getDouble(0);
    feed.close();
    return new Gradients(loss, arrays);
  }

  /** Takes the buffers of the last step back. */
  void endStep() {
    trainingBuffers.endStep();
  }

  /**
   * Logits without dropout.
   *
   * @return for each passage [texts][classes]
   */
  List<float[][]> logits(List<TokenRows> rows) {
    List<float[][]> none =
        rows.stream().map(row -> new float[row.wanted().size()][EncoderShape.CLASSES]).toList();
    Feed feed = new Feed(shape, rows, none);
    use(scoring.sameDiff(), scoringSession);
    INDArray logits =
        Objects.requireNonNull(
            scoring.sameDiff().output(feed.arrays(), EncoderGraph.LOGITS).get(EncoderGraph.LOGITS));
    float[][] numbers = logits.toFloatMatrix();
    scoringBuffers.endStep();
    feed.close();
    List<float[][]> result = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      int start = r * feed.places();
      result.add(Arrays.copyOfRange(numbers, start, start + rows.get(r).wanted().size()));
    }
    return result;
  }

  private INDArray mask(int size, SplittableRandom random) {
    float[] mask = new float[size];
    float kept = (float) (1 / (1 - dropout));
    int threshold = (int) Math.round(dropout * (1 << 16));
    for (int i = 0; i < size; ) {
      long bits = random.nextLong();
      for (int k = 0; k < 4 && i < size; k++, i++) {
        mask[i] = (bits & 0xffff) < threshold ? 0 : kept;
        bits >>>= 16;
      }
    }
    return Nd4j.createFromArray(mask);
  }

  @Override
  public void close() {
    trainingBuffers.close();
    scoringBuffers.close();
  }
}

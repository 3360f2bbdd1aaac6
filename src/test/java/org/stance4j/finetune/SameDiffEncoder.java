package org.stance4j.finetune;

import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A BERT-style encoder, pooling, a linear head and its loss in SameDiff, in double precision: what
 * {@link Replica} is compared with. Passages of a batch are padded to one length and to one number
 * of scored texts; token rows are flat, [batch · tokens][hidden].
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2019, BERT</a>
 */
final class SameDiffEncoder {
  /** Output of the frozen layers, [batch · tokens][hidden]. */
  static final String INPUT = "input";

  /** 0 for a token, a large negative number for padding, [batch][1][1][tokens]. */
  static final String ATTENTION_BIAS = "attentionBias";

  /** What each token counts in the vector of each text, [batch][texts][tokens]; rows sum to 1. */
  static final String POOLING = "pooling";

  /** What each stance's log probability counts in the loss, [batch · texts][classes]. */
  static final String TARGETS = "targets";

  /** Batch, tokens, heads, size of a head. */
  static final String SPLIT_SHAPE = "splitShape";

  /** Batch, tokens, hidden. */
  static final String TOKEN_SHAPE = "tokenShape";

  /** A column of ones, [batch · tokens][1]. */
  static final String TOKEN_ONES = "tokenOnes";

  /** A column of ones, [batch · texts][1]. */
  static final String TEXT_ONES = "textOnes";

  /** Name of the logits, [batch · texts][classes]. */
  static final String LOGITS = "logits";

  /** Name of the loss, a number: the sum over the batch. */
  static final String LOSS = "loss";

  private final EncoderShape shape;
  private final SameDiff graph = SameDiff.create();
  private final Map<String, INDArray> parameters;
  private final SDVariable tokenOnes;
  private final SDVariable means;
  private final SDVariable spread;

  /**
   * A graph over these parameters, which it shares and does not copy.
   *
   * @param parameters by name, matrices as [inputs][outputs], vectors as [1][size]
   */
  SameDiffEncoder(EncoderShape shape, Map<String, INDArray> parameters) {
    this.shape = shape;
    this.parameters = parameters;
    // the usual holder may copy what it is given
    graph.setVariablesArrays(new SingleThreadArrayHolder());
    int hidden = shape.hidden();
    this.tokenOnes = graph.placeHolder(TOKEN_ONES, DataType.DOUBLE, -1, 1);
    this.means =
        graph.constant(
            "means", Nd4j.valueArrayOf(new long[] {hidden, 1}, 1.0 / hidden, DataType.DOUBLE));
    this.spread = graph.constant("spread", Nd4j.ones(DataType.DOUBLE, 1, hidden));
    SDVariable attentionBias = graph.placeHolder(ATTENTION_BIAS, DataType.DOUBLE, -1, 1, 1, -1);
    SDVariable splitShape = graph.placeHolder(SPLIT_SHAPE, DataType.INT64, 4);
    SDVariable tokens = graph.placeHolder(INPUT, DataType.DOUBLE, -1, hidden);
    for (int layer = 0; layer < shape.layers(); layer++) {
      tokens = layer(tokens, "encoder.layer." + layer + ".", attentionBias, splitShape);
    }
    head(tokens);
  }

  private SDVariable layer(
      SDVariable tokens, String name, SDVariable attentionBias, SDVariable splitShape) {
    SDVariable query = split(linear(tokens, name + "attention.self.query"), splitShape);
    SDVariable key = split(linear(tokens, name + "attention.self.key"), splitShape);
    SDVariable value = split(linear(tokens, name + "attention.self.value"), splitShape);
    SDVariable scores =
        graph
            .mmul(query, key, false, true, false)
            .mul(1 / Math.sqrt(shape.headSize()))
            .add(attentionBias);
    SDVariable attention = graph.nn.softmax(scores, 3);
    SDVariable seen =
        graph.reshape(graph.permute(graph.mmul(attention, value), 0, 2, 1, 3), -1, shape.hidden());
    SDVariable attended = linear(seen, name + "attention.output.dense");
    SDVariable first = layerNorm(attended.add(tokens), name + "attention.output.LayerNorm");
    SDVariable wide = gelu(linear(first, name + "intermediate.dense"));
    SDVariable narrow = linear(wide, name + "output.dense");
    return layerNorm(narrow.add(first), name + "output.LayerNorm");
  }

  private void head(SDVariable tokens) {
    SDVariable pooling = graph.placeHolder(POOLING, DataType.DOUBLE, -1, -1, -1);
    SDVariable tokenShape = graph.placeHolder(TOKEN_SHAPE, DataType.INT64, 3);
    SDVariable textOnes = graph.placeHolder(TEXT_ONES, DataType.DOUBLE, -1, 1);
    SDVariable pooled =
        graph.reshape(graph.mmul(pooling, graph.reshape(tokens, tokenShape)), -1, shape.hidden());
    SDVariable logits =
        graph
            .mmul(pooled, parameter(Head.WEIGHT))
            .add(LOGITS, graph.mmul(textOnes, parameter(Head.BIAS)));
    SDVariable targets = graph.placeHolder(TARGETS, DataType.DOUBLE, -1, EncoderShape.CLASSES);
    targets.mul(graph.nn.logSoftmax(logits)).sum().neg().rename(LOSS);
    graph.setLossVariables(LOSS);
  }

  /** [batch · tokens][hidden] to [batch][heads][tokens][head size]. */
  private SDVariable split(SDVariable tokens, SDVariable splitShape) {
    return graph.permute(graph.reshape(tokens, splitShape), 0, 2, 1, 3);
  }

  private SDVariable linear(SDVariable input, String name) {
    return graph.mmul(input, parameter(name + ".weight")).add(row(name + ".bias"));
  }

  /** A vector for every token row. */
  private SDVariable row(String name) {
    return graph.mmul(tokenOnes, parameter(name));
  }

  private SDVariable layerNorm(SDVariable input, String name) {
    SDVariable centred = input.sub(graph.mmul(graph.mmul(input, means), spread));
    SDVariable variance = graph.mmul(centred.mul(centred), means);
    SDVariable scale = graph.math.rsqrt(variance.add(shape.epsilon()));
    return centred
        .mul(graph.mmul(scale, spread))
        .mul(row(name + ".weight"))
        .add(row(name + ".bias"));
  }

  /** x · Φ(x); SameDiff's own is off by up to 0.3. */
  private SDVariable gelu(SDVariable x) {
    return x.mul(0.5).mul(graph.math.erf(x.mul(1 / Math.sqrt(2))).add(1.0));
  }

  private SDVariable parameter(String name) {
    if (graph.hasVariable(name)) {
      return graph.getVariable(name);
    }
    return graph.var(name, parameters.get(name));
  }

  /** The graph. */
  SameDiff sameDiff() {
    return graph;
  }
}

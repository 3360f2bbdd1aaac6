package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.stance4j.encoder.TokenSpan;

/**
 * A layer of a BERT-style encoder, and what its backward pass needs to remember. Of one thread at a
 * time; parameters may be shared with other threads that only read them.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2019, BERT</a>
 */
final class EncoderLayer implements AutoCloseable {
  private final Linear toQuery;
  private final Linear toKey;
  private final Linear toValue;
  private final Linear toAttended;
  private final Linear toWide;
  private final Linear toNarrow;
  private final Attention attention;
  private final LayerNorm firstNorm;
  private final LayerNorm secondNorm;
  private final Dropout firstDropout;
  private final Dropout secondDropout;
  private final Parameters parameters;
  private final Parameters gradients;
  private final String firstName;
  private final String secondName;
  private final List<Matrix> own = new ArrayList<>();
  private final Matrix query;
  private final Matrix key;
  private final Matrix value;
  private final Matrix gathered;
  private final Matrix middle;
  private final Matrix wide;
  private final Matrix slope;
  private final Matrix result;

  /**
   * What the layers of a pass share, since each needs it for a moment only.
   *
   * @param narrow [rows][hidden], four of them
   * @param wide [rows][inner]
   * @param square of one column
   */
  record Scratch(List<Matrix> narrow, Matrix wide, Matrix square) implements AutoCloseable {
    Scratch {
      narrow = List.copyOf(narrow);
    }

    static Scratch of(int hidden, int inner) {
      return new Scratch(
          List.of(
              new Matrix(0, hidden),
              new Matrix(0, hidden),
              new Matrix(0, hidden),
              new Matrix(0, hidden)),
          new Matrix(0, inner),
          new Matrix(0, 1));
    }

    @Override
    public void close() {
      narrow.forEach(Matrix::close);
      wide.close();
      square.close();
    }
  }

  /**
   * A layer over parameters that it shares and does not copy.
   *
   * @param layer counted from 0
   * @param gradients set by every backward pass
   */
  EncoderLayer(
      EncoderShape shape, int layer, Parameters parameters, Parameters gradients, double dropout) {
    String name = EncoderWeights.layerName(layer);
    this.parameters = parameters;
    this.gradients = gradients;
    this.toQuery = new Linear(name + "attention.self.query", parameters, gradients);
    this.toKey = new Linear(name + "attention.self.key", parameters, gradients);
    this.toValue = new Linear(name + "attention.self.value", parameters, gradients);
    this.toAttended = new Linear(name + "attention.output.dense", parameters, gradients);
    this.toWide = new Linear(name + "intermediate.dense", parameters, gradients);
    this.toNarrow = new Linear(name + "output.dense", parameters, gradients);
    this.firstName = name + "attention.output.LayerNorm";
    this.secondName = name + "output.LayerNorm";
    int hidden = shape.hidden();
    int inner = parameters.get(name + "intermediate.dense.bias").columns();
    this.attention = new Attention(shape);
    this.firstNorm = new LayerNorm(hidden, shape.epsilon());
    this.secondNorm = new LayerNorm(hidden, shape.epsilon());
    this.firstDropout = new Dropout(dropout, hidden);
    this.secondDropout = new Dropout(dropout, hidden);
    this.query = matrix(hidden);
    this.key = matrix(hidden);
    this.value = matrix(hidden);
    this.gathered = matrix(hidden);
    this.middle = matrix(hidden);
    this.wide = matrix(inner);
    this.slope = matrix(inner);
    this.result = matrix(hidden);
  }

  private Matrix matrix(int columns) {
    Matrix matrix = new Matrix(0, columns);
    own.add(matrix);
    return matrix;
  }

  /**
   * The layer's output.
   *
   * @param passages where the rows of each passage are; together all rows
   * @param input [rows][hidden]
   * @param random of the dropout; {@code null} for none
   * @return [rows][hidden], of this layer until its next pass
   */
  Matrix forward(List<TokenSpan> passages, Matrix input, @Nullable SplittableRandom random) {
    int rows = passages.get(passages.size() - 1).end();
    toQuery.forward(rows, input, query);
    toKey.forward(rows, input, key);
    toValue.forward(rows, input, value);
    gathered.reserve(rows);
    attention.forward(passages, query, key, value, gathered);
    toAttended.forward(rows, gathered, middle);
    firstDropout.forward(rows, middle, random);
    add(rows, input, middle);
    firstNorm.forward(
        rows, middle, vector(firstName, ".weight"), vector(firstName, ".bias"), middle);
    toWide.forward(rows, middle, wide);
    gelu(rows);
    toNarrow.forward(rows, wide, result);
    secondDropout.forward(rows, result, random);
    add(rows, middle, result);
    secondNorm.forward(
        rows, result, vector(secondName, ".weight"), vector(secondName, ".bias"), result);
    return result;
  }

  private float[] vector(String name, String kind) {
    return parameters.get(name + kind).copy();
  }

  private void gelu(int rows) {
    slope.reserve(rows);
    float[] row = new float[wide.columns()];
    float[] slopes = new float[row.length];
    for (int r = 0; r < rows; r++) {
      wide.row(r, row);
      Activations.gelu(row, slopes);
      wide.put(r, row);
      slope.put(r, slopes);
    }
  }

  /** Adds rows to those of another matrix. */
  private static void add(int rows, Matrix from, Matrix to) {
    float[] some = new float[from.columns()];
    float[] others = new float[some.length];
    for (int r = 0; r < rows; r++) {
      from.row(r, some);
      to.row(r, others);
      for (int k = 0; k < some.length; k++) {
        others[k] += some[k];
      }
      to.put(r, others);
    }
  }

  /** Multiplies rows by those of another matrix. */
  private static void scale(int rows, Matrix factors, Matrix matrix) {
    float[] row = new float[matrix.columns()];
    float[] others = new float[row.length];
    for (int r = 0; r < rows; r++) {
      matrix.row(r, row);
      factors.row(r, others);
      for (int k = 0; k < row.length; k++) {
        row[k] *= others[k];
      }
      matrix.put(r, row);
    }
  }

  private static void copy(int rows, Matrix from, Matrix to) {
    to.reserve(rows);
    float[] row = new float[from.columns()];
    for (int r = 0; r < rows; r++) {
      from.row(r, row);
      to.put(r, row);
    }
  }

  /**
   * Sets the gradients of the layer's parameters.
   *
   * @param passages as in the forward pass
   * @param input as in the forward pass
   * @param gradient of the output, overwritten by that of the input
   */
  void backward(List<TokenSpan> passages, Matrix input, Matrix gradient, Scratch scratch) {
    int rows = passages.get(passages.size() - 1).end();
    Matrix kept = scratch.narrow().get(0);
    normBackward(rows, secondNorm, secondName, gradient);
    copy(rows, gradient, kept);
    secondDropout.backward(rows, gradient);
    toNarrow.backward(rows, wide, gradient, scratch.wide(), 0);
    scale(rows, slope, scratch.wide());
    // of the middle: from both ways out of it
    toWide.backward(rows, middle, scratch.wide(), kept, 1);
    normBackward(rows, firstNorm, firstName, kept);
    copy(rows, kept, gradient);
    firstDropout.backward(rows, kept);
    Matrix ofGathered = scratch.narrow().get(1);
    toAttended.backward(rows, gathered, kept, ofGathered, 0);
    Matrix ofQuery = scratch.narrow().get(2);
    Matrix ofKey = scratch.narrow().get(3);
    ofQuery.reserve(rows);
    ofKey.reserve(rows);
    attention.backward(
        passages, query, key, value, ofGathered, ofQuery, ofKey, kept, scratch.square());
    toQuery.backward(rows, input, ofQuery, gradient, 1);
    toKey.backward(rows, input, ofKey, gradient, 1);
    toValue.backward(rows, input, kept, gradient, 1);
  }

  private void normBackward(int rows, LayerNorm norm, String name, Matrix gradient) {
    float[] weight = new float[gradient.columns()];
    float[] bias = new float[weight.length];
    norm.backward(rows, gradient, vector(name, ".weight"), weight, bias);
    gradients.get(name + ".weight").put(0, weight);
    gradients.get(name + ".bias").put(0, bias);
  }

  @Override
  public void close() {
    own.forEach(Matrix::close);
    attention.close();
    firstNorm.close();
    secondNorm.close();
    firstDropout.close();
    secondDropout.close();
  }
}

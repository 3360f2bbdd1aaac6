package org.stance4j.finetune;

import java.util.List;
import org.stance4j.classifier.Vectors;
import org.stance4j.encoder.TokenSpan;

/**
 * From tokens to stances: the mean of each text's tokens, then a linear map. Of one thread at a
 * time.
 */
final class Head {
  /** Name of the weights, [hidden][classes]. */
  static final String WEIGHT = "head.weight";

  /** Name of the biases, [1][classes]. */
  static final String BIAS = "head.bias";

  private final Parameters parameters;
  private final Parameters gradients;
  private final int hidden;

  /** A head over parameters that it shares; gradients are set by every backward pass. */
  Head(EncoderShape shape, Parameters parameters, Parameters gradients) {
    this.parameters = parameters;
    this.gradients = gradients;
    this.hidden = shape.hidden();
  }

  private float[][] means(List<TokenSpan> texts, Matrix tokens) {
    float[][] means = new float[texts.size()][hidden];
    float[] row = new float[hidden];
    for (int i = 0; i < means.length; i++) {
      TokenSpan text = texts.get(i);
      for (int t = text.start(); t < text.end(); t++) {
        tokens.row(t, row);
        for (int k = 0; k < hidden; k++) {
          means[i][k] += row[k];
        }
      }
      for (int k = 0; k < hidden; k++) {
        means[i][k] /= text.length();
      }
    }
    return means;
  }

  private float[] scores(float[] mean) {
    float[] weight = parameters.get(WEIGHT).copy();
    float[] scores = parameters.get(BIAS).copy();
    for (int k = 0; k < hidden; k++) {
      for (int c = 0; c < scores.length; c++) {
        scores[c] += mean[k] * weight[k * scores.length + c];
      }
    }
    return scores;
  }

  /**
   * Scores of texts.
   *
   * @param texts where their tokens are
   * @param tokens [rows][hidden]
   * @return [texts][classes], before the softmax
   */
  float[][] logits(List<TokenSpan> texts, Matrix tokens) {
    float[][] means = means(texts, tokens);
    float[][] logits = new float[means.length][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = scores(means[i]);
    }
    return logits;
  }

  /**
   * Sets the gradients of the head and that of the tokens.
   *
   * @param targets [texts][classes], what each log probability counts in the loss
   * @param gradient of the tokens, [rows][hidden], all zero before
   * @return the loss, summed over the texts
   */
  double backward(List<TokenSpan> texts, Matrix tokens, List<float[]> targets, Matrix gradient) {
    float[][] means = means(texts, tokens);
    float[] weight = parameters.get(WEIGHT).copy();
    float[] weightGradient = new float[weight.length];
    float[] biasGradient = new float[EncoderShape.CLASSES];
    double loss = 0;
    for (int i = 0; i < means.length; i++) {
      float[] target = targets.get(i);
      double[] scores = new double[target.length];
      float[] logits = scores(means[i]);
      double total = 0;
      for (int c = 0; c < target.length; c++) {
        scores[c] = logits[c];
        total += target[c];
      }
      double[] probabilities = Vectors.softmax(scores);
      float[] row = new float[hidden];
      for (int c = 0; c < target.length; c++) {
        loss -= target[c] * Math.log(Math.max(probabilities[c], Double.MIN_NORMAL));
        float slope = (float) (total * probabilities[c] - target[c]);
        biasGradient[c] += slope;
        for (int k = 0; k < hidden; k++) {
          weightGradient[k * target.length + c] += slope * means[i][k];
          row[k] += slope * weight[k * target.length + c] / texts.get(i).length();
        }
      }
      for (int t = texts.get(i).start(); t < texts.get(i).end(); t++) {
        gradient.put(t, row);
      }
    }
    gradients.get(WEIGHT).restore(weightGradient);
    gradients.get(BIAS).restore(biasGradient);
    return loss;
  }
}

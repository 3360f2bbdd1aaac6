package org.stance4j.classifier.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.Toy;
import org.stance4j.features.TokenMatrix;

/** What the tests of both token-level networks check in the same way. */
final class Networks {
  static final String WANTS_TOKENS =
      "this classifier takes one vector for each token, but the features 'embedding' and 'ngrams'"
          + " give one for a sentence; choose the features 'tokens', or another classifier than"
          + " 'conv' and 'attention'";

  private Networks() {}

  /** Sentences of one to seven tokens. */
  static List<TokenMatrix> matrices(int rows) {
    return Toy.of(Toy.tokens(), "pan", rows, 3, 2).vectors().stream()
        .map(TokenMatrix.class::cast)
        .collect(Collectors.toList());
  }

  /** Compares with the engine's output, in one padded batch and for each sentence on its own. */
  static void assertSameProbabilities(
      MultiLayerNetwork network, Classifier ours, List<TokenMatrix> sentences) {
    assertEquals(7, sentences.stream().map(TokenMatrix::rows).distinct().count());
    try (INDArray x = TokenBatches.tokens(sentences);
        INDArray mask = TokenBatches.mask(sentences)) {
      INDArray together = network.output(x, false, mask, null);
      for (int i = 0; i < sentences.size(); i++) {
        double[] expected = ours.predict(sentences.get(i)).toArray();
        assertArrayEquals(expected, together.getRow(i).toDoubleVector(), 1e-5);
        List<TokenMatrix> one = List.of(sentences.get(i));
        try (INDArray alone = TokenBatches.tokens(one);
            INDArray ones = TokenBatches.mask(one)) {
          INDArray output = network.output(alone, false, ones, null);
          assertArrayEquals(expected, output.toDoubleVector(), 1e-5);
        }
      }
    }
  }

  /**
   * The gradient of a padded batch is the sum of those of its sentences alone: padding teaches
   * nothing. Holds without dropout.
   */
  static void assertGradientsAddUp(MultiLayerNetwork network, List<TokenMatrix> sentences) {
    double[] together = gradient(network, sentences);
    double[] sum = new double[together.length];
    for (TokenMatrix sentence : sentences) {
      double[] alone = gradient(network, List.of(sentence));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += alone[i];
      }
    }
    double largest = Arrays.stream(sum).map(Math::abs).max().orElseThrow();
    assertTrue(largest > 0.01, () -> "" + largest);
    assertArrayEquals(sum, together, 1e-5 * largest);
  }

  /** Of the loss of pro for all; one number per parameter. */
  private static double[] gradient(MultiLayerNetwork network, List<TokenMatrix> sentences) {
    float[][] pro = new float[sentences.size()][Stance.COUNT];
    for (float[] row : pro) {
      row[Stance.PRO.ordinal()] = 1;
    }
    try (INDArray x = TokenBatches.tokens(sentences);
        INDArray mask = TokenBatches.mask(sentences)) {
      network.setInput(x);
      network.setLabels(Nd4j.createFromArray(pro));
      network.setLayerMaskArrays(mask, null);
      network.computeGradientAndScore();
      return network.gradient().gradient().toDoubleVector();
    }
  }
}

package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.stance4j.features.SparseVector;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorFormatException;

class TreeEnsembleClassifierTest {
  private static final float LN2 = (float) Math.log(2);
  private static final float LN3 = (float) Math.log(3);

  /**
   * Two stumps. The first adds ln 2 to pro where x₀ < 0.5, else −ln 2, missing left; the second
   * adds ln 3 to anti where x₂ < −1, else 0, missing right.
   */
  private static TreeNodes stumps() {
    return new TreeNodes(
        new int[] {0, 3},
        new int[] {0, -1, -1, 2, -1, -1},
        new float[] {0.5f, LN2, -LN2, -1, LN3, 0},
        new int[] {2, 0, 0, 5, 0, 0},
        new byte[] {1, 0, 0, 0, 0, 0});
  }

  private static TreeEnsembleClassifier classifier() {
    return new TreeEnsembleClassifier(3, new float[3], new int[] {0, 1}, stumps());
  }

  private static void assertOdds(double pro, double anti, double neutral, float... vector) {
    double sum = pro + anti + neutral;
    assertArrayEquals(
        new double[] {pro / sum, anti / sum, neutral / sum},
        classifier().predict(Toy.denseOf(vector)).toArray(),
        1e-7);
  }

  @Test
  void twoStumpsAddTheirLeavesToTheirStances() {
    assertOdds(2, 3, 1, 0.25f, 9, -2);
    assertOdds(2, 1, 1, 0.25f, 9, -0.5f);
    assertOdds(0.5, 3, 1, 0.75f, 9, -2);
  }

  @Test
  void aNumberEqualToTheThresholdGoesRight() {
    assertOdds(0.5, 1, 1, 0.5f, 9, -1);
  }

  @Test
  void aZeroIsMissingHoweverTheVectorIsKept() {
    assertOdds(2, 1, 1, 0, 0, 0);
    assertOdds(2, 1, 1, -0f, 0, Float.NaN);
    TreeNodes missingElsewhere =
        new TreeNodes(
            new int[] {0, 3},
            new int[] {0, -1, -1, 2, -1, -1},
            new float[] {0.5f, LN2, -LN2, -1, LN3, 0},
            new int[] {2, 0, 0, 5, 0, 0},
            new byte[] {0, 0, 0, 1, 0, 0});
    TreeEnsembleClassifier other =
        new TreeEnsembleClassifier(3, new float[3], new int[] {0, 1}, missingElsewhere);
    double[] expected = {0.5 / 4.5, 3 / 4.5, 1 / 4.5};
    assertArrayEquals(expected, other.predict(Toy.denseOf(0, 0, 0)).toArray(), 1e-7);
    assertArrayEquals(
        expected,
        other.predict(new SparseVector(3, new int[] {1}, new float[] {4})).toArray(),
        1e-7);
  }

  @Test
  void aSparseVectorIsSearchedForTheFeature() {
    assertArrayEquals(
        new double[] {0.5 / 4.5, 3 / 4.5, 1 / 4.5},
        classifier().predict(new SparseVector(3, new int[] {0, 2}, new float[] {7, -7})).toArray(),
        1e-7);
    SparseVector sparse = new SparseVector(9, new int[] {1, 4, 8}, new float[] {10, 40, 80});
    float[] found = new float[9];
    for (int k = 0; k < 9; k++) {
      found[k] = Vectors.value(sparse, k);
    }
    assertArrayEquals(new float[] {0, 10, 0, 0, 40, 0, 0, 0, 80}, found);
    assertEquals(40, Vectors.value(Toy.denseOf(found), 4));
  }

  @Test
  void basesAreAddedAndALeafAloneIsATree() {
    TreeNodes leaf =
        new TreeNodes(
            new int[] {0}, new int[] {-1}, new float[] {LN2}, new int[] {0}, new byte[] {0});
    TreeEnsembleClassifier classifier =
        new TreeEnsembleClassifier(1, new float[] {LN3, 0, -LN3}, new int[] {2}, leaf);
    double sum = 3 + 1 + 2 / 3.0;
    assertArrayEquals(
        new double[] {3 / sum, 1 / sum, 2 / 3.0 / sum},
        classifier.predict(Toy.denseOf(1)).toArray(),
        1e-7);
  }

  @Test
  void theStateIsRestored() {
    Classifier restored =
        ClassifierCodec.restore(SafeTensors.read(SafeTensors.write(classifier().state())));
    assertEquals(
        classifier().predict(Toy.denseOf(0, 1, -2)), restored.predict(Toy.denseOf(0, 1, -2)));
  }

  private static void refused(
      String reason, int[] roots, int[] features, float[] values, int[] rights, int... missing) {
    byte[] bytes = new byte[missing.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) missing[i];
    }
    String message =
        assertThrows(
                TensorFormatException.class,
                () -> new TreeNodes(roots, features, values, rights, bytes))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void nodesThatLeadNowhereOrInCirclesAreRefused() {
    int[] one = {0};
    int[] stump = {0, -1, -1};
    float[] values = {1, 2, 3};
    refused("node 0", one, stump, values, new int[] {0, 0, 0}, 0, 0, 0);
    refused("node 0", one, stump, values, new int[] {1, 0, 0}, 0, 0, 0);
    refused("right child 3", one, stump, values, new int[] {3, 0, 0}, 0, 0, 0);
    refused("right child -1", one, stump, values, new int[] {-1, 0, 0}, 0, 0, 0);
    refused("node 2", one, new int[] {0, -1, 0}, values, new int[] {2, 0, 0}, 0, 0, 0);
    refused("node 1", one, stump, values, new int[] {2, 2, 0}, 0, 0, 0);
    refused("feature -2", one, new int[] {-2, -1, -1}, values, new int[] {2, 0, 0}, 0, 0, 0);
    refused("missing left 2", one, stump, values, new int[] {2, 0, 0}, 2, 0, 0);
    refused("node 1", one, stump, values, new int[] {2, 0, 0}, 0, 1, 0);
    refused("value NaN", one, stump, new float[] {1, Float.NaN, 3}, new int[] {2, 0, 0}, 0, 0, 0);
  }

  @Test
  void treesThatStartOutOfPlaceAreRefused() {
    int[] leaves = {-1, -1};
    float[] values = {1, 2};
    int[] rights = {0, 0};
    refused("roots must start with 0", new int[0], leaves, values, rights, 0, 0);
    refused("roots must start with 0", new int[] {1}, leaves, values, rights, 0, 0);
    refused("tree 1", new int[] {0, 2}, leaves, values, rights, 0, 0);
    refused("tree 0", new int[] {0, 5, 1}, leaves, values, rights, 0, 0);
    refused("tree 0", new int[] {0, 0}, leaves, values, rights, 0, 0);
    refused("tree 0", new int[] {0, -1}, leaves, values, rights, 0, 0);
    refused("differ in length", new int[] {0}, leaves, values, rights, 0);
    refused("tree 0", new int[] {0}, new int[0], new float[0], new int[0]);
  }

  @Test
  void aSplitThatCrossesIntoTheNextTreeIsRefused() {
    refused(
        "right child 3",
        new int[] {0, 3},
        new int[] {0, -1, -1, -1},
        new float[4],
        new int[] {3, 0, 0, 0},
        0,
        0,
        0,
        0);
  }

  @Test
  void numbersThatDoNotFitTogetherAreRefused() {
    refused("feature 2 of vectors of 2 numbers", 2, new float[3], 0, 1);
    refused("shapes of the trees", 0, new float[3], 0, 1);
    refused("shapes of the trees", 3, new float[2], 0, 1);
    refused("1 stances for 2 trees", 3, new float[3], 0);
    refused("tree 1 adds to stance 3", 3, new float[3], 0, 3);
    refused("tree 0 adds to stance -1", 3, new float[3], -1, 0);
    refused("base Infinity", 3, new float[] {0, Float.POSITIVE_INFINITY, 0}, 0, 1);
  }

  private static void refused(String reason, int dimension, float[] bases, int... stances) {
    String message =
        assertThrows(
                TensorFormatException.class,
                () -> new TreeEnsembleClassifier(dimension, bases, stances, stumps()))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}

package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;

class InnerProductsTest {
  @Test
  void productsOfDenseAndSparseVectorsAreHandWorked() {
    InnerProducts products =
        new InnerProducts(
            List.of(
                Toy.denseOf(1, 0, 2),
                new SparseVector(3, new int[] {1}, new float[] {5}),
                new SparseVector(3, new int[0], new float[0])));
    double[][] expected = {{1 + 6, 10, 0}, {12, 0, 0}};
    double[][] actual =
        products.with(
            List.of(Toy.denseOf(1, 2, 3), new SparseVector(3, new int[] {2}, new float[] {6})), 3);
    assertArrayEquals(expected[0], actual[0]);
    assertArrayEquals(expected[1], actual[1]);
  }

  /** 600 vectors make three blocks; 303 features all have and 500 few have. */
  @Test
  void blocksListsAndLimitsGiveTheSameAsOneProductAfterAnother() {
    Random random = new Random(3);
    List<FeatureVector> vectors = new ArrayList<>();
    List<float[]> stored = new ArrayList<>();
    for (int v = 0; v < 600; v++) {
      int[] indices = new int[304];
      float[] values = new float[304];
      for (int i = 0; i < 304; i++) {
        indices[i] = i < 303 ? i : 303 + random.nextInt(500);
        values[i] = (float) random.nextGaussian();
      }
      float[] numbers = new float[803];
      for (int i = 0; i < 304; i++) {
        numbers[indices[i]] = values[i];
      }
      vectors.add(new SparseVector(803, indices, values));
      stored.add(numbers);
    }
    InnerProducts products = new InnerProducts(vectors);
    for (int limit : new int[] {1, 255, 256, 257, 600}) {
      double[][] actual = products.with(vectors.subList(0, 5), limit);
      for (int i = 0; i < 5; i++) {
        assertEquals(limit, actual[i].length);
        for (int v = 0; v < limit; v++) {
          assertEquals(Vectors.dot(vectors.get(i), stored.get(v), 0), actual[i][v], 1e-4);
        }
      }
    }
  }

  /** The product of (v) and (2) is 2v, wherever the last block ends. */
  @Test
  void theLastBlockHoldsAnyNumberOfVectors() {
    for (int size : new int[] {1, 7, 8, 9, 255, 256, 257, 264, 265, 512}) {
      List<FeatureVector> vectors = new ArrayList<>();
      for (int v = 0; v < size; v++) {
        vectors.add(Toy.denseOf(v));
      }
      double[] actual = new InnerProducts(vectors).with(List.of(Toy.denseOf(2)), size)[0];
      assertEquals(size, actual.length);
      for (int v = 0; v < size; v++) {
        assertEquals(2 * v, actual[v]);
      }
    }
  }

  @Test
  void aVectorsProductsDoNotDependOnTheOthersAskedFor() {
    List<FeatureVector> vectors = Toy.of(Toy.dense(), "pan", 300, 1, 1).vectors();
    InnerProducts products = new InnerProducts(vectors);
    double[][] together = products.with(vectors, 300);
    for (int i = 0; i < 300; i++) {
      assertArrayEquals(products.with(List.of(vectors.get(i)), 300)[0], together[i]);
    }
  }
}

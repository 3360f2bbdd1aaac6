package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  @Test
  void theFirstDirectionIsTheOneInWhichPointsDiffer() {
    List<float[]> points =
        List.of(new float[] {1, 2, 5}, new float[] {3, 4, 5}, new float[] {5, 6, 5});
    float[] direction = PrincipalComponents.of(points, new float[] {3, 4, 5}, 1)[0];
    assertEquals(Math.sqrt(0.5), direction[0], 1e-6);
    assertEquals(direction[0], direction[1], 1e-6);
    assertEquals(0, direction[2], 1e-6);
  }

  @Test
  void theBasisIsOrthonormalAndKeepsWhatVariesMost() {
    Random random = new Random(3);
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] point = new float[20];
      for (int k = 0; k < point.length; k++) {
        // the first five numbers vary ten times as much as the others
        point[k] = (float) (random.nextGaussian() * (k < 5 ? 10 : 1));
      }
      points.add(point);
    }
    float[][] basis = PrincipalComponents.of(points, new float[20], 5);
    for (int c = 0; c < 5; c++) {
      for (int other = 0; other < 5; other++) {
        double dot = 0;
        for (int k = 0; k < 20; k++) {
          dot += (double) basis[c][k] * basis[other][k];
        }
        assertEquals(c == other ? 1 : 0, dot, 1e-6);
      }
    }
    double kept = 0;
    double all = 0;
    double[] spread = new double[5];
    for (float[] point : points) {
      for (int k = 0; k < 20; k++) {
        all += (double) point[k] * point[k];
      }
      for (int c = 0; c < 5; c++) {
        double dot = 0;
        for (int k = 0; k < 20; k++) {
          dot += (double) basis[c][k] * point[k];
        }
        kept += dot * dot;
        spread[c] += dot * dot;
      }
    }
    for (int c = 1; c < 5; c++) {
      assertTrue(spread[c] <= spread[c - 1], "the widest first");
    }
    // 5 · 100 of 5 · 100 + 15 · 1 is 0.971
    assertEquals(0.971, kept / all, 0.01);
  }

  @Test
  void moreDirectionsThanThereAreStayZero() {
    List<float[]> line = List.of(new float[] {1, 0}, new float[] {-1, 0});
    float[][] basis = PrincipalComponents.of(line, new float[2], 2);
    assertEquals(1, Math.abs(basis[0][0]), 1e-6);
    assertArrayEquals(new float[] {0, 0}, basis[1], 1e-6f);
  }
}

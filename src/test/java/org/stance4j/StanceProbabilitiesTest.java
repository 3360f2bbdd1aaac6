package org.stance4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StanceProbabilitiesTest {
  @Test
  void mostProbableStanceWins() {
    assertEquals(Stance.ANTI, new StanceProbabilities(0.2, 0.5, 0.3).stance());
  }

  @Test
  void tiesGoToTheFirstInDeclarationOrder() {
    assertEquals(Stance.PRO, new StanceProbabilities(0.4, 0.4, 0.2).stance());
    assertEquals(Stance.ANTI, new StanceProbabilities(0.2, 0.4, 0.4).stance());
  }

  @Test
  void arrayRoundTripKeepsTheOrder() {
    double[] values = {0.1, 0.2, 0.7};
    assertArrayEquals(values, StanceProbabilities.of(values).toArray());
  }

  @Test
  void whatIsNoDistributionIsRefusedWithItsValues() {
    for (double[] bad :
        new double[][] {{0.5, 0.5, 0.5}, {-0.1, 0.6, 0.5}, {Double.NaN, 0.5, 0.5}}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> StanceProbabilities.of(bad))
              .getMessage();
      assertTrue(message.contains("pro=" + bad[0]), message);
    }
    assertThrows(IllegalArgumentException.class, () -> StanceProbabilities.of(1.0, 0.0));
  }
}

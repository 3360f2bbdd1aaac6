package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
  /** SciPy 1.17.1, {@code binomtest(b, b + c, 0.5).pvalue}. */
  @ParameterizedTest
  @CsvSource({
    "10, 2, 0.03857421875",
    "2, 10, 0.03857421875",
    "6, 16, 0.052478790283203125",
    "4, 6, 0.75390625",
    "5, 5, 1",
    "1, 0, 1",
    "59, 6, 4.964650327128616e-12",
    "121, 59, 4.4344492637551645e-06",
    "247, 114, 2.1087619206527526e-12"
  })
  void theExactPEqualsTheBinomialTestOfSciPy(int onlyFirst, int onlySecond, double p) {
    assertEquals(p, McNemar.of(onlyFirst, onlySecond).p(), 1e-9 * p);
  }

  /** Worked: 2 (1 + 5) / 2^5. */
  @Test
  void fourAgainstOneByHand() {
    assertEquals(0.375, McNemar.of(4, 1).p(), 1e-12);
  }

  @Test
  void modelsThatAgreeShowNoDifference() {
    assertEquals(new McNemar.Result(0, 0, 1), McNemar.of(0, 0));
  }

  @Test
  void thousandsOfChangesDoNotVanish() {
    assertEquals(1, McNemar.of(5000, 5000).p(), 1e-9);
  }

  @Test
  void onlySentencesThatOneModelGetsRightCount() {
    // both right, only first, only second, both wrong in two ways, only second
    List<ScoredExample> first = Samples.scored("pppapn", "ppaaan", 1);
    List<ScoredExample> second = Samples.scored("pppapn", "pappnn", 1);
    assertEquals(new McNemar.Result(2, 1, 1), McNemar.of(first, second));
    assertThrows(IllegalArgumentException.class, () -> McNemar.of(first, second.subList(0, 2)));
  }
}

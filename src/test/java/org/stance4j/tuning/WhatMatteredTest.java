package org.stance4j.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatMatteredTest {
  private static final List<Trial> TRIALS =
      List.of(
          Fakes.trial(1, "words", 0, 0.5, Map.of("cost", "1", "length", "2")),
          Fakes.trial(2, "words", 0, 0.7, Map.of("cost", "1", "length", "3")),
          Fakes.trial(3, "words", 0, 0.2, Map.of("cost", "4", "length", "3")),
          Fakes.trial(4, "words", 0, 0.4, Map.of("cost", "4", "length", "2")),
          Fakes.trial(5, "sentences", 0, 0.9, Map.of("cost", "1")),
          Fakes.trial(2, "words", 1, 0.8, Map.of("cost", "1", "length", "3")));

  @Test
  void theShareOfVarianceIsBetweenByTotal() {
    WhatMattered mattered = WhatMattered.of(TRIALS, 0);
    assertEquals(5, mattered.trials());
    assertEquals(
        List.of("family", "cost", "length"),
        mattered.parameters().stream().map(WhatMattered.Parameter::name).toList());
    WhatMattered.Parameter cost = mattered.parameters().get(1);
    assertEquals("words", cost.family());
    // means 0.6 and 0.3 around 0.45: 4 · 0.0225 between; 0.0025 + 0.0625 + 0.0625 + 0.0025 in all
    assertEquals(0.09 / 0.13, cost.etaSquared(), 1e-9);
    assertEquals("1", cost.levels().get(0).value());
    assertEquals(0.6, cost.levels().get(0).mean(), 1e-9);
    assertEquals(2, cost.levels().get(0).count());
    // both lengths have the mean 0.45
    assertEquals(0, mattered.parameters().get(2).etaSquared(), 1e-9);
    // the family: 0.45 four times and 0.9 once, around 0.54
    assertEquals(
        (4 * 0.0081 + 0.1296) / (0.13 + 4 * 0.0081 + 0.1296),
        mattered.parameters().get(0).etaSquared(),
        1e-9);
    assertTrue(cost.few());
  }

  @Test
  void whereNoValueOccursTwiceNothingIsExplained() {
    List<Trial> two =
        List.of(
            Fakes.trial(1, "words", 0, 0.5, Map.of("cost", "1")),
            Fakes.trial(2, "words", 0, 0.7, Map.of("cost", "2")));
    WhatMattered.Parameter cost = WhatMattered.of(two, 0).parameters().get(0);
    assertNull(cost.etaSquared());
    assertEquals(2, cost.levels().size());
  }

  @Test
  void aChoiceWithoutAnAlternativeIsLeftOut() {
    assertEquals(List.of(), WhatMattered.of(TRIALS, 1).parameters());
    assertEquals(0, WhatMattered.of(TRIALS, 2).trials());
  }
}

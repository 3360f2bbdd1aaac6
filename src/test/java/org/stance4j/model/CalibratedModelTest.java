package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stance4j.Dataset;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.CalibrationMethod;

class CalibratedModelTest {
  private static final Dataset DATA = Tiny.dataset("pact");

  private static FittedModel train(CalibrationMethod method) {
    return new CalibratingTrainer(Tiny.WORDS, method, 3, true).train(DATA, 17);
  }

  @ParameterizedTest
  @EnumSource(
      value = CalibrationMethod.class,
      names = {"TEMPERATURE", "VECTOR"})
  void aCalibratedModelComesBackFromItsFilesAndKnowsWhatItWasBefore(CalibrationMethod method) {
    FittedModel model = train(method);
    Tiny.assertRestores(model, DATA.sentences());
    FittedModel plain = Tiny.WORDS.train(DATA, 17);
    List<StanceProbabilities> before = plain.predict(DATA.sentences());
    assertEquals(before, model.uncalibrated().predict(DATA.sentences()));
    assertNotEquals(before, model.predict(DATA.sentences()));
    assertSame(plain, plain.uncalibrated());
  }

  @Test
  void theModelsOfTargetsAreCalibratedEachByItself() {
    FittedModel model =
        new PerTargetTrainer(
                new CalibratingTrainer(Tiny.WORDS, CalibrationMethod.TEMPERATURE, 3, true))
            .train(DATA.and(Tiny.dataset("office")), 17);
    Tiny.assertRestores(model, DATA.sentences());
    assertEquals(
        Tiny.WORDS.train(DATA, 17).predict(DATA.sentences()),
        model.uncalibrated().predict(DATA.sentences()));
  }

  @Test
  void aSingleGroupCannotBeCalibratedOn() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new CalibratingTrainer(Tiny.WORDS, CalibrationMethod.VECTOR, 3, true)
                        .train(DATA.select(List.of(0, 1, 2)), 17))
            .getMessage()
            .contains("is a single group; the calibration is fitted on held-out groups"));
  }
}

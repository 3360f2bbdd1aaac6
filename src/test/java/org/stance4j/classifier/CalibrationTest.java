package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class CalibrationTest {
  private static final double EXACT = 1e-12;

  private record Rows(List<StanceProbabilities> probabilities, List<Stance> gold) {
    /** Probabilities that fit, then sharpened: what the scaling should undo. */
    static Rows sharpened(int n, double power, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      List<StanceProbabilities> probabilities = new ArrayList<>();
      List<Stance> gold = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        double[] scores = new double[Stance.COUNT];
        for (int k = 0; k < scores.length; k++) {
          scores[k] = random.nextGaussian();
        }
        double[] fitting = Vectors.softmax(scores);
        double u = random.nextDouble();
        gold.add(
            u < fitting[0]
                ? Stance.PRO
                : u < fitting[0] + fitting[1] ? Stance.ANTI : Stance.NEUTRAL);
        for (int k = 0; k < scores.length; k++) {
          scores[k] *= power;
        }
        probabilities.add(StanceProbabilities.of(Vectors.softmax(scores)));
      }
      return new Rows(probabilities, gold);
    }

    double loss(Calibration calibration) {
      double sum = 0;
      for (int i = 0; i < gold.size(); i++) {
        sum -= Math.log(calibration.apply(probabilities.get(i)).of(gold.get(i)));
      }
      return sum / gold.size();
    }

    Calibration fit(CalibrationMethod method) {
      return method.fit(probabilities, gold, false);
    }
  }

  private static StanceProbabilities of(double pro, double anti, double neutral) {
    return new StanceProbabilities(pro, anti, neutral);
  }

  /** Worked: the square roots of 0.64, 0.16 and 0.2 are 0.8, 0.4 and 0.4472, of sum 1.6472. */
  @Test
  void temperatureTwoTakesSquareRoots() {
    StanceProbabilities calibrated = new TemperatureScaling(2).apply(of(0.64, 0.16, 0.2));
    double sum = 0.8 + 0.4 + Math.sqrt(0.2);
    assertEquals(0.8 / sum, calibrated.pro(), EXACT);
    assertEquals(0.4 / sum, calibrated.anti(), EXACT);
    assertEquals(Math.sqrt(0.2) / sum, calibrated.neutral(), EXACT);
  }

  /**
   * Worked: 100 sentences at pro 0.9 against anti 0.1, of which 75 are pro. The best is 0.75, that
   * is 9^(1/T) = 3: T = 2.
   */
  @Test
  void theFittedTemperatureByHand() {
    List<StanceProbabilities> probabilities = Collections.nCopies(100, of(0.9, 0.1, 0));
    List<Stance> gold = new ArrayList<>(Collections.nCopies(75, Stance.PRO));
    gold.addAll(Collections.nCopies(25, Stance.ANTI));
    Calibration fitted = CalibrationMethod.TEMPERATURE.fit(probabilities, gold, false);
    assertEquals(2, ((TemperatureScaling) fitted).temperature(), 1e-6);
    assertEquals(0.75, fitted.apply(of(0.9, 0.1, 0)).pro(), 1e-6);
    // counted alike, the stances are even, and no finite temperature is the best
    Calibration balanced = CalibrationMethod.TEMPERATURE.fit(probabilities, gold, true);
    assertEquals(new TemperatureScaling(20), balanced);
  }

  /** Worked: weights 1, 2, 1 and a bias of ln 2 for neutral: 0.5, 0.09 and 0.4 of sum 0.99. */
  @Test
  void vectorScalingByHand() {
    StanceProbabilities calibrated =
        new VectorScaling(new float[] {1, 2, 1}, new float[] {0, 0, (float) Math.log(2)})
            .apply(of(0.5, 0.3, 0.2));
    assertEquals(0.5 / 0.99, calibrated.pro(), 1e-7);
    assertEquals(0.09 / 0.99, calibrated.anti(), 1e-7);
    assertEquals(0.4 / 0.99, calibrated.neutral(), 1e-7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3})
  void bothScalingsUndoASharpening(double power) {
    Rows rows = Rows.sharpened(4000, power, 3);
    TemperatureScaling temperature = (TemperatureScaling) rows.fit(CalibrationMethod.TEMPERATURE);
    assertEquals(power, temperature.temperature(), 0.1 * power);
    VectorScaling vector = (VectorScaling) rows.fit(CalibrationMethod.VECTOR);
    for (int k = 0; k < Stance.COUNT; k++) {
      assertEquals(1 / power, vector.weights()[k], 0.15 / power);
      assertEquals(0, vector.biases()[k], 0.15);
    }
    // never worse than no scaling on the rows they are fitted to; vector scaling can do more
    assertTrue(rows.loss(temperature) <= rows.loss(Calibration.none()) + 1e-9);
    assertTrue(rows.loss(vector) <= rows.loss(temperature) + 1e-4);
  }

  /** A model that takes a third of the anti sentences for pro. */
  @Test
  void vectorScalingMovesProbabilityBetweenStances() {
    List<StanceProbabilities> probabilities =
        List.of(of(0.6, 0.3, 0.1), of(0.6, 0.3, 0.1), of(0.6, 0.3, 0.1), of(0.1, 0.1, 0.8));
    List<Stance> gold = List.of(Stance.ANTI, Stance.ANTI, Stance.PRO, Stance.NEUTRAL);
    Calibration fitted = CalibrationMethod.VECTOR.fit(probabilities, gold, false);
    assertEquals(Stance.ANTI, fitted.apply(of(0.6, 0.3, 0.1)).stance());
    assertEquals(2.0 / 3, fitted.apply(of(0.6, 0.3, 0.1)).anti(), 0.02);
    assertEquals(Stance.NEUTRAL, fitted.apply(of(0.1, 0.1, 0.8)).stance());
  }

  /** Eight of ten rows are pro. Unbalanced, the prior of the rows comes in. */
  @Test
  void balancedVectorScalingDoesNotTakeOverTheShares() {
    List<StanceProbabilities> probabilities = new ArrayList<>();
    List<Stance> gold = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Stance stance = i % 10 < 8 ? Stance.PRO : i % 10 == 8 ? Stance.ANTI : Stance.NEUTRAL;
      boolean right = i / 10 < 7;
      Stance shown = right ? stance : stance == Stance.PRO ? Stance.ANTI : Stance.PRO;
      probabilities.add(
          of(
              shown == Stance.PRO ? 0.6 : 0.2,
              shown == Stance.ANTI ? 0.6 : 0.2,
              shown == Stance.NEUTRAL ? 0.6 : 0.2));
      gold.add(stance);
    }
    StanceProbabilities unsure = of(1.0 / 3, 1.0 / 3, 1.0 / 3);
    double plain = CalibrationMethod.VECTOR.fit(probabilities, gold, false).apply(unsure).pro();
    double balanced = CalibrationMethod.VECTOR.fit(probabilities, gold, true).apply(unsure).pro();
    assertTrue(plain > balanced + 0.1, plain + " " + balanced);
  }

  @Test
  void theTemperatureNeverChangesTheMostProbableStance() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      double a = random.nextDouble();
      double b = (1 - a) * random.nextDouble();
      double[] values = {a, b, 1 - a - b};
      if (i % 4 == 0) { // a lead of one unit in the last place
        values = new double[] {0.4, Math.nextUp(0.4), 0.2};
        int shift = random.nextInt(3);
        values = new double[] {values[shift], values[(shift + 1) % 3], values[(shift + 2) % 3]};
      } else if (i % 4 == 1) { // a tie
        values = new double[] {a / 2, a / 2, 1 - a};
      } else if (i % 4 == 2) { // next to nothing
        values = new double[] {a * 1e-300, 1, Double.MIN_VALUE};
      }
      StanceProbabilities before = StanceProbabilities.of(values);
      double temperature = Math.exp(Math.log(0.05) + random.nextDouble() * Math.log(400));
      TemperatureScaling scaling =
          new TemperatureScaling((float) Math.min(20, Math.max(0.05, temperature)));
      assertEquals(before.stance(), scaling.apply(before).stance(), before + " " + scaling);
    }
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void aProbabilityOfZeroStaysZero(CalibrationMethod method) {
    Rows rows = Rows.sharpened(200, 2, 4);
    List<StanceProbabilities> probabilities = new ArrayList<>(rows.probabilities());
    List<Stance> gold = new ArrayList<>(rows.gold());
    probabilities.addAll(List.of(of(0, 0.4, 0.6), of(1, 0, 0), of(1, 0, 0)));
    // the last one was ruled out and happened
    gold.addAll(List.of(Stance.ANTI, Stance.PRO, Stance.NEUTRAL));
    Calibration fitted = method.fit(probabilities, gold, false);
    assertEquals(0, fitted.apply(of(0, 0.4, 0.6)).pro());
    assertEquals(of(1, 0, 0), fitted.apply(of(1, 0, 0)));
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void ofTwoStancesTheThirdStaysUnlikely(CalibrationMethod method) {
    SplittableRandom random = new SplittableRandom(2);
    List<StanceProbabilities> probabilities = new ArrayList<>();
    List<Stance> gold = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double pro = 0.05 + 0.9 * random.nextDouble();
      double third = i % 2 == 0 ? 0 : 1e-4;
      probabilities.add(of(pro * (1 - third), (1 - pro) * (1 - third), third));
      gold.add(random.nextDouble() < 0.5 + (pro - 0.5) / 2 ? Stance.PRO : Stance.ANTI);
    }
    for (boolean balanced : new boolean[] {false, true}) {
      Calibration fitted = method.fit(probabilities, gold, balanced);
      for (StanceProbabilities row : probabilities) {
        assertTrue(fitted.apply(row).neutral() < 0.05, () -> fitted.apply(row).toString());
      }
    }
  }

  @Test
  void whereScalingMakesNoDifferenceNothingIsScaled() {
    List<StanceProbabilities> even = Collections.nCopies(10, of(1.0 / 3, 1.0 / 3, 1.0 / 3));
    List<Stance> gold = Collections.nCopies(10, Stance.ANTI);
    assertEquals(new TemperatureScaling(1), CalibrationMethod.TEMPERATURE.fit(even, gold, true));
    List<StanceProbabilities> ruledOut = Collections.nCopies(10, of(1, 0, 0));
    assertEquals(
        new TemperatureScaling(1), CalibrationMethod.TEMPERATURE.fit(ruledOut, gold, true));
    VectorScaling vector = (VectorScaling) CalibrationMethod.VECTOR.fit(ruledOut, gold, true);
    assertArrayEquals(new float[] {1, 1, 1}, vector.weights());
  }

  @Test
  void whereEveryRowIsRightTheTemperatureIsTheLowest() {
    List<StanceProbabilities> right = List.of(of(0.6, 0.2, 0.2), of(0.2, 0.6, 0.2));
    assertEquals(
        new TemperatureScaling(0.05f),
        CalibrationMethod.TEMPERATURE.fit(right, List.of(Stance.PRO, Stance.ANTI), false));
    Calibration vector =
        CalibrationMethod.VECTOR.fit(right, List.of(Stance.PRO, Stance.ANTI), false);
    assertTrue(vector.apply(right.get(0)).pro() > 0.9);
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void aRestoredCalibrationGivesTheSameProbabilities(CalibrationMethod method) {
    Rows rows = Rows.sharpened(300, 2, 5);
    Calibration fitted = rows.fit(method);
    Calibration restored = Calibration.restore(SafeTensors.read(SafeTensors.write(fitted.state())));
    for (StanceProbabilities row : rows.probabilities()) {
      assertEquals(fitted.apply(row), restored.apply(row));
    }
    assertArrayEquals(SafeTensors.write(fitted.state()), SafeTensors.write(restored.state()));
    assertArrayEquals(
        SafeTensors.write(fitted.state()), SafeTensors.write(rows.fit(method).state()));
    assertEquals(method.key(), fitted.state().setting("type"));
  }

  @Test
  void damagedStatesAreRefused() {
    refused(Map.of("type", "oracle"), Map.of(), "unknown calibration type 'oracle'; known are");
    refused(Map.of(), Map.of(), "no setting 'type'");
    refused(Map.of("type", "temperature"), Map.of(), "no tensor 'temperature'");
    for (float wrong : new float[] {0, -1, 21}) {
      refused(
          Map.of("type", "temperature"),
          Map.of("temperature", Tensor.ofFloats(new float[] {wrong}, 1)),
          "a temperature must be in [0.05, 20.0], got ");
    }
    Map<String, Tensor> tensors =
        new TreeMap<>(new VectorScaling(new float[] {1, 1, 1}, new float[3]).state().tensors());
    tensors.put("biases", Tensor.ofFloats(new float[2], 2));
    refused(Map.of("type", "vector"), tensors, "tensor 'biases' has shape [2]");
    tensors.put("biases", Tensor.ofFloats(new float[] {0, Float.NaN, 0}, 3));
    refused(Map.of("type", "vector"), tensors, "tensor 'biases' holds NaN at place 1");
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      refused(
          Map.of("type", "temperature"),
          Map.of("temperature", Tensor.ofFloats(new float[] {wrong}, 1)),
          "tensor 'temperature' holds " + wrong);
    }
  }

  private static void refused(
      Map<String, String> settings, Map<String, Tensor> tensors, String reason) {
    String message =
        assertThrows(
                TensorFormatException.class,
                () -> Calibration.restore(TensorBundle.of(settings, tensors)))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void rowsThatDoNotFitTogetherAreRefused() {
    for (CalibrationMethod method : CalibrationMethod.values()) {
      assertThrows(IllegalArgumentException.class, () -> method.fit(List.of(), List.of(), false));
      assertThrows(
          IllegalArgumentException.class, () -> method.fit(List.of(of(1, 0, 0)), List.of(), false));
    }
  }
}

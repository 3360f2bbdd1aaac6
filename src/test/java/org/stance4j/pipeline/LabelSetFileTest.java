package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class LabelSetFileTest {
  private static byte[] file(float[] pro, float[] anti, float[] neutral) {
    return SafeTensors.write(
        TensorBundle.of(
            Map.of(),
            Map.of(
                "pro", Tensor.ofFloats(pro, pro.length),
                "anti", Tensor.ofFloats(anti, anti.length),
                "neutral", Tensor.ofFloats(neutral, neutral.length))));
  }

  private static String damage(byte[] file) {
    return String.valueOf(
        assertThrows(TensorFormatException.class, () -> LabelSetFile.read(file)).getMessage());
  }

  @Test
  void whatIsWrittenIsReadBackToTheSameBytes() {
    ConformalCalibration calibration =
        ConformalCalibration.ofProbabilities(
            Map.of(Stance.PRO, new float[] {0.1f, 1}, Stance.NEUTRAL, new float[] {0.3f}));
    byte[] file = LabelSetFile.write(calibration);
    ConformalCalibration read = LabelSetFile.read(file);
    assertArrayEquals(new float[] {1, 0.1f}, read.probabilities(Stance.PRO));
    assertArrayEquals(new float[0], read.probabilities(Stance.ANTI));
    assertArrayEquals(file, LabelSetFile.write(read));
  }

  @Test
  void damageIsToldByItsPlace() {
    float[] none = new float[0];
    assertEquals(
        "label-sets.safetensors: tensor 'pro' holds 0.6 at place 1; allowed are probabilities from 0"
            + " to 1 that fall or stay",
        damage(file(new float[] {0.5f, 0.6f}, none, none)));
    assertEquals(
        "label-sets.safetensors: tensor 'anti' holds 1.5 at place 0; allowed are probabilities from"
            + " 0 to 1 that fall or stay",
        damage(file(none, new float[] {1.5f}, none)));
    assertEquals(
        "label-sets.safetensors holds no probability; at least one is needed",
        damage(file(none, none, none)));
    assertEquals(
        "tensor 'neutral' holds NaN at place 0; only finite numbers are allowed",
        damage(file(none, none, new float[] {Float.NaN})));
  }

  @Test
  void aFileThatIsCutOffOrLacksAStanceIsDamage() {
    byte[] file = file(new float[] {0.5f}, new float[] {0.5f}, new float[] {0.5f});
    damage(Arrays.copyOf(file, file.length - 1));
    damage(Arrays.copyOf(file, 5));
    TreeMap<String, Tensor> tensors = new TreeMap<>(SafeTensors.read(file).tensors());
    tensors.remove("neutral");
    assertEquals(
        "no tensor 'neutral'; present: [anti, pro]",
        damage(SafeTensors.write(TensorBundle.of(Map.of(), tensors))));
    tensors.put("neutral", Tensor.ofFloats(new float[] {0.5f, 0.5f}, 1, 2));
    assertEquals(
        "tensor 'neutral' has shape [1, 2], expected [any]",
        damage(SafeTensors.write(TensorBundle.of(Map.of(), tensors))));
  }
}

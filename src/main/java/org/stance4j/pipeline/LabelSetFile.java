package org.stance4j.pipeline;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Stance;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * The file of a model folder that label sets are made from: for each stance one F32 tensor of its
 * name, shape [n], with the out-of-fold probabilities of the gold stance, descending.
 */
final class LabelSetFile {
  /** Name of the file. */
  static final String FILE = "label-sets.safetensors";

  /** Most sentences of a stance that are read, far above any training that fits into memory. */
  static final int MOST = 10_000_000;

  private static final String CONTENT =
      "out-of-fold probabilities of the gold stance, descending, by gold stance";

  private LabelSetFile() {}

  static byte[] write(ConformalCalibration calibration) {
    Map<String, Tensor> tensors = new TreeMap<>();
    for (Stance stance : Stance.values()) {
      float[] values = calibration.probabilities(stance);
      tensors.put(stance.label(), Tensor.ofFloats(values, values.length));
    }
    return SafeTensors.write(TensorBundle.of(Map.of("content", CONTENT), tensors));
  }

  /**
   * The calibration in a file.
   *
   * @throws TensorFormatException if it is damaged: a stance is missing, too long, out of order,
   *     holds something that is no probability, or there is no sentence at all
   */
  static ConformalCalibration read(byte[] file) {
    TensorBundle bundle = SafeTensors.read(file);
    Map<Stance, float[]> probabilities = new EnumMap<>(Stance.class);
    int n = 0;
    for (Stance stance : Stance.values()) {
      float[] values = bundle.floats(stance.label(), -1);
      if (values.length > MOST) {
        throw new TensorFormatException(
            FILE
                + ": tensor '"
                + stance.label()
                + "' holds "
                + values.length
                + " probabilities; at most "
                + MOST
                + " are allowed");
      }
      check(stance, values);
      n += values.length;
      probabilities.put(stance, values);
    }
    if (n == 0) {
      throw new TensorFormatException(FILE + " holds no probability; at least one is needed");
    }
    return ConformalCalibration.ofProbabilities(probabilities);
  }

  private static void check(Stance stance, float... values) {
    for (int i = 0; i < values.length; i++) {
      float most = i == 0 ? 1 : values[i - 1];
      if (!(values[i] >= 0 && values[i] <= most)) {
        throw new TensorFormatException(
            String.format(
                Locale.ROOT,
                "%s: tensor '%s' holds %s at place %d; allowed are probabilities from 0 to 1 that"
                    + " fall or stay",
                FILE,
                stance.label(),
                values[i],
                i));
      }
    }
  }
}

package org.stance4j.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.classifier.Calibration;
import org.stance4j.classifier.CalibrationMethod;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * Reads models from the files that {@link FittedModel#files} gave.
 *
 * <p>A model of parts has a file {@value #COMPOSITE_FILE} that says what the parts are; the names
 * of a part's files begin with the part's name. A model without it is a tuned encoder, or features
 * and classifier.
 */
public final class ModelFiles {
  /** File that says how parts make a whole. */
  static final String COMPOSITE_FILE = "composite.safetensors";

  /** Parts within parts: more than any recipe makes. */
  private static final int DEEPEST = 6;

  private final SortedMap<String, byte[]> files;
  private final EncoderSource encoders;

  private ModelFiles(SortedMap<String, byte[]> files, EncoderSource encoders) {
    this.files = files;
    this.encoders = encoders;
  }

  /**
   * The model in these files.
   *
   * @param files content by name; others than the model's own are of no account
   * @param encoders opens the encoder of a spec; called only where the model needs one
   * @throws TensorFormatException if one is missing or damaged, or they do not fit together
   */
  public static FittedModel restore(SortedMap<String, byte[]> files, EncoderSource encoders) {
    return new ModelFiles(files, encoders).restore("", 0);
  }

  /**
   * The encoders that serve what was trained for a model, and not only used by it.
   *
   * @param files content by name; others than the model's own are of no account
   * @return their names, each once, in the order of the files
   */
  public static List<String> tunedEncoders(SortedMap<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(file -> isTuned(file.getKey()))
        .map(file -> EncoderModel.encoder(file.getValue()))
        .distinct()
        .toList();
  }

  /**
   * The ONNX files of the user that encoders of a model were trained from.
   *
   * @param files content by name; others than the model's own are of no account
   * @return where they were, each once, in the order of the files
   */
  public static List<String> encoderFiles(SortedMap<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(file -> isTuned(file.getKey()))
        .flatMap(file -> EncoderModel.encoderFile(file.getValue()).stream())
        .distinct()
        .toList();
  }

  /**
   * The same model with its trained encoders, also those of its parts, served by the graphs in
   * eight bits.
   *
   * @param files content by name; those of other parts stay
   * @throws IllegalArgumentException if one of these encoders has no such graph
   */
  public static SortedMap<String, byte[]> inEightBits(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> others = new TreeMap<>(files);
    others.replaceAll(
        (name, content) -> isTuned(name) ? EncoderModel.inEightBits(content) : content);
    return others;
  }

  private static boolean isTuned(String name) {
    return name.equals(EncoderModel.ENCODER_FILE) || name.endsWith("." + EncoderModel.ENCODER_FILE);
  }

  private FittedModel restore(String prefix, int depth) {
    if (depth > DEEPEST) {
      throw new TensorFormatException("parts are nested more than " + DEEPEST + " deep");
    }
    byte[] encoder = files.get(prefix + EncoderModel.ENCODER_FILE);
    if (encoder != null) {
      return EncoderModel.restore(encoder);
    }
    if (!files.containsKey(prefix + COMPOSITE_FILE)) {
      return FeatureModel.restore(
          file(prefix + FeatureModel.FEATURES_FILE),
          file(prefix + FeatureModel.CLASSIFIER_FILE),
          encoders);
    }
    TensorBundle state = SafeTensors.read(file(prefix + COMPOSITE_FILE));
    String type = state.setting("type");
    return switch (type) {
      case SoftVote.TYPE -> ensemble(SoftVote.restore(state), prefix, depth);
      case Stacking.TYPE -> ensemble(Stacking.restore(state), prefix, depth);
      case PerTargetModel.TYPE -> perTarget(state, prefix, depth);
      default -> calibrated(type, state, prefix, depth);
    };
  }

  private FittedModel ensemble(Combiner combiner, String prefix, int depth) {
    List<FittedModel> members = new ArrayList<>();
    for (int m = 0; m < combiner.members(); m++) {
      members.add(restore(prefix + EnsembleModel.memberPrefix(m), depth + 1));
    }
    return new EnsembleModel(members, combiner);
  }

  private FittedModel perTarget(TensorBundle state, String prefix, int depth) {
    SortedMap<String, FittedModel> models = new TreeMap<>();
    int number = 0;
    for (String target : PerTargetModel.targets(state)) {
      models.put(target, restore(prefix + PerTargetModel.targetPrefix(number++), depth + 1));
    }
    return new PerTargetModel(models);
  }

  private FittedModel calibrated(String type, TensorBundle state, String prefix, int depth) {
    List<String> calibrations =
        Arrays.stream(CalibrationMethod.values()).map(CalibrationMethod::key).toList();
    if (!calibrations.contains(type)) {
      throw new TensorFormatException(
          "unknown kind of model '"
              + type
              + "'; known are "
              + String.join(", ", SoftVote.TYPE, Stacking.TYPE, PerTargetModel.TYPE)
              + " and the calibrations "
              + String.join(", ", calibrations));
    }
    return new CalibratedModel(
        restore(prefix + CalibratedModel.BASE_PREFIX, depth + 1), Calibration.restore(state));
  }

  private byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new TensorFormatException("file " + name + " is missing");
    }
    return content;
  }
}

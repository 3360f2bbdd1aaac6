package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Vectors;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderWeight;
import org.stance4j.encoder.TunedEncoder;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * An encoder whose upper layers were trained for stance.
 *
 * <p>Its file holds what changed, in half precision, and the hash of the encoder that it changed.
 */
public final class EncoderModel implements FittedModel {
  /** File of what training changed. */
  public static final String ENCODER_FILE = "encoder.safetensors";

  private static final String HEAD_WEIGHT = "head.weight";
  private static final String HEAD_BIAS = "head.bias";
  private static final String INITIALISER = "onnx.";

  private final TunedSpec spec;
  private final SentenceInput input;
  private final TensorBundle state;
  private final TunedEncoder encoder;

  private EncoderModel(TensorBundle state) {
    this.state = state;
    this.spec =
        new TunedSpec(
            state.setting("encoder"), state.setting("prefix"), number(state, "maxTokens"));
    this.input =
        new SentenceInput(
            number(state, "previousWords"),
            number(state, "nextWords"),
            Boolean.parseBoolean(state.setting("targetPrefix")),
            state.setting("target"));
    EncoderCatalog base = EncoderCatalog.of(spec.encoder());
    if (!base.graphSha256().equals(state.setting("encoderSha256"))) {
      throw new TensorFormatException(
          "the model changes weights of "
              + spec.encoder()
              + " with SHA-256 "
              + state.setting("encoderSha256")
              + ", but the one on the class path has "
              + base.graphSha256());
    }
    List<EncoderWeight> weights = new ArrayList<>();
    for (Map.Entry<String, Tensor> tensor : state.tensors().entrySet()) {
      String name = tensor.getKey();
      if (!name.equals(HEAD_WEIGHT) && !name.equals(HEAD_BIAS)) {
        weights.add(new EncoderWeight(name, state.setting(INITIALISER + name), tensor.getValue()));
      }
    }
    this.encoder =
        new TunedEncoder(
            spec,
            weights,
            state.floats(HEAD_WEIGHT, base.hiddenSize(), Stance.COUNT),
            state.floats(HEAD_BIAS, Stance.COUNT));
  }

  /**
   * A model of these weights, each rounded to the nearest half.
   *
   * @param weights that differ from the encoder's own
   * @param headWeight [hidden][classes]
   * @param headBias [classes]
   */
  public static EncoderModel of(
      TunedSpec spec,
      SentenceInput input,
      List<EncoderWeight> weights,
      float[] headWeight,
      float[] headBias) {
    EncoderCatalog base = EncoderCatalog.of(spec.encoder());
    Map<String, String> settings = new TreeMap<>();
    settings.put("type", "tuned-encoder");
    settings.put("encoder", spec.encoder());
    settings.put("encoderSha256", base.graphSha256());
    settings.put("prefix", spec.prefix());
    settings.put("maxTokens", String.valueOf(spec.maxTokens()));
    settings.put("previousWords", String.valueOf(input.previousWords()));
    settings.put("nextWords", String.valueOf(input.nextWords()));
    settings.put("targetPrefix", String.valueOf(input.targetPrefix()));
    settings.put("target", input.target());
    Map<String, Tensor> tensors = new TreeMap<>();
    for (EncoderWeight weight : weights) {
      settings.put(INITIALISER + weight.name(), weight.initialiser());
      Tensor values = weight.values();
      tensors.put(
          weight.name(), Tensor.ofHalves(values.floats(), values.shape().toArray(Integer[]::new)));
    }
    tensors.put(HEAD_WEIGHT, Tensor.ofFloats(headWeight, base.hiddenSize(), headBias.length));
    tensors.put(HEAD_BIAS, Tensor.ofFloats(headBias, headBias.length));
    return new EncoderModel(TensorBundle.of(settings, tensors));
  }

  /**
   * The model in a file.
   *
   * @throws TensorFormatException if it is damaged or made from another encoder
   */
  static EncoderModel restore(byte[] file) {
    TensorBundle state = SafeTensors.read(file);
    try {
      return new EncoderModel(state);
    } catch (IllegalArgumentException e) {
      throw new TensorFormatException(String.valueOf(e.getMessage()), e);
    }
  }

  private static int number(TensorBundle state, String name) {
    try {
      return Integer.parseInt(state.setting(name));
    } catch (NumberFormatException e) {
      throw new TensorFormatException(
          "setting '" + name + "' is '" + state.setting(name) + "', which is no whole number", e);
    }
  }

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    return encoder.logits(input.of(sentences)).stream().map(EncoderModel::softmax).toList();
  }

  private static StanceProbabilities softmax(float[] logits) {
    double[] scores = new double[logits.length];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = logits[k];
    }
    return StanceProbabilities.of(Vectors.softmax(scores));
  }

  @Override
  public SortedMap<String, byte[]> files(String prefix) {
    return new TreeMap<>(Map.of(prefix + ENCODER_FILE, SafeTensors.write(state)));
  }

  @Override
  public boolean usesTarget() {
    return input.targetPrefix();
  }

  @Override
  public void close() {
    encoder.close();
  }
}

package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Vectors;
import org.stance4j.encoder.Encoder;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderChanges;
import org.stance4j.encoder.EncoderDelta;
import org.stance4j.encoder.EncoderWeight;
import org.stance4j.encoder.LocalEncoder;
import org.stance4j.encoder.TunedEncoder;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.tensor.LowBitRows;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * An encoder whose upper layers were trained for stance.
 *
 * <p>Its file holds what changed and the hash of the encoder that it changed: the differences of
 * matrices in two bits a number, biases and layer norms in half precision. Of an encoder in files
 * of the user it also holds where these were.
 */
public final class EncoderModel implements FittedModel {
  /** File of what training changed. */
  public static final String ENCODER_FILE = "encoder.safetensors";

  private static final String HEAD_WEIGHT = "head.weight";
  private static final String HEAD_BIAS = "head.bias";
  private static final String ONNX_FILE = "encoderOnnxFile";
  private static final String TOKENIZER_FILE = "encoderTokenizerFile";
  private static final String SERVED = "servedEncoder";
  private static final String SERVED_SHA256 = "servedEncoderSha256";
  private static final String INITIALISER = "onnx.";
  private static final String PACKED = ".delta";
  private static final String BITS = "bits.";
  private static final String SCALES = ".scale";

  private final TunedSpec spec;
  private final SentenceInput input;
  private final TensorBundle state;
  private final TunedEncoder encoder;

  private EncoderModel(TensorBundle state) {
    this.state = state;
    this.spec = spec(state);
    this.input = input(state);
    Encoder base = spec.encoder();
    if (!base.graphSha256().equals(state.setting("encoderSha256"))) {
      throw new TensorFormatException(
          "the model changes weights of "
              + base.id()
              + " with SHA-256 "
              + state.setting("encoderSha256")
              + ", but the one on the class path has "
              + base.graphSha256());
    }
    if (spec.eightBits() && !spec.served().graphSha256().equals(state.setting(SERVED_SHA256))) {
      throw new TensorFormatException(
          "the model is served by "
              + state.setting(SERVED)
              + " with SHA-256 "
              + state.setting(SERVED_SHA256)
              + ", but the one on the class path has "
              + spec.served().graphSha256());
    }
    this.encoder =
        new TunedEncoder(
            spec,
            changes(state),
            state.floats(HEAD_WEIGHT, base.hiddenSize(), Stance.COUNT),
            state.floats(HEAD_BIAS, Stance.COUNT));
  }

  private static TunedSpec spec(TensorBundle state) {
    return new TunedSpec(
        base(state),
        state.setting("prefix"),
        number(state, "maxTokens"),
        state.metadata().containsKey(SERVED));
  }

  private static SentenceInput input(TensorBundle state) {
    return new SentenceInput(
        number(state, "passageWords"),
        number(state, "contextWords"),
        Boolean.parseBoolean(state.setting("targetPrefix")),
        state.setting("target"));
  }

  /** What was changed: an encoder that ships, or files that must be there and the same. */
  private static Encoder base(TensorBundle state) {
    return state.metadata().containsKey(ONNX_FILE)
        ? LocalEncoder.find(
            state.setting(ONNX_FILE),
            state.setting(TOKENIZER_FILE),
            state.setting("encoderSha256"),
            state.setting("tokenizerSha256"),
            number(state, "heads"))
        : EncoderCatalog.of(state.setting("encoder"));
  }

  private static EncoderChanges changes(TensorBundle state) {
    List<EncoderWeight> weights = new ArrayList<>();
    List<EncoderDelta> deltas = new ArrayList<>();
    for (Map.Entry<String, Tensor> tensor : state.tensors().entrySet()) {
      String key = tensor.getKey();
      if (key.endsWith(PACKED)) {
        String name = key.substring(0, key.length() - PACKED.length());
        deltas.add(
            new EncoderDelta(
                name,
                state.setting(INITIALISER + name),
                LowBitRows.of(
                    tensor.getValue(),
                    state.tensor(name + SCALES).floats(),
                    number(state, BITS + name))));
      } else if (!key.endsWith(SCALES) && !key.equals(HEAD_WEIGHT) && !key.equals(HEAD_BIAS)) {
        weights.add(new EncoderWeight(key, state.setting(INITIALISER + key), tensor.getValue()));
      }
    }
    return new EncoderChanges(weights, deltas);
  }

  /**
   * A model of these changes; weights are rounded to the nearest half.
   *
   * @param changes to the encoder's own weights
   * @param headWeight [hidden][classes]
   * @param headBias [classes]
   */
  public static EncoderModel of(
      TunedSpec spec,
      SentenceInput input,
      EncoderChanges changes,
      float[] headWeight,
      float[] headBias) {
    return new EncoderModel(state(spec, input, changes, headWeight, headBias));
  }

  private static TensorBundle state(
      TunedSpec spec,
      SentenceInput input,
      EncoderChanges changes,
      float[] headWeight,
      float[] headBias) {
    Encoder base = spec.encoder();
    Map<String, String> settings = new TreeMap<>();
    settings.put("type", "tuned-encoder");
    settings.put("encoder", base.id());
    settings.put("encoderSha256", base.graphSha256());
    if (base instanceof LocalEncoder files) {
      settings.put(ONNX_FILE, files.onnxFile().toString());
      settings.put(TOKENIZER_FILE, files.tokenizerFile().toString());
      settings.put("tokenizerSha256", files.tokenizerSha256());
      settings.put("heads", String.valueOf(files.heads()));
    }
    serve(settings, spec);
    settings.put("prefix", spec.prefix());
    settings.put("maxTokens", String.valueOf(spec.maxTokens()));
    settings.put("passageWords", String.valueOf(input.passageWords()));
    settings.put("contextWords", String.valueOf(input.contextWords()));
    settings.put("targetPrefix", String.valueOf(input.targetPrefix()));
    settings.put("target", input.target());
    Map<String, Tensor> tensors = new TreeMap<>();
    for (EncoderWeight weight : changes.weights()) {
      settings.put(INITIALISER + weight.name(), weight.initialiser());
      tensors.put(weight.name(), halves(weight.values()));
    }
    for (EncoderDelta delta : changes.deltas()) {
      settings.put(INITIALISER + delta.name(), delta.initialiser());
      settings.put(BITS + delta.name(), String.valueOf(delta.difference().bits()));
      tensors.put(delta.name() + PACKED, delta.difference().packed());
      tensors.put(delta.name() + SCALES, delta.difference().scales());
    }
    tensors.put(HEAD_WEIGHT, Tensor.ofFloats(headWeight, base.hiddenSize(), headBias.length));
    tensors.put(HEAD_BIAS, Tensor.ofFloats(headBias, headBias.length));
    return TensorBundle.of(settings, tensors);
  }

  /** Name of the encoder that serves the model in a file. */
  static String encoder(byte[] file) {
    TensorBundle state = SafeTensors.read(file);
    return state.metadata().getOrDefault(SERVED, state.setting("encoder"));
  }

  /** Where the graph of that encoder was, if it is one in files of the user. */
  static Optional<String> encoderFile(byte[] file) {
    return Optional.ofNullable(SafeTensors.read(file).metadata().get(ONNX_FILE));
  }

  /**
   * The model in a file, served by the graph of the same encoder in eight bits.
   *
   * @param file of a model that {@link #restore} takes
   * @return a file that {@link #restore} takes
   * @throws IllegalArgumentException if the encoder has no such graph
   */
  static byte[] inEightBits(byte[] file) {
    TensorBundle state = SafeTensors.read(file);
    Map<String, String> settings = new TreeMap<>(state.metadata());
    serve(settings, spec(state).inEightBits(true));
    return SafeTensors.write(TensorBundle.of(settings, state.tensors()));
  }

  /** Says which graph is run, where that is another than the one that was trained. */
  private static void serve(Map<String, String> settings, TunedSpec spec) {
    if (spec.eightBits()) {
      settings.put(SERVED, spec.served().id());
      settings.put(SERVED_SHA256, spec.served().graphSha256());
    }
  }

  private static Tensor halves(Tensor values) {
    return Tensor.ofHalves(values.floats(), values.shape().toArray(Integer[]::new));
  }

  /**
   * The model in a file.
   *
   * @throws TensorFormatException if it is damaged or made from another encoder
   * @throws org.stance4j.encoder.EncoderException if a file of the encoder is not there or is
   *     another one
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
    return predict(encoder, input, sentences);
  }

  /**
   * What an encoder says of sentences.
   *
   * @param input how it reads them
   */
  public static List<StanceProbabilities> predict(
      TunedEncoder encoder, SentenceInput input, List<Sentence> sentences) {
    List<SentencePassage> passages = input.of(sentences);
    List<float[][]> logits =
        encoder.logits(passages.stream().map(SentencePassage::passage).toList());
    StanceProbabilities[] probabilities = new StanceProbabilities[sentences.size()];
    for (int p = 0; p < passages.size(); p++) {
      List<Integer> rows = passages.get(p).rows();
      for (int i = 0; i < rows.size(); i++) {
        probabilities[rows.get(i)] = softmax(logits.get(p)[i]);
      }
    }
    return List.of(probabilities);
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

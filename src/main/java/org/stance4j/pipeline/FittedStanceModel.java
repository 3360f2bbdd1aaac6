package org.stance4j.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierCodec;
import org.stance4j.features.FeatureCodec;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.FittedFeatureExtractor;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorFormatException;

/** A fitted extractor and a classifier: body and head. */
public final class FittedStanceModel implements StanceModel {
  /** File of the extractor's state. */
  public static final String FEATURES_FILE = "features.safetensors";

  /** File of the classifier's state. */
  public static final String CLASSIFIER_FILE = "classifier.safetensors";

  private final FittedFeatureExtractor extractor;
  private final Classifier classifier;
  private final Runnable onClose;

  /**
   * A model of these parts.
   *
   * @param onClose releases what the parts need and nobody else owns
   */
  FittedStanceModel(FittedFeatureExtractor extractor, Classifier classifier, Runnable onClose) {
    this.extractor = extractor;
    this.classifier = classifier;
    this.onClose = onClose;
  }

  /**
   * The model in these files.
   *
   * @param pool opens the encoder if the model needs one; closed with the model
   * @throws TensorFormatException if they are damaged or do not fit together
   */
  static FittedStanceModel restore(byte[] features, byte[] classifier, EncoderPool pool) {
    FittedFeatureExtractor extractor =
        FeatureCodec.restore(SafeTensors.read(features), pool::encoder);
    Classifier restored = ClassifierCodec.restore(SafeTensors.read(classifier));
    if (restored.dimension() != 0 && restored.dimension() != extractor.dimension()) {
      throw new TensorFormatException(
          "the classifier takes vectors of "
              + restored.dimension()
              + " numbers, the features have "
              + extractor.dimension());
    }
    return new FittedStanceModel(extractor, restored, pool::close);
  }

  /** The model as files; the same model gives the same bytes. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(FEATURES_FILE, SafeTensors.write(extractor.state()));
    files.put(CLASSIFIER_FILE, SafeTensors.write(classifier.state()));
    return files;
  }

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    List<FeatureVector> vectors = extractor.extract(sentences);
    return vectors.parallelStream().map(classifier::predict).toList();
  }

  @Override
  public void close() {
    onClose.run();
  }
}

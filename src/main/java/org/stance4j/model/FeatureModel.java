package org.stance4j.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierCodec;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.explain.Explainer;
import org.stance4j.explain.LinearNgrams;
import org.stance4j.explain.Occlusion;
import org.stance4j.features.FeatureCodec;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.FittedFeatureExtractor;
import org.stance4j.features.TextEmbedder;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorFormatException;

/** A fitted extractor and a classifier: body and head. Its encoders are closed by their owner. */
public final class FeatureModel implements FittedModel {
  /** File of the extractor's state. */
  public static final String FEATURES_FILE = "features.safetensors";

  /** File of the classifier's state. */
  public static final String CLASSIFIER_FILE = "classifier.safetensors";

  private final FittedFeatureExtractor extractor;
  private final Classifier classifier;

  /** A model of these parts. */
  FeatureModel(FittedFeatureExtractor extractor, Classifier classifier) {
    this.extractor = extractor;
    this.classifier = classifier;
  }

  /**
   * The model in these files.
   *
   * @throws TensorFormatException if they are damaged or do not fit together
   */
  static FeatureModel restore(byte[] features, byte[] classifier, EncoderSource encoders) {
    FittedFeatureExtractor extractor = FeatureCodec.restore(SafeTensors.read(features), encoders);
    Classifier restored = ClassifierCodec.restore(SafeTensors.read(classifier));
    if (restored.dimension() != 0 && restored.dimension() != extractor.dimension()) {
      throw new TensorFormatException(
          "the classifier takes vectors of "
              + restored.dimension()
              + " numbers, the features have "
              + extractor.dimension());
    }
    return new FeatureModel(extractor, restored);
  }

  @Override
  public SortedMap<String, byte[]> files(String prefix) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(prefix + FEATURES_FILE, SafeTensors.write(extractor.state()));
    files.put(prefix + CLASSIFIER_FILE, SafeTensors.write(classifier.state()));
    return files;
  }

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    List<FeatureVector> vectors = extractor.extract(sentences);
    return vectors.parallelStream().map(classifier::predict).toList();
  }

  @Override
  public Explainer explainer() {
    return LinearNgrams.of(extractor, classifier).orElseGet(() -> new Occlusion(this));
  }

  @Override
  public Optional<TextEmbedder> embedder() {
    return extractor.embedder();
  }

  @Override
  public boolean usesTarget() {
    return extractor.usesTarget();
  }

  @Override
  public void close() {
    // holds nothing of its own
  }
}

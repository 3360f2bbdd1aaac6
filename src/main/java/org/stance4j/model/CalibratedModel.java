package org.stance4j.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Calibration;
import org.stance4j.features.TextEmbedder;
import org.stance4j.tensor.SafeTensors;

/** A model whose probabilities are mended. */
public final class CalibratedModel implements FittedModel {
  /** What the files of the model itself begin with. */
  static final String BASE_PREFIX = "base.";

  private final FittedModel base;
  private final Calibration calibration;

  CalibratedModel(FittedModel base, Calibration calibration) {
    this.base = base;
    this.calibration = calibration;
  }

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    return base.predict(sentences).stream().map(calibration::apply).toList();
  }

  @Override
  public Set<String> targets() {
    return base.targets();
  }

  @Override
  public boolean usesTarget() {
    return base.usesTarget();
  }

  @Override
  public Optional<TextEmbedder> embedder() {
    return base.embedder();
  }

  @Override
  public FittedModel uncalibrated() {
    return base;
  }

  @Override
  public SortedMap<String, byte[]> files(String prefix) {
    SortedMap<String, byte[]> files = new TreeMap<>(base.files(prefix + BASE_PREFIX));
    files.put(prefix + ModelFiles.COMPOSITE_FILE, SafeTensors.write(calibration.state()));
    return files;
  }

  @Override
  public void close() {
    base.close();
  }
}

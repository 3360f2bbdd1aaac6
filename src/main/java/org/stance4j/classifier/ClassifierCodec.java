package org.stance4j.classifier;

import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** Restores classifiers from {@link Classifier#state()}. */
public final class ClassifierCodec {
  private ClassifierCodec() {}

  /**
   * The classifier whose state this is.
   *
   * @throws TensorFormatException if the state is of an unknown type, incomplete or misshapen
   */
  public static Classifier restore(TensorBundle state) {
    String type = state.setting("type");
    try {
      return switch (type) {
        case MajorityClassifier.TYPE -> MajorityClassifier.restore(state);
        case LinearClassifier.TYPE -> LinearClassifier.restore(state);
        case LinearSvmClassifier.TYPE -> LinearSvmClassifier.restore(state);
        case KernelClassifier.TYPE -> KernelClassifier.restore(state);
        case NetworkClassifier.TYPE -> NetworkClassifier.restore(state);
        case TreeEnsembleClassifier.TYPE -> TreeEnsembleClassifier.restore(state);
        case ConvolutionClassifier.TYPE -> ConvolutionClassifier.restore(state);
        case AttentionClassifier.TYPE -> AttentionClassifier.restore(state);
        default ->
            throw new TensorFormatException(
                "unknown classifier type '"
                    + type
                    + "'; known are "
                    + String.join(
                        ", ",
                        MajorityClassifier.TYPE,
                        LinearClassifier.TYPE,
                        LinearSvmClassifier.TYPE,
                        KernelClassifier.TYPE,
                        NetworkClassifier.TYPE,
                        TreeEnsembleClassifier.TYPE,
                        ConvolutionClassifier.TYPE,
                        AttentionClassifier.TYPE));
      };
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new TensorFormatException(
          "classifier of type '" + type + "' is damaged: " + e.getMessage(), e);
    }
  }
}

package org.stance4j.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.evaluation.ConformalSets;
import org.stance4j.model.FittedModel;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelStoreException;

/**
 * A model from a store, ready to score.
 *
 * @param manifest what it is made of
 * @param model scores sentences
 * @param recipe text of the recipe that it was trained by; empty where the folder has none
 * @param trainingTexts tells which texts it was trained on
 * @param labelSets what its label sets are made from; {@code null} where the folder holds none,
 *     since it was written before they were stored
 */
public record LoadedModel(
    ModelManifest manifest,
    FittedModel model,
    String recipe,
    TextFingerprints trainingTexts,
    @Nullable ConformalCalibration labelSets)
    implements AutoCloseable {
  /** Prefix of the manifest's figures that hold the prior, one per stance. */
  static final String PRIOR = "prior.";

  /** Distance of the sum of rounded shares from 1 that is taken for rounding. */
  private static final double ROUNDING = 1e-4;

  /** Name and version, such as {@code ngram-linear@1}. */
  public String name() {
    return manifest.ref().toString();
  }

  /**
   * The most frequent stance of the training data; of equally frequent ones, the first.
   *
   * @throws ModelStoreException if the manifest does not tell
   */
  public Stance majority() {
    Stance majority = Stance.PRO;
    for (Stance stance : Stance.values()) {
      if (trained(stance) > trained(majority)) {
        majority = stance;
      }
    }
    return majority;
  }

  private int trained(Stance stance) {
    String count = manifest.dataset().get(stance.label());
    if (count == null || !count.matches("[0-9]{1,9}")) {
      throw new ModelStoreException(
          "model "
              + name()
              + " is damaged: its manifest does not count the '"
              + stance.label()
              + "' sentences it was trained on; restore the folder or train it again");
    }
    return Integer.parseInt(count);
  }

  /**
   * The prior implied in the model's probabilities: the mean out-of-fold probability of each
   * stance. Equal shares where the manifest does not tell, since models are trained with stances
   * that weigh the same unless a recipe says otherwise.
   *
   * @throws ModelStoreException if what the manifest tells is no distribution
   */
  public StanceProbabilities prior() {
    double[] shares =
        Arrays.stream(Stance.values())
            .map(stance -> manifest.metrics().get(PRIOR + stance.label()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (shares.length == 0) {
      return new StanceProbabilities(1.0 / 3, 1.0 / 3, 1.0 / 3);
    }
    double sum = Arrays.stream(shares).sum();
    boolean positive = Arrays.stream(shares).allMatch(share -> share >= 0);
    if (shares.length != Stance.COUNT || !positive || !(Math.abs(sum - 1) <= ROUNDING)) {
      throw new ModelStoreException(
          "model "
              + name()
              + " is damaged: the figures '"
              + PRIOR
              + "*' of its manifest must be >= 0 for each stance and sum to 1; restore the folder or"
              + " train it again");
    }
    // the manifest's figures are rounded
    return StanceProbabilities.of(Arrays.stream(shares).map(share -> share / sum).toArray());
  }

  /**
   * The model's label sets at a coverage.
   *
   * @param coverage in (0, 1)
   * @throws IllegalArgumentException if the model holds no calibration of them, or a stance has too
   *     few sentences in it for that coverage
   */
  public ConformalSets labelSets(double coverage) {
    if (labelSets == null) {
      throw new IllegalArgumentException(
          "model "
              + name()
              + " cannot abstain: it was trained before models kept what label sets are made from"
              + " ("
              + LabelSetFile.FILE
              + "); train it again with 'stance train', or leave out --abstain");
    }
    if (!labelSets.carries(coverage)) {
      Stance rarest = labelSets.rarest();
      int n = labelSets.n(rarest);
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "model %s cannot abstain at a coverage of %s: %d out-of-fold sentences are %s, which"
                  + " carry at most %s; choose a lower coverage or train on more of them",
              name(),
              BigDecimal.valueOf(coverage).toPlainString(),
              n,
              rarest.label(),
              // rounded down, so that it can be asked for
              BigDecimal.valueOf(n)
                  .divide(BigDecimal.valueOf(n + 1L), 3, RoundingMode.DOWN)
                  .toPlainString()));
    }
    return labelSets.sets(coverage);
  }

  @Override
  public void close() {
    model.close();
  }
}

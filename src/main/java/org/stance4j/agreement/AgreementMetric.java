package org.stance4j.agreement;

import java.util.function.ToDoubleFunction;
import org.stance4j.evaluation.AgreementTable;
import org.stance4j.evaluation.CohenKappa;
import org.stance4j.evaluation.KrippendorffAlpha;
import org.stance4j.evaluation.ObservedAgreement;

/** The single figures of two annotators' agreement, each with its key in files. */
public enum AgreementMetric implements ToDoubleFunction<AgreementTable> {
  /** See {@link ObservedAgreement}. */
  OBSERVED("agreement", "Agreement", ObservedAgreement::of),
  /** See {@link CohenKappa}. */
  KAPPA("kappa", "Cohen’s κ", CohenKappa::of),
  /** See {@link KrippendorffAlpha}. */
  ALPHA("alpha", "Krippendorff’s α", KrippendorffAlpha::of);

  private final String key;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final ToDoubleFunction<AgreementTable> function;

  AgreementMetric(String key, String title, ToDoubleFunction<AgreementTable> function) {
    this.key = key;
    this.title = title;
    this.function = function;
  }

  /** The name used in files: {@code agreement}, {@code kappa}, {@code alpha}. */
  public String key() {
    return key;
  }

  /** The name shown to readers. */
  public String title() {
    return title;
  }

  /** Whether the figure of a table says anything; see {@link AgreementTable#varied}. */
  public boolean isDefined(AgreementTable table) {
    return this == OBSERVED ? table.total() > 0 : table.varied();
  }

  @Override
  public double applyAsDouble(AgreementTable table) {
    return function.applyAsDouble(table);
  }
}

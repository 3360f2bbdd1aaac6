package org.stance4j.agreement;

import org.stance4j.evaluation.AgreementTable;

/**
 * Agreement on one label against all others.
 *
 * @param label the label
 * @param table the label against {@link AgreementTable#REST}
 */
public record LabelAgreement(String label, AgreementTable table) {
  /** The agreement on one label of a table. */
  static LabelAgreement of(AgreementTable table, String label) {
    return new LabelAgreement(label, table.against(label));
  }

  /** Number of items to which the first annotator gave the label. */
  public int first() {
    return table.first(label);
  }

  /** Number of items to which the second annotator gave the label. */
  public int second() {
    return table.second(label);
  }

  /** Number of items to which both gave the label. */
  public int both() {
    return table.count(label, label);
  }

  /** Cohen's κ of the label against the rest. */
  public double kappa() {
    return AgreementMetric.KAPPA.applyAsDouble(table);
  }
}

package org.stance4j.evaluation;

/**
 * Observed agreement, as a percentage called per cent agreement: the share of items to which both
 * annotators gave the same label, agreed / n.
 *
 * <p>Range [0, 1]; 0 for the empty table. Two annotators who guess agree on some items too, on the
 * more of them the rarer all labels but one are, so it never stands alone: see {@link CohenKappa}.
 */
public final class ObservedAgreement {
  private ObservedAgreement() {}

  /** The agreement in a table. */
  public static double of(AgreementTable table) {
    int total = table.total();
    return total == 0 ? 0 : (double) table.agreed() / total;
  }
}

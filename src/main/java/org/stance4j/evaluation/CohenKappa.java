package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * Cohen's κ: agreement beyond what two annotators would reach who give their labels as often as
 * these but without looking, (p_o − p_e) / (1 − p_e).
 *
 * <p>p_o is the {@link ObservedAgreement}, p_e = Σ_k p_1k p_2k over the labels k, with the share
 * p_ik of annotator i's labels. Range [−1, 1]: 1 is full agreement, 0 is that of chance. 0 too
 * where it is not defined: for the empty table, and where both gave one and the same label
 * throughout, which says nothing of whether they can tell labels apart. Source: J. Cohen, "A
 * Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960.
 */
public final class CohenKappa {
  private CohenKappa() {}

  /** The κ of a table. */
  public static double of(AgreementTable table) {
    double chance = 0;
    for (String label : table.labels()) {
      chance += (double) table.first(label) * table.second(label);
    }
    return of(table.total(), table.agreed(), chance);
  }

  /** The κ of a model and the gold stances, taken for two annotators. */
  public static double of(ConfusionMatrix matrix) {
    double chance = 0;
    for (Stance stance : Stance.values()) {
      chance += (double) matrix.gold(stance) * matrix.predicted(stance);
    }
    return of(matrix.total(), matrix.correct(), chance);
  }

  private static double of(double total, double agreed, double chance) {
    // both sides times n², so that full chance agreement is found exactly
    double range = total * total - chance;
    return range == 0 ? 0 : (total * agreed - chance) / range;
  }
}

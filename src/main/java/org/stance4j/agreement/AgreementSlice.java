package org.stance4j.agreement;

import org.stance4j.evaluation.AgreementTable;

/**
 * Agreement on the items that share a value of an attribute.
 *
 * @param attribute name of the attribute
 * @param value the shared value; {@value #NO_VALUE} for the items without one
 * @param table what the annotators said of those items
 */
public record AgreementSlice(String attribute, String value, AgreementTable table) {
  /** Stands for the empty value. */
  public static final String NO_VALUE = "(none)";

  /** Fewest items whose figures are worth comparing. */
  public static final int ENOUGH_ITEMS = 30;

  /** Number of items. */
  public int n() {
    return table.total();
  }

  /** The figure of a metric. */
  public double of(AgreementMetric metric) {
    return metric.applyAsDouble(table);
  }

  /** Whether there are fewer than {@value #ENOUGH_ITEMS} items: shown, but not to be relied on. */
  public boolean fewItems() {
    return n() < ENOUGH_ITEMS;
  }
}

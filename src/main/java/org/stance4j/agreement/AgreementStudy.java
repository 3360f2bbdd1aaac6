package org.stance4j.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.Stance;
import org.stance4j.evaluation.ClusterBootstrap;

/**
 * Two annotators on the same data: how far their labels agree, and their holders where both chose
 * the same side. Immutable.
 *
 * @param data name of the data
 * @param first name of the first annotator: a column or file
 * @param second name of the second annotator
 * @param missing items that lack a label
 * @param labels agreement on the label
 * @param holders agreement on the holder, where both chose the same side and told it; {@code null}
 *     where there is no such item
 * @param seed source of the resamples
 */
public record AgreementStudy(
    String data,
    String first,
    String second,
    MissingLabels missing,
    Agreement labels,
    @Nullable Agreement holders,
    long seed) {
  private static final List<String> STANCES =
      Arrays.stream(Stance.values()).map(Stance::label).toList();
  private static final List<String> HOLDERS =
      Arrays.stream(Holder.values()).map(Holder::label).toList();

  /**
   * Studies with {@link ClusterBootstrap#RESAMPLES} resamples.
   *
   * @param pairs what was labelled by whom
   * @param attributes names of the attributes to slice by; one with a single value or more than
   *     {@value Agreement#MOST_VALUES} is left out
   * @param seed source of the resamples
   * @throws IllegalArgumentException if no item has a label from both annotators
   */
  public static AgreementStudy of(LabelPairs pairs, List<String> attributes, long seed) {
    return of(pairs, attributes, ClusterBootstrap.RESAMPLES, seed);
  }

  /** Studies with that many resamples. */
  public static AgreementStudy of(
      LabelPairs pairs, List<String> attributes, int resamples, long seed) {
    List<TwiceLabelled> complete = pairs.items().stream().filter(TwiceLabelled::complete).toList();
    if (complete.isEmpty()) {
      throw new IllegalArgumentException(
          pairs.data()
              + " holds no row with a label both from "
              + pairs.first()
              + " and from "
              + pairs.second()
              + "; there is nothing to compare");
    }
    List<TwiceLabelled> sided = complete.stream().filter(TwiceLabelled::holdersComparable).toList();
    return new AgreementStudy(
        pairs.data(),
        pairs.first(),
        pairs.second(),
        MissingLabels.of(pairs),
        Agreement.of(
            STANCES,
            complete,
            judgement -> judgement.stance().label(),
            attributes,
            resamples,
            seed),
        sided.isEmpty()
            ? null
            : Agreement.of(
                HOLDERS,
                sided,
                judgement -> Objects.requireNonNull(judgement.holder()).label(),
                attributes,
                resamples,
                seed),
        seed);
  }
}

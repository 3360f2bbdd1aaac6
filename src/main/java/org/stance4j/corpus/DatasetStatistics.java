package org.stance4j.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;

/**
 * What a dataset is made of. In each map, the key {@value #NONE} stands for examples without that
 * property; the totals of a map add up to {@code labels}.
 *
 * @param labels all examples
 * @param kinds by kind of sentence
 * @param holders by holder
 * @param sources by where they come from: the attribute {@link DatasetFolder#SOURCE}
 * @param registers by the attribute of that name: wire news, speech …
 * @param phenomena by the linguistic trait that an example was written for
 * @param splits by the part that it was put into once and for all, see {@link Split}
 * @param words length of the sentences
 * @param groups number of groups
 * @param largestGroup number of examples in the largest group
 */
public record DatasetStatistics(
    LabelCounts labels,
    SortedMap<String, LabelCounts> kinds,
    SortedMap<String, LabelCounts> holders,
    SortedMap<String, LabelCounts> sources,
    SortedMap<String, LabelCounts> registers,
    SortedMap<String, LabelCounts> phenomena,
    SortedMap<String, LabelCounts> splits,
    LengthDistribution words,
    int groups,
    int largestGroup) {
  /** Key of examples that lack a property. */
  public static final String NONE = "(none)";

  public DatasetStatistics {
    kinds = fixed(kinds);
    holders = fixed(holders);
    sources = fixed(sources);
    registers = fixed(registers);
    phenomena = fixed(phenomena);
    splits = fixed(splits);
  }

  /** Counts a dataset. */
  public static DatasetStatistics of(Dataset dataset) {
    return new DatasetStatistics(
        LabelCounts.of(dataset.examples()),
        by(dataset, example -> example.sentence().kind().label()),
        by(dataset, DatasetStatistics::holder),
        by(dataset, example -> example.attribute(DatasetFolder.SOURCE)),
        by(dataset, example -> example.attribute("register")),
        by(dataset, example -> example.attribute("phenomenon")),
        by(dataset, example -> example.attribute(Split.ATTRIBUTE)),
        LengthDistribution.of(
            dataset.sentences().stream().mapToInt(LengthHistogram::words).toArray()),
        dataset.groupSizes().size(),
        dataset.groupSizes().values().stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  private static String holder(Example example) {
    Holder holder = example.holder();
    return holder == null ? "" : holder.label();
  }

  private static SortedMap<String, LabelCounts> by(
      Dataset dataset, Function<Example, String> property) {
    SortedMap<String, List<Example>> parts = new TreeMap<>();
    for (Example example : dataset.examples()) {
      String value = property.apply(example);
      parts.computeIfAbsent(value.isEmpty() ? NONE : value, key -> new ArrayList<>()).add(example);
    }
    SortedMap<String, LabelCounts> counts = new TreeMap<>();
    parts.forEach((value, examples) -> counts.put(value, LabelCounts.of(examples)));
    return counts;
  }

  private static SortedMap<String, LabelCounts> fixed(SortedMap<String, LabelCounts> counts) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}

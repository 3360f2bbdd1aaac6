package org.stance4j.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.Example;

/**
 * A dataset whose groups can be split without a leak, and how it came about.
 *
 * <p>Examples stand in one group if a chain of these connects them: the same group before, the same
 * document, the same attribute {@code argument}, near-duplicate texts. A group is named after the
 * smallest of the groups that it is made of, so that grouping again changes nothing.
 *
 * @param dataset the same examples in the same order, regrouped
 * @param report what happened
 */
public record Grouping(Dataset dataset, GroupingReport report) {
  /** Least similarity of near-duplicates. */
  public static final double NEAR = 0.6;

  /** Attribute that names the argument a sentence was written from. */
  public static final String ARGUMENT = "argument";

  private static final long SEED = 20_260_101L;

  /** The regrouped dataset alone. */
  public static Dataset group(Dataset dataset) {
    return of(dataset).dataset();
  }

  /** Regroups a dataset. */
  public static Grouping of(Dataset dataset) {
    List<Example> examples = dataset.examples();
    List<NearDuplicates.Pair> pairs =
        new NearDuplicates(NEAR, SEED)
            .pairs(examples.stream().map(example -> example.sentence().text()).toList());
    Components components = components(examples, pairs);
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      names.merge(
          components.root(i), examples.get(i).group(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    List<Example> grouped =
        IntStream.range(0, examples.size())
            .mapToObj(
                i -> {
                  Example example = examples.get(i);
                  return example.withGroup(names.getOrDefault(components.root(i), example.group()));
                })
            .toList();
    Dataset result = new Dataset(dataset.name(), grouped);
    return new Grouping(result, report(dataset, result, pairs));
  }

  private static Components components(List<Example> examples, List<NearDuplicates.Pair> pairs) {
    Components components = new Components(examples.size());
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      components.join(i, "group " + example.group());
      components.join(i, "document " + example.sentence().documentId());
      if (!example.attribute(ARGUMENT).isEmpty()) {
        components.join(i, "argument " + example.attribute(ARGUMENT));
      }
    }
    pairs.forEach(pair -> components.join(pair.first(), pair.second()));
    return components;
  }

  private static GroupingReport report(
      Dataset before, Dataset after, List<NearDuplicates.Pair> pairs) {
    String largest = "";
    int size = 0;
    for (Map.Entry<String, Integer> group : after.groupSizes().entrySet()) {
      if (group.getValue() > size) {
        largest = group.getKey();
        size = group.getValue();
      }
    }
    return new GroupingReport(
        after.size(),
        before.groupSizes().size(),
        after.groupSizes().size(),
        largest,
        after.size() == 0 ? 0 : (double) size / after.size(),
        pairs);
  }
}

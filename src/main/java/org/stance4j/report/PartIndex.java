package org.stance4j.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Example;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.Slicer;

/**
 * Tells which of the parts that a report shows a sentence belongs to, as their places in the
 * report's list, so that a page can filter its sentences by part.
 */
final class PartIndex {
  private final List<Slicer> slicers;
  private final Map<Part, Integer> places = new HashMap<>();

  /**
   * Knows these parts.
   *
   * @param slicers what the data were divided by
   * @param parts in the order of the report
   */
  PartIndex(List<Slicer> slicers, List<Part> parts) {
    this.slicers = slicers;
    for (int i = 0; i < parts.size(); i++) {
      places.put(parts.get(i), i);
    }
  }

  /** A part as a report names it. */
  record Part(String attribute, String value) {}

  /** Places of the parts of an example, from 0, in the order of the slicers. */
  List<Integer> of(Example example) {
    List<Integer> found = new ArrayList<>();
    for (Slicer slicer : slicers) {
      String value = slicer.value().apply(example);
      Integer place =
          places.get(
              new Part(slicer.attribute(), value.isBlank() ? EvaluationSlice.NO_VALUE : value));
      if (place != null) {
        found.add(place);
      }
    }
    return List.copyOf(found);
  }
}

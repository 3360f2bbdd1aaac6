package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.Sentence;
import org.stance4j.Stance;

class DatasetStatisticsTest {
  private static final Dataset DATASET =
      new Dataset(
          "d",
          List.of(
              example("1", "One two three.", Stance.PRO, Holder.AUTHOR, "g", Map.of()),
              example(
                  "2", " One  two ", Stance.ANTI, Holder.REPORTED, "g", Map.of("register", "blog")),
              example(
                  "3",
                  "One",
                  Stance.ANTI,
                  null,
                  "h",
                  Map.of("register", "blog", "source", "article", "phenomenon", "irony"))));

  @Test
  void everyPropertyIsCountedByLabel() {
    DatasetStatistics statistics = DatasetStatistics.of(DATASET);
    LabelCounts anti = new LabelCounts(0, 1, 0);
    assertEquals(new LabelCounts(1, 2, 0), statistics.labels());
    assertEquals(3, statistics.labels().total());
    assertEquals(Map.of("body", new LabelCounts(1, 2, 0)), statistics.kinds());
    assertEquals(
        Map.of("author", new LabelCounts(1, 0, 0), "reported", anti, "(none)", anti),
        statistics.holders());
    assertEquals(Map.of("article", anti, "(none)", new LabelCounts(1, 1, 0)), statistics.sources());
    assertEquals(
        Map.of("blog", new LabelCounts(0, 2, 0), "(none)", new LabelCounts(1, 0, 0)),
        statistics.registers());
    assertEquals(Map.of("irony", anti, "(none)", new LabelCounts(1, 1, 0)), statistics.phenomena());
    assertEquals(new LengthDistribution(1, 2, 3, 3), statistics.words());
    assertEquals(2, statistics.groups());
    assertEquals(2, statistics.largestGroup());
  }

  @Test
  void theMapsCannotBeChanged() {
    DatasetStatistics statistics = DatasetStatistics.of(DATASET);
    assertThrows(UnsupportedOperationException.class, () -> statistics.kinds().clear());
  }

  @Test
  void anEmptyDatasetCountsNothing() {
    DatasetStatistics statistics = DatasetStatistics.of(new Dataset("d", List.of()));
    assertEquals(new LabelCounts(0, 0, 0), statistics.labels());
    assertEquals(Map.of(), statistics.kinds());
    assertEquals(new LengthDistribution(0, 0, 0, 0), statistics.words());
    assertEquals(0, statistics.groups());
    assertEquals(0, statistics.largestGroup());
  }

  @Test
  void theNinetiethPercentileIsTheNearestRank() {
    // of 10, the 9th; of 11, the 10th (9.9); of 1, the 1st
    assertEquals(
        new LengthDistribution(1, 5.5, 9, 10),
        LengthDistribution.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
    assertEquals(
        new LengthDistribution(1, 6, 10, 11),
        LengthDistribution.of(IntStream.rangeClosed(1, 11).toArray()));
    assertEquals(new LengthDistribution(4, 4, 4, 4), LengthDistribution.of(4));
  }

  @ParameterizedTest
  @EnumSource
  void countsAreFoundByStance(Stance stance) {
    LabelCounts counts = LabelCounts.of(List.of(example("1", "x", stance, null, "g", Map.of())));
    for (Stance each : Stance.values()) {
      assertEquals(each == stance ? 1 : 0, counts.of(each));
    }
  }

  private static Example example(
      String id,
      String text,
      Stance stance,
      Holder holder,
      String group,
      Map<String, String> attributes) {
    return new Example(
        id, Sentence.alone(id, text), stance, holder, group, Example.attributes(attributes));
  }
}

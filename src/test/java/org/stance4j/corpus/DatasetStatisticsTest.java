package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
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
    assertEquals(Map.of("(none)", new LabelCounts(1, 2, 0)), statistics.splits());
    assertEquals(new LengthDistribution(1, 2, 3, 3), statistics.words());
    assertEquals(2, statistics.groups());
    assertEquals(2, statistics.largestGroup());
  }

  @Test
  void lengthsAreCountedInBinsWithoutAGap() {
    String seven = "a b c d e f g";
    String many = "w ".repeat(61) + "w";
    Dataset dataset =
        new Dataset(
            "d",
            List.of(
                example("1", "a b c d e", Stance.PRO, null, "g", Map.of()),
                example("2", seven, Stance.ANTI, null, "g", Map.of()),
                example("3", many, Stance.ANTI, null, "g", Map.of())));
    LengthHistogram histogram = LengthHistogram.of(dataset);
    assertEquals(13, histogram.bins().size());
    assertEquals(new LengthHistogram.Bin(1, 5, new LabelCounts(1, 0, 0)), histogram.bins().get(0));
    assertEquals(new LabelCounts(0, 1, 0), histogram.bins().get(1).counts());
    assertEquals(new LabelCounts(0, 0, 0), histogram.bins().get(2).counts());
    assertEquals("6–10", histogram.bins().get(1).label());
    assertEquals("over 60", histogram.bins().get(12).label());
    assertEquals(0.5, histogram.share(histogram.bins().get(12), Stance.ANTI));
    assertEquals(0, histogram.share(histogram.bins().get(12), Stance.NEUTRAL));
    assertEquals(1, histogram.largestShare());
    assertEquals(1, LengthHistogram.of(DATASET).bins().size());
    assertEquals(List.of(), LengthHistogram.of(new Dataset("d", List.of())).bins());
  }

  @Test
  void groupsAreCountedBySize() {
    List<Example> examples = new ArrayList<>();
    for (String group : List.of("a", "b", "b", "c", "c", "c", "c", "c", "c")) {
      examples.add(example("i" + examples.size(), "One.", Stance.PRO, null, group, Map.of()));
    }
    GroupSizes sizes = GroupSizes.of(new Dataset("d", examples));
    assertEquals(
        List.of(
            new GroupSizes.Bin(1, 1, 1, 1),
            new GroupSizes.Bin(2, 2, 1, 2),
            new GroupSizes.Bin(3, 5, 0, 0),
            new GroupSizes.Bin(6, 10, 1, 6)),
        sizes.bins());
    assertEquals(6, sizes.mostSentences());
    assertEquals(
        List.of("1", "2", "3–5", "6–10"),
        sizes.bins().stream().map(GroupSizes.Bin::label).toList());
    assertEquals("over 100", new GroupSizes.Bin(101, Integer.MAX_VALUE, 1, 200).label());
    assertEquals(List.of(), GroupSizes.of(new Dataset("d", List.of())).bins());
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

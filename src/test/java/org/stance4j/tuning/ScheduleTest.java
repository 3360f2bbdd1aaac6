package org.stance4j.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void aNinthAThirdAndAllOfTheGroups() {
    assertEquals(List.of(9, 27, 81), Schedule.of(81).groups());
    assertEquals(List.of(23, 67, 200), Schedule.of(200).groups());
  }

  @Test
  void withFewGroupsThereAreFewerRungs() {
    assertEquals(List.of(9, 14, 40), Schedule.of(40).groups());
    assertEquals(List.of(9, 12), Schedule.of(12).groups());
    assertEquals(List.of(5), Schedule.of(5).groups());
  }

  @Test
  void aThirdGoesUpRoundedUp() {
    assertEquals(3, Schedule.promoted(9));
    assertEquals(3, Schedule.promoted(7));
    assertEquals(1, Schedule.promoted(1));
    assertEquals(0, Schedule.promoted(0));
  }

  @Test
  void trialsAreCountedAhead() {
    assertEquals((9 + 1) + (3 + 1) + (1 + 1), Schedule.of(81).trials(9, 1));
    assertEquals(10 + 4, Schedule.of(12).trials(10, 0));
  }
}

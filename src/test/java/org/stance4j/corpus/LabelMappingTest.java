package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.Stance;

class LabelMappingTest {
  private static final String ALLOWED =
      "against, agree, anti, argument_against, argument_for, con, contra, disagree, favor, favour,"
          + " for, neither, neutral, noargument, none, oppose, opposes, opposing, pro, support,"
          + " supporting, supports";

  @ParameterizedTest
  @CsvSource({
    "pro, PRO",
    "FAVOR, PRO",
    "Favour, PRO",
    "for, PRO",
    "SUPPORT, PRO",
    "Argument_for, PRO",
    "anti, ANTI",
    "AGAINST, ANTI",
    "Oppose, ANTI",
    "CON, ANTI",
    "disagree, ANTI",
    "neutral, NEUTRAL",
    "NONE, NEUTRAL",
    "Neither, NEUTRAL",
    "NoArgument, NEUTRAL"
  })
  void usualNamesAreKnownInAnyCase(String name, Stance stance) {
    assertEquals(Optional.of(stance), LabelMapping.standard().find(" " + name + " "));
  }

  @Test
  void sentimentIsNotStance() {
    assertEquals(Optional.empty(), LabelMapping.standard().find("positive"));
    assertEquals(Optional.empty(), LabelMapping.standard().find(""));
  }

  @Test
  void furtherNamesAreAddedAndWinOverTheStandard() {
    LabelMapping mapping = LabelMapping.parse("Yes=pro, no = ANTI,a=b=neutral,for=anti");
    assertEquals(Optional.of(Stance.PRO), mapping.find("yes"));
    assertEquals(Optional.of(Stance.ANTI), mapping.find("NO"));
    assertEquals(Optional.of(Stance.NEUTRAL), mapping.find("a=b"));
    assertEquals(Optional.of(Stance.ANTI), mapping.find("for"));
    assertEquals(Optional.of(Stance.PRO), mapping.find("favor"));
    assertEquals(LabelMapping.standard(), LabelMapping.parse(" "));
    assertEquals(
        Optional.of(Stance.PRO), LabelMapping.parse(List.of("Yes, sir=pro")).find("yes, sir"));
  }

  @Test
  void malformedPairsAreRefused() {
    for (String pair : List.of("yes", "yes=", "=pro", "yes=maybe")) {
      assertEquals(
          "label mapping \""
              + pair
              + "\" is not of the form value=pro|anti|neutral; write for instance yes=pro,no=anti",
          assertThrows(IllegalArgumentException.class, () -> LabelMapping.parse("a=pro," + pair))
              .getMessage());
    }
  }

  @Test
  void aNameWithTwoStancesIsRefused() {
    assertEquals(
        "label mapping gives \"yes\" two stances, pro and anti; keep one",
        assertThrows(IllegalArgumentException.class, () -> LabelMapping.parse("yes=pro,YES=anti"))
            .getMessage());
    assertEquals(Optional.of(Stance.PRO), LabelMapping.parse("yes=pro,yes=pro").find("yes"));
  }

  @Test
  void anUnknownLabelIsRefusedWithTheWayOut() {
    assertEquals(
        "t.csv, line 14, column label: \"positive\" is not a known label; allowed are "
            + ALLOWED
            + "; correct the row or map the value with --labels positive=pro|anti|neutral",
        refused("positive"));
    assertEquals(
        "t.csv, line 14, column label: \"\" is not a known label; allowed are "
            + ALLOWED
            + "; correct the row or map the value with --labels value=pro|anti|neutral",
        refused(""));
  }

  private static String refused(String label) {
    CsvHeader header = new CsvHeader("t.csv", List.of("text", "label"));
    CsvRow row = new CsvRow(header, 14, List.of("x", label));
    return assertThrows(
            DatasetFormatException.class, () -> LabelMapping.standard().stance(row, "label"))
        .getMessage();
  }
}

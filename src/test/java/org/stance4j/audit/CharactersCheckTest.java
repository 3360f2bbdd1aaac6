package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.row;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.Stance;

class CharactersCheckTest {
  private static CheckResult check(String text) {
    return AuditRows.run(
        new CharactersCheck(),
        List.of(row("ok", "Nothing odd here.", Stance.PRO), row("odd", text, Stance.PRO)));
  }

  @Test
  void ordinaryTypographyIsGood() {
    for (String text :
        List.of(
            "“NATO’s office” – a ‘small’ step — opens in 2024…",
            "Şükrü and Łukasz met at the café in Côte d’Ivoire.",
            "日本 and Москва are words of another script, not inside one.",
            "The \"office\" isn't open.",
            "Emoji \uD83D\uDE00 are letters of nobody.")) {
      assertEquals(
          List.of("good: no row holds hidden or misplaced characters"), lines(check(text)), text);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CONTROL, 'A bell\u0007 rings.'",
    "CONTROL, 'A next line\u0085 here.'",
    "BIDI, 'Turned \u202Eround.'",
    "BIDI, 'Isolated\u2066 here.'",
    "REPLACEMENT, 'Lost \uFFFD here.'",
    "ZERO_WIDTH, 'Zero\u200Bwidth.'",
    "ZERO_WIDTH, 'Soft\u00ADhyphen.'",
    "ZERO_WIDTH, '\uFEFFMarked.'",
    "PRIVATE_USE, 'Own \uE000 sign.'",
    "NOT_NFC, 'Cafe\u0301 is open.'",
    "BREAK, 'Tabs\tare breaks.'",
    "DOUBLE_SPACE, 'Two  spaces.'",
    "DOUBLE_SPACE, 'Two \u00A0spaces.'",
    "EDGE_SPACE, 'At the end. '",
    "EDGE_SPACE, ' At the start.'",
    "MIXED_SCRIPT, 'A N\u0410TO office.'",
    "MIXED_SCRIPT, 'An \u043Effice.'",
    "MIXED_QUOTES, 'The “office” isn''t open.'"
  })
  void eachFaultIsFoundAlone(CharacterFault fault, String text) {
    assertEquals(
        List.of(fault),
        Arrays.stream(CharacterFault.values()).filter(f -> f.in(text).isPresent()).toList());
    Finding finding = check(text).findings().get(0);
    assertEquals(fault.level(), finding.level());
    assertEquals(List.of("odd"), finding.examples().get(0).ids());
  }

  @Test
  void controlBidiAndReplacementFailAndComeFirst() {
    assertEquals(
        List.of("FAIL: 1 row: hold control characters", "WARN: 1 row: hold two spaces in a row"),
        lines(check("Two  spaces and a bell\u0007.")));
    assertEquals("U+0007", check("A bell\u0007.").findings().get(0).examples().get(0).note());
  }
}

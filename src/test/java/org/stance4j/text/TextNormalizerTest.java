package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {
  @Test
  void typographyIsUnified() {
    assertEquals(
        "\"It's\" - 'so'...",
        TextNormalizer.normalize("\u201CIt\u2019s\u201D \u2014 \u2018so\u2019\u2026"));
  }

  @Test
  void invisibleCharactersVanishAndWhiteSpaceCollapses() {
    assertEquals(
        "coop eration", TextNormalizer.normalize("\uFEFF co\u00ADop\u200B \u00A0\r\n eration\t"));
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertEquals("caf\u00E9", TextNormalizer.normalize("cafe\u0301"));
  }

  @Property
  void normalizingTwiceChangesNothingMore(@ForAll String text) {
    String once = TextNormalizer.normalize(text);
    assertEquals(once, TextNormalizer.normalize(once));
  }
}

package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ArticleFormatTest {
  @Test
  void contentDecidesBeforeTheName() {
    assertEquals(ArticleFormat.HTML, ArticleFormat.detect("a.txt", "\n<!DOCTYPE html><p>Hi"));
    assertEquals(ArticleFormat.HTML, ArticleFormat.detect("a.md", "<!-- x --><html lang=tr>"));
    assertEquals(ArticleFormat.HTML, ArticleFormat.detect("a", "<p>One.</p>"));
    assertEquals(ArticleFormat.MARKDOWN, ArticleFormat.detect("a", "# Title\n\nText."));
    assertEquals(
        ArticleFormat.MARKDOWN, ArticleFormat.detect("a.txt", "# Title\n\n**Bold** text."));
    assertEquals(ArticleFormat.MARKDOWN, ArticleFormat.detect("a", "---\ntitle: x\n---\nText."));
    assertEquals(ArticleFormat.TEXT, ArticleFormat.detect("a.html", "No tag, 1 < 2."));
  }

  @Test
  void theNameDecidesWhereTheContentIsSilent() {
    assertEquals(ArticleFormat.MARKDOWN, ArticleFormat.detect("A.MARKDOWN", "Plain words."));
    assertEquals(ArticleFormat.HTML, ArticleFormat.detect("INDEX.HTML", "Plain <i>words</i>."));
    assertEquals(ArticleFormat.TEXT, ArticleFormat.detect("a.txt", "Plain words, one ** star."));
    assertEquals(ArticleFormat.TEXT, ArticleFormat.detect("a", "#tag and 2 < 3 <b>or</b>."));
  }
}

package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Document;
import org.stance4j.SentenceKind;

class HtmlBlockReaderTest {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><title>Guests | The Harbour Post</title><script>let a = "Not. Text.";</script></head>
      <body class="has-sidebar">
      <header><nav><ul><li><a href="/">Start</a></li><li>World</li></ul></nav></header>
      <div id="cookie-banner"><p>We would like to store things on your machine. Is that fine?</p></div>
      <main><article class="post author-ann">
      <header><h1>The region&rsquo;s <em>new</em> guests</h1><p class="byline">Ann Other, Tuesday</p></header>
      <p>The club&rsquo;s plan isn&#8217;t <b>bo<i>ld</i></b> &amp; it costs &pound;5&nbsp;million. A line
      break<br>is no end.</p>
      <figure><img src="x.png"><figcaption>Boats in the rain.</figcaption></figure>
      <div class="advertisement"><p>Buy a boat today.</p></div>
      <h2>What it costs</h2>
      <ul><li>Fuel is dear.</li><li><a href="/x">Another story from the port</a></li></ul>
      <blockquote>We came to stay.<sup><a href="#n">1</a></sup> Nobody asked us.</blockquote>
      </article></main>
      <aside>Weather</aside>
      <section class="comments"><article class="comment"><p>Rubbish, says I.</p></article></section>
      <noscript>Turn it on.</noscript><template>Never seen.</template>
      <footer>The Harbour Post</footer>
      </body></html>
      """;

  @Test
  void theVisibleTextOfAPageComesInItsParts() {
    Document document = Articles.read("a.html", PAGE);
    assertEquals(
        List.of("The region\u2019s new guests", "What it costs"),
        Articles.texts(document, SentenceKind.TITLE));
    assertEquals(
        List.of(
            "The club\u2019s plan isn\u2019t bold & it costs \u00A35\u00A0million.",
            "A line break is no end.",
            "Fuel is dear.",
            "We came to stay.",
            "Nobody asked us."),
        Articles.texts(document, SentenceKind.BODY));
    assertEquals(
        List.of(
            "Start",
            "World",
            "We would like to store things on your machine.",
            "Is that fine?",
            "Ann Other, Tuesday",
            "Boats in the rain.",
            "Buy a boat today.",
            "Another story from the port",
            "Weather",
            "Rubbish, says I.",
            "The Harbour Post"),
        Articles.texts(document, SentenceKind.FURNITURE));
  }

  @Test
  void spansPointIntoTheSource() {
    Document document = Articles.read("a.html", PAGE);
    assertEquals(PAGE, document.text());
    assertEquals(
        "The club&rsquo;s plan isn&#8217;t <b>bo<i>ld</i></b> &amp; it costs &pound;5&nbsp;million.",
        Articles.sources(document, SentenceKind.BODY).get(0));
    assertEquals(
        "A line\nbreak<br>is no end.", Articles.sources(document, SentenceKind.BODY).get(1));
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsMoveNoSpan() {
    Document document = Articles.read("a.html", "\uFEFF" + PAGE.replace("\n", "\r\n"));
    assertEquals(2, Articles.texts(document, SentenceKind.TITLE).size());
    assertEquals(
        "A line\r\nbreak<br>is no end.", Articles.sources(document, SentenceKind.BODY).get(1));
  }

  @Test
  void theTitleOfThePageCountsWhereThereIsNoHeadline() {
    Document document =
        Articles.read("a.html", "<html><head><title>Tea &amp; ships</title></head><p>It sank.");
    assertEquals(List.of("Tea & ships"), Articles.texts(document, SentenceKind.TITLE));
    assertEquals(List.of("Tea &amp; ships"), Articles.sources(document, SentenceKind.TITLE));
  }

  @Test
  void entitiesWithoutSemicolonAndStrayAmpersandsKeepTheirPlaces() {
    Document document = Articles.read("a.html", "<p>Tea &ampmilk &notit; &unknown; R&D. It works.");
    assertEquals(
        List.of("Tea &milk \u00ACit; &unknown; R&D.", "It works."), Articles.texts(document));
    assertEquals(
        List.of("Tea &ampmilk &notit; &unknown; R&D.", "It works."),
        Articles.sources(document, SentenceKind.BODY));
  }

  @Test
  void textThatTheParserMovesIsReadWhereItStands() {
    Document document =
        Articles.read(
            "a.html",
            "<div>Before it all.<table><tr><td>In a cell.</td></tr>Lost in the table.</table></div>");
    assertEquals(
        List.of("Before it all.", "In a cell.", "Lost in the table."), Articles.texts(document));
  }

  @Test
  void twoLineBreaksPartParagraphs() {
    Document document =
        Articles.read("a.html", "<div>One line without end<br> <br>Another one is here.</div>");
    assertEquals(List.of("One line without end", "Another one is here."), Articles.texts(document));
  }

  @Test
  void aClassOnWhatHoldsTheHeadlineIsNoFurniture() {
    Document document =
        Articles.read(
            "a.html",
            "<div class='sidebar-layout'><h1>Ports and prices</h1><p>Prices rose.</p></div>");
    assertTrue(Articles.texts(document, SentenceKind.FURNITURE).isEmpty());
  }
}

package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser; left out where there is none. */
class ReportPageIT {
  private static final String SHOWN =
      "[...document.querySelectorAll('#%s tbody tr')].filter(row => !row.hidden)";

  @TempDir static Path folder;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> executable = Chromium.find();
    assumeTrue(
        executable.isPresent(), "no chromium, chromium-browser or google-chrome on the path");
    Path profile = Files.createDirectory(folder.resolve("profile"));
    browser = Chromium.start(executable.get(), profile);
  }

  @BeforeEach
  void onADesk() throws Exception {
    browser.width(1080);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void hostilePagesComplainOfNothingAskForNothingAndHoldNothingButText() throws Exception {
    for (Report report :
        List.of(
            SampleReports.evaluation(),
            SampleReports.comparison(),
            SampleReports.hostileEvaluation(),
            SampleReports.hostile())) {
      open(report, "");
      assertEquals(1, browser.evaluate("document.scripts.length").asInt());
      assertEquals(
          0,
          browser
              .evaluate("document.querySelectorAll('img,iframe,object,embed,a,link').length")
              .asInt());
      assertEquals(
          0,
          browser
              .evaluate(
                  "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
                      + ".filter(name => name.startsWith('on') || name === 'style').length")
              .asInt());
      if (report.title().equals(SampleReports.HOSTILE)) {
        assertTrue(
            browser
                .evaluate("document.querySelector('.list .sentence').textContent")
                .asText()
                .startsWith(
                    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> a[U+202E]b"));
      }
      // every control once, so that the script meets each text
      browser.evaluate("for (const button of document.querySelectorAll('button')) button.click()");
      assertQuiet();
    }
  }

  @Test
  void mayNotRunWhatWasSmuggledIn() throws Exception {
    String html = new HtmlRenderer().render(SampleReports.evaluation());
    Path page = folder.resolve("smuggled.html");
    Files.writeString(
        page,
        html.replace(
            "</main>",
            "<script>document.title = 'run'</script><p style='color:red' onclick='x()'>a</p>"
                + "<img src='file:///x.png'></main>"));
    browser.complaints().clear();
    browser.open(page.toUri());
    assertFalse(browser.evaluate("document.title").asText().equals("run"));
    String refused = String.join("\n", browser.complaints());
    for (String directive : List.of("script-src", "style-src", "default-src")) {
      assertTrue(refused.contains(directive), refused);
    }
    browser.complaints().clear();
    browser.requests().clear();
  }

  @Test
  void aCellOfTheMatrixFiltersTheSentencesByMouseAndByKeyboard() throws Exception {
    EvaluationReport report = SampleReports.evaluation();
    int[][] counts = report.evaluation().confusion().counts();
    open(report, "");
    String cell = "document.querySelector('[data-where=\"gold=anti&predicted=neutral\"] button')";
    assertEquals("false", browser.evaluate(cell + ".getAttribute('aria-pressed')").asText());
    browser.evaluate(cell + ".click()");
    assertEquals(counts[1][2], shown("sentences"));
    assertEquals("true", browser.evaluate(cell + ".getAttribute('aria-pressed')").asText());
    String status =
        browser.evaluate("document.querySelector('[role=status]').textContent").asText();
    assertEquals(
        counts[1][2] + " of " + report.evaluation().n() + " listed: gold anti, predicted neutral",
        status);
    // another cell takes its place
    browser.evaluate(
        "document.querySelector('[data-where=\"gold=pro&predicted=pro\"] button').focus()");
    browser.press(" ", " ", 32);
    assertEquals(counts[0][0], shown("sentences"));
    assertEquals("false", browser.evaluate(cell + ".getAttribute('aria-pressed')").asText());
    browser.press("Enter", "\r", 13);
    assertEquals(report.evaluation().n(), shown("sentences"));
    assertQuiet();
  }

  @Test
  void partsAndBinsAndWordsNarrowWhatIsShown() throws Exception {
    EvaluationReport report = SampleReports.evaluation();
    open(report, "");
    browser.evaluate("document.querySelector('[data-group=part] button').click()");
    String label =
        browser.evaluate("document.querySelector('[data-group=part]').dataset.label").asText();
    int expected =
        report.evaluation().slices().stream()
            .filter(slice -> (slice.attribute() + " " + slice.value()).equals(label))
            .mapToInt(slice -> slice.n())
            .findFirst()
            .orElseThrow();
    assertEquals(expected, shown("sentences"));
    browser.evaluate("document.querySelector('.reset').click()");
    JsonNode bins =
        browser.evaluate(
            "[...document.querySelectorAll('[data-group=bin] button')].map(button => {"
                + " button.click(); return "
                + SHOWN.formatted("sentences")
                + ".length; })");
    List<Integer> sizes = new ArrayList<>();
    bins.forEach(size -> sizes.add(size.asInt()));
    assertEquals(
        report.evaluation().probabilities().reliability().filled().stream()
            .map(bin -> bin.n())
            .toList(),
        sizes);
    browser.evaluate("document.querySelector('.reset').click()");
    browser.evaluate(
        "{ const box = document.querySelector('input[type=search]'); box.value = 'DOCUMENT  2';"
            + " box.dispatchEvent(new Event('input')) }");
    assertTrue(shown("sentences") < report.evaluation().n());
    assertTrue(shown("sentences") > 0);
    assertQuiet();
  }

  @Test
  void aHeadSortsItsColumnBothWaysAndBack() throws Exception {
    open(SampleReports.evaluation(), "");
    List<String> before =
        texts(SHOWN.formatted("sentences") + ".map(row => row.cells[0].innerText)");
    String head = "document.querySelector('[data-key=confidence]')";
    browser.evaluate(head + ".querySelector('button').click()");
    assertEquals("descending", browser.evaluate(head + ".getAttribute('aria-sort')").asText());
    List<String> falling =
        texts(SHOWN.formatted("sentences") + ".map(row => row.dataset.confidence)");
    List<String> sorted = new ArrayList<>(falling);
    sorted.sort(
        Collections.reverseOrder(
            (one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other))));
    assertEquals(sorted, falling);
    browser.evaluate(head + ".querySelector('button').click()");
    assertEquals("ascending", browser.evaluate(head + ".getAttribute('aria-sort')").asText());
    browser.evaluate(head + ".querySelector('button').click()");
    assertTrue(browser.evaluate(head + ".getAttribute('aria-sort')").isNull());
    assertEquals(
        before, texts(SHOWN.formatted("sentences") + ".map(row => row.cells[0].innerText)"));
    assertQuiet();
  }

  @Test
  void theAddressKeepsWhatIsShown() throws Exception {
    ComparisonReport report = SampleReports.comparison();
    open(report, "");
    browser.evaluate(
        "document.querySelector('[data-list=changes-1][data-where=\"kind=broken\"] button').click()");
    browser.evaluate("document.querySelector('#changes-1 [data-key=gain] button').click()");
    int broken = report.comparison().differences().get(1).broken();
    assertEquals(broken, shown("changes-1"));
    String hash = browser.evaluate("location.hash").asText();
    assertEquals("#list=changes-1&kind=broken&sort=gain+descending", hash);
    open(report, hash);
    assertEquals(broken, shown("changes-1"));
    assertEquals(
        report.changes().get(0).total(), shown("changes-0"), "the other list is left alone");
    assertEquals(
        "descending",
        browser
            .evaluate(
                "document.querySelector('#changes-1 [data-key=gain]').getAttribute('aria-sort')")
            .asText());
    // an address that somebody made up changes nothing
    open(report, "#list=changes-1&sort=__proto__+up&text=%3Cscript%3E&list=%22%5D");
    assertEquals(0, shown("changes-1"));
    assertQuiet();
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() throws Exception {
    browser.width(360);
    for (Report report :
        List.of(
            SampleReports.behaved(folder), SampleReports.comparison(), SampleReports.hostile())) {
      open(report, "");
      browser.evaluate(
          "for (const details of document.querySelectorAll('details')) details.open = true");
      assertEquals(
          360, browser.evaluate("document.documentElement.scrollWidth").asInt(), report.title());
    }
  }

  @Test
  void withoutScriptsEverythingIsThere() throws Exception {
    browser.call("Emulation.setScriptExecutionDisabled", browser.object().put("value", true));
    try {
      open(SampleReports.comparison(), "");
      assertEquals(
          0, browser.evaluate("document.querySelectorAll('button, input').length").asInt());
      assertEquals(
          SampleReports.comparison().comparison().changes().size(),
          browser
              .evaluate(
                  "[...document.querySelectorAll('.list tbody tr')].filter(row => row.checkVisibility()).length")
              .asInt());
      assertQuiet();
    } finally {
      browser.call("Emulation.setScriptExecutionDisabled", browser.object().put("value", false));
    }
  }

  @Test
  void printedNothingIsCutAndNoControlIsLeft() throws Exception {
    open(SampleReports.comparison(), "");
    browser.call("Emulation.setEmulatedMedia", browser.object().put("media", "print"));
    try {
      assertEquals(
          0,
          browser
              .evaluate(
                  "[...document.querySelectorAll('.scroll')].filter(box =>"
                      + " getComputedStyle(box).overflowY !== 'visible').length")
              .asInt());
      assertEquals(
          0,
          browser
              .evaluate(
                  "[...document.querySelectorAll('.controls')].filter(box => box.checkVisibility()).length")
              .asInt());
      assertEquals(
          0,
          browser
              .evaluate(
                  "[...document.querySelectorAll('details .confusion')].filter(table =>"
                      + " !table.checkVisibility({contentVisibilityAuto: true})).length")
              .asInt());
    } finally {
      browser.call("Emulation.setEmulatedMedia", browser.object().put("media", ""));
    }
    browser.keep(Path.of("target", "pages", "comparison.pdf"));
  }

  @Test
  void picturesAreKeptForALook() throws Exception {
    for (Map.Entry<String, Report> page :
        Map.of(
                "evaluation",
                (Report) SampleReports.behaved(folder),
                "comparison",
                SampleReports.comparison())
            .entrySet()) {
      for (String mode : List.of("light", "dark")) {
        ObjectNode media = browser.object();
        media
            .putArray("features")
            .addObject()
            .put("name", "prefers-color-scheme")
            .put("value", mode);
        browser.call("Emulation.setEmulatedMedia", media);
        open(page.getValue(), "");
        boolean dark =
            browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").asBoolean();
        assertEquals(mode.equals("dark"), dark);
        Path picture = Path.of("target", "pages", page.getKey() + "-" + mode + ".png");
        browser.keep(picture);
        assertTrue(Files.size(picture) > 10_000);
      }
    }
    browser.call("Emulation.setEmulatedMedia", browser.object());
  }

  private static void open(Report report, String fragment) throws Exception {
    Path page = folder.resolve("page.html");
    Files.writeString(page, new HtmlRenderer().render(report));
    // a page that differs in its fragment alone would not be loaded again
    browser.open(URI.create("about:blank"));
    browser.complaints().clear();
    browser.requests().clear();
    browser.open(URI.create(page.toUri() + fragment));
  }

  private static int shown(String list) throws Exception {
    return browser.evaluate(SHOWN.formatted(list) + ".length").asInt();
  }

  private static List<String> texts(String expression) throws Exception {
    List<String> texts = new ArrayList<>();
    browser.evaluate(expression).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static void assertQuiet() {
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.requests());
  }
}

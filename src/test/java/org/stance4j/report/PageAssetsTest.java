package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAssetsTest {
  @Test
  void thePolicyNamesTheHashesOfWhatStandsBetweenTheTags() throws Exception {
    for (Report report : List.of(SampleReports.evaluation(), SampleReports.hostile())) {
      String html = new HtmlRenderer().render(report);
      assertEquals(
          "default-src 'none'; script-src 'sha256-"
              + hash(between(html, "<script>", "</script>"))
              + "'; style-src 'sha256-"
              + hash(between(html, "<style>", "</style>"))
              + "'; base-uri 'none'; form-action 'none'",
          Jsoup.parse(html).select("meta[http-equiv=Content-Security-Policy]").attr("content"));
    }
  }

  @Test
  void aPageWithoutControlsAllowsNoScript() throws Exception {
    String html = new HtmlRenderer().render(SampleReports.training());
    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + hash(between(html, "<style>", "</style>"))
            + "'; base-uri 'none'; form-action 'none'",
        PageAssets.policy(false));
    assertFalse(html.contains("<script"));
  }

  @Test
  void theScriptBuildsNodesAndNeverMarkup() {
    for (String word :
        List.of(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(",
            "fetch(",
            "XMLHttpRequest",
            "import(",
            "http",
            "</")) {
      assertFalse(PageAssets.script().contains(word), word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "print"})
  void textIsLegibleAndMarksAreSeen(String mode) {
    Map<String, double[]> colours = colours(mode);
    for (String paper : List.of("paper", "card")) {
      for (String text : List.of("ink", "soft", "accent")) {
        assertContrast(4.5, colours, text, colours.get(paper));
      }
      for (String mark :
          List.of("pro", "anti", "neutral", "accent", "second", "third", "control")) {
        assertContrast(3, colours, mark, colours.get(paper));
      }
    }
    assertContrast(4.5, colours, "warn", colours.get("warnpaper"));
    // the darkest cell of a confusion matrix: 54 % of the heat over the paper
    double[] cell = new double[3];
    for (int i = 0; i < 3; i++) {
      cell[i] = 0.54 * colours.get("heat")[i] + 0.46 * colours.get("paper")[i];
    }
    assertContrast(4.5, colours, "ink", cell);
  }

  private static void assertContrast(
      double least, Map<String, double[]> colours, String name, double[] paper) {
    double one = luminance(colours.get(name));
    double other = luminance(paper);
    double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertTrue(contrast >= least, () -> name + " has a contrast of " + contrast);
  }

  /** WCAG 2.2, relative luminance. */
  private static double luminance(double[] colour) {
    double[] linear =
        Arrays.stream(colour)
            .map(value -> value / 255)
            .map(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /** The variables of a mode: the light ones with those of the mode on top. */
  private static Map<String, double[]> colours(String mode) {
    Map<String, double[]> colours = new HashMap<>();
    String[] blocks = PageAssets.style().split(":root\\{");
    for (int i = 1; i < blocks.length; i++) {
      boolean wanted =
          i == 1
              || blocks[i - 1]
                  .stripTrailing()
                  .endsWith(
                      mode.equals("dark")
                          ? "@media (prefers-color-scheme:dark){"
                          : mode.equals("print") ? "@media print{" : "never");
      Matcher variable =
          Pattern.compile("--([a-z]+):(#[0-9a-f]+|\\d+ \\d+ \\d+)")
              .matcher(blocks[i].substring(0, blocks[i].indexOf('}')));
      while (wanted && variable.find()) {
        colours.put(variable.group(1), colour(variable.group(2)));
      }
    }
    return colours;
  }

  private static double[] colour(String text) {
    if (!text.startsWith("#")) {
      return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
    String digits = text.substring(1);
    int width = digits.length() / 3;
    double[] colour = new double[3];
    for (int i = 0; i < 3; i++) {
      String part = digits.substring(i * width, (i + 1) * width);
      colour[i] = Integer.parseInt(width == 1 ? part + part : part, 16);
    }
    return colour;
  }

  private static String hash(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String between(String html, String start, String end) {
    int from = html.indexOf(start) + start.length();
    return html.substring(from, html.indexOf(end, from));
  }
}

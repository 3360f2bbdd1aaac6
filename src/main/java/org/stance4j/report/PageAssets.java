package org.stance4j.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.stance4j.provenance.Sha256;

/**
 * The style sheet and the script of the pages, and the policy that lets a browser use these two and
 * nothing else: a page that was changed on its way shows no style and runs no script, and neither
 * does mark-up that a text might smuggle in. Called by the templates.
 *
 * <p>See "Content Security Policy Level 3", section 2.3.1, for sources by hash.
 */
public final class PageAssets {
  private static final String STYLE = read("report.css");
  private static final String SCRIPT = read("report.js");
  private static final String STYLE_ONLY =
      "default-src 'none'; style-src " + source(STYLE) + "; base-uri 'none'; form-action 'none'";
  private static final String STYLE_AND_SCRIPT =
      "default-src 'none'; script-src "
          + source(SCRIPT)
          + "; style-src "
          + source(STYLE)
          + "; base-uri 'none'; form-action 'none'";

  private PageAssets() {}

  /** The style sheet, to stand between the tags as it is. */
  public static String style() {
    return STYLE;
  }

  /** The script of interactive pages, to stand between the tags as it is. */
  public static String script() {
    return SCRIPT;
  }

  /** The content security policy of a page, with the script or without. */
  public static String policy(boolean interactive) {
    return interactive ? STYLE_AND_SCRIPT : STYLE_ONLY;
  }

  private static String source(String text) {
    byte[] hash = HexFormat.of().parseHex(Sha256.ofText(text));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  private static String read(String name) {
    try (InputStream resource = PageAssets.class.getResourceAsStream("/page/" + name)) {
      if (resource == null) {
        throw new IllegalStateException(
            "the resource page/" + name + " is missing; build the jar again");
      }
      // browsers hash what is left after they turned line ends into line feeds
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

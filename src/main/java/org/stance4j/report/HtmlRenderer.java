package org.stance4j.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * Renders one self-contained HTML page: no script, no link to anything, a content security policy
 * that allows its own style sheet and nothing else, light and dark by the reader's preference.
 *
 * <p>Texts are escaped by context by the template engine and made visible by {@link VisibleText}.
 */
public final class HtmlRenderer implements ReportRenderer {
  /** Where the build puts the compiled templates. */
  private static final String PACKAGE = "org.stance4j.report.template";

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlRenderer.class.getClassLoader(), PACKAGE);

  @Override
  public String render(Report report) {
    StringOutput page = new StringOutput();
    ENGINE.render(template(report), report, page);
    return VisibleText.page(page.toString());
  }

  private static String template(Report report) {
    if (report instanceof TrainingReport) {
      return "training.jte";
    }
    if (report instanceof AuditReport) {
      return "audit.jte";
    }
    if (report instanceof AgreementReport) {
      return "agreement.jte";
    }
    if (report instanceof BehaviourReport) {
      return "behaviour.jte";
    }
    if (report instanceof RecipesReport) {
      return "recipes.jte";
    }
    if (report instanceof StatsReport) {
      return "stats.jte";
    }
    return report instanceof ComparisonReport ? "comparison.jte" : "evaluation.jte";
  }
}

package org.stance4j.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PrecisionRecallF1;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.ProbabilityMetric;
import org.stance4j.explain.ErrorAnalysis;

/**
 * Renders Markdown (CommonMark with GitHub's tables). Texts are escaped, so that none becomes
 * mark-up or HTML, and put on one line.
 */
public final class MarkdownRenderer implements ReportRenderer {
  private static final String SPECIAL = "\\`*_{}[]<>()#+-!|~&";

  private final boolean folds;

  /** Renders everything in the open, as a terminal wants it. */
  public MarkdownRenderer() {
    this(false);
  }

  private MarkdownRenderer(boolean folds) {
    this.folds = folds;
  }

  /**
   * Renders evaluations and comparisons as a comment on a pull request wants them: summary, gates
   * and the headline figures in the open, each further section folded ({@code <details>}), few of
   * the changed sentences; other reports as they are.
   */
  public static MarkdownRenderer folding() {
    return new MarkdownRenderer(true);
  }

  @Override
  public String render(Report report) {
    Page page = new Page();
    page.heading(1, report.title());
    report.summary().forEach(line -> page.line("- " + escape(line)));
    if (folds && report instanceof ComparisonReport comparison) {
      ComparisonMarkdown.gates(page, comparison.gates());
      ComparisonMarkdown.headlines(page, comparison);
      page.fold();
    } else if (folds && report instanceof EvaluationReport evaluation) {
      ComparisonMarkdown.gates(page, evaluation.gates());
      headlines(page, evaluation.evaluation());
      page.fold();
    }
    if (report instanceof TrainingReport training) {
      training(page, training);
    } else if (report instanceof ComparisonReport comparison) {
      ComparisonMarkdown.add(page, comparison, folds);
    } else if (report instanceof AuditReport audit) {
      AuditMarkdown.add(page, audit);
    } else if (report instanceof AgreementReport agreement) {
      AgreementMarkdown.add(page, agreement.study());
    } else if (report instanceof BehaviourReport behaviour) {
      BehaviourMarkdown.add(page, behaviour.run());
    } else if (report instanceof RecipesReport recipes) {
      RecipesMarkdown.add(page, recipes);
    } else if (report instanceof StatsReport stats) {
      StatsMarkdown.add(page, stats);
    } else if (report instanceof EvaluationReport evaluation) {
      if (!folds) {
        ComparisonMarkdown.gates(page, evaluation.gates());
      }
      overview(page, List.of(evaluation.evaluation()));
      PriorAdaptation adaptation = evaluation.adaptation();
      if (adaptation != null) {
        ProbabilityMarkdown.adaptation(page, adaptation);
      }
      details(page, evaluation.evaluation());
      ProbabilityMarkdown.reliability(page, evaluation.evaluation().probabilities().reliability());
      ErrorAnalysis errors = evaluation.errors();
      if (errors != null) {
        ErrorMarkdown.add(page, errors);
      }
      BehaviourRun behaviour = evaluation.behaviour();
      if (behaviour != null) {
        BehaviourMarkdown.rates(page, "Behaviour", behaviour);
      }
    }
    rows(page, "Settings", report.settings());
    rows(page, "Provenance", report.provenance());
    page.unfold();
    return VisibleText.page(page.text.toString());
  }

  private static void training(Page page, TrainingReport report) {
    data(page, report.data());
    page.heading(2, "Models");
    page.line("Macro-F1 with its 95 % interval, by group.");
    page.line("");
    page.header(
        Stream.concat(
            Stream.of("model", "what it is", "cross-validated", "F-average", "MCC"),
            report.heldOut().stream().flatMap(part -> titles(report, part))));
    for (ModelEntry model : report.models()) {
      page.row(
          Stream.concat(
              Stream.of(
                  model.name() + (report.isBest(model) ? " (best)" : ""),
                  model.description(),
                  withInterval(model.crossValidated()),
                  Figures.figure(model.crossValidated().fAvg()),
                  Figures.figure(model.crossValidated().mcc())),
              report.heldOut().stream().flatMap(part -> figures(report, model, part))));
    }
    for (ModelEntry model : report.models()) {
      details(page, model.crossValidated());
      model.heldOut().values().forEach(evaluation -> details(page, evaluation));
    }
  }

  static void data(Page page, List<DataRow> rows) {
    page.heading(2, "Data");
    page.header("data", "sentences", "groups", "pro", "anti", "neutral");
    for (DataRow row : rows) {
      page.row(
          Stream.concat(
              Stream.of(row.name(), Figures.count(row.n()), Figures.count(row.groups())),
              row.counts().values().stream().map(Figures::count)));
    }
  }

  /** With several targets, the field's figure stands beside macro-F1. */
  private static Stream<String> titles(TrainingReport report, HeldOut part) {
    return report.hasTargets(part)
        ? Stream.of(part.title(), part.title() + ", F-average")
        : Stream.of(part.title());
  }

  private static Stream<String> figures(TrainingReport report, ModelEntry model, HeldOut part) {
    Evaluation evaluation = model.heldOut().get(part);
    return report.hasTargets(part)
        ? Stream.of(
            withInterval(evaluation), evaluation == null ? "–" : Figures.figure(evaluation.fAvg()))
        : Stream.of(withInterval(evaluation));
  }

  private static void headlines(Page page, Evaluation evaluation) {
    page.line("");
    page.header("figure", "value", "95 % interval");
    for (Metric metric : Metric.HEADLINES) {
      page.row(
          metric.title(),
          Figures.figure(evaluation.scores().of(metric)),
          Figures.interval(evaluation.interval(metric)));
    }
  }

  static void overview(Page page, List<Evaluation> evaluations) {
    page.heading(2, "Figures");
    page.header("model", "metric", "value", "95 % interval", "sentences", "groups");
    for (Evaluation evaluation : evaluations) {
      for (Metric metric : Metric.values()) {
        overview(
            page,
            evaluation,
            metric.title(),
            evaluation.scores().of(metric),
            evaluation.interval(metric));
      }
      for (ProbabilityMetric metric : ProbabilityMetric.values()) {
        overview(
            page,
            evaluation,
            metric.title(),
            evaluation.probabilities().of(metric),
            evaluation.interval(metric));
      }
    }
  }

  private static void overview(
      Page page, Evaluation evaluation, String title, double figure, Interval interval) {
    page.row(
        evaluation.model(),
        title,
        Figures.figure(figure),
        Figures.interval(interval),
        Figures.count(evaluation.n()),
        Figures.count(evaluation.clusters()));
  }

  static void details(Page page, Evaluation evaluation) {
    details(page, evaluation, true);
  }

  /** The figures of one model, with those of its parts or without. */
  static void details(Page page, Evaluation evaluation, boolean parts) {
    page.heading(2, evaluation.model() + " on " + evaluation.data());
    page.line(
        Figures.count(evaluation.n())
            + " sentences, "
            + Figures.count(evaluation.clusters())
            + " groups.");
    for (EvaluationWarning warning : evaluation.warnings()) {
      page.line("");
      page.line("**" + warning.opening() + ":** " + escape(warning.text()) + ".");
    }
    page.line("");
    page.header("stance", "precision", "recall", "F1", "sentences");
    evaluation
        .perClass()
        .forEach((stance, figures) -> precisionRecall(page, stance.label(), figures));
    evaluation
        .scores()
        .averages()
        .forEach((way, figures) -> precisionRecall(page, way.key() + " average", figures));
    page.line("");
    confusion(page, evaluation.confusion());
    ProbabilityMarkdown.scores(page, evaluation);
    AbstentionMarkdown.add(page, evaluation.abstention());
    if (parts) {
      slices(page, evaluation.slices());
    }
  }

  private static void precisionRecall(Page page, String name, PrecisionRecallF1 figures) {
    page.row(
        name,
        Figures.figure(figures.precision()),
        Figures.figure(figures.recall()),
        Figures.figure(figures.f1()),
        Figures.count(figures.support()));
  }

  private static void confusion(Page page, ConfusionMatrix matrix) {
    page.line("Confusion matrix: rows = gold, columns = predicted.");
    page.line("");
    page.header("gold", "pro", "anti", "neutral");
    for (Stance gold : Stance.values()) {
      page.row(
          Stream.concat(
              Stream.of(gold.label()),
              Stream.of(Stance.values()).map(stance -> Figures.count(matrix.count(gold, stance)))));
    }
  }

  private static void slices(Page page, List<EvaluationSlice> slices) {
    if (slices.isEmpty()) {
      return;
    }
    page.line("");
    page.line(
        "Parts of the data, rank 1 having the lowest balanced accuracy; parts of few rows or groups"
            + " are not ranked.");
    page.line("");
    page.header(
        "part",
        "value",
        "sentences",
        "groups",
        "accuracy",
        "balanced accuracy",
        "95 % interval",
        "macro-F1",
        "F-average",
        "rank");
    for (EvaluationSlice slice : slices) {
      Interval interval = slice.interval();
      page.row(
          slice.attribute(),
          slice.value(),
          Figures.count(slice.n()),
          Figures.count(slice.clusters()),
          Figures.figure(slice.scores().of(Metric.ACCURACY)),
          Figures.figure(slice.scores().of(Metric.BALANCED_ACCURACY)),
          interval == null ? "–" : Figures.interval(interval),
          Figures.figure(slice.scores().of(Metric.MACRO_F1)),
          Figures.figure(slice.scores().of(Metric.F_AVERAGE)),
          Figures.rank(slice));
    }
  }

  static void rows(Page page, String heading, List<ReportRow> rows) {
    if (!rows.isEmpty()) {
      page.heading(2, heading);
      page.header("name", "value");
      rows.forEach(row -> page.row(row.name(), row.value()));
    }
  }

  static String withInterval(@Nullable Evaluation evaluation) {
    return evaluation == null
        ? ""
        : Figures.figure(evaluation.macroF1())
            + " ("
            + Figures.interval(evaluation.interval(Metric.MACRO_F1))
            + ")";
  }

  /** One line in which no character is mark-up. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '<') {
        escaped.append("&lt;");
      } else if (unit == '&') {
        escaped.append("&amp;");
      } else if (unit == '\n' || unit == '\t') {
        escaped.append(' ');
      } else {
        escaped.append(markup(text, i) ? "\\" : "").append(unit);
      }
    }
    return escaped.toString();
  }

  /** One line of HTML in which no character is mark-up. */
  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('\n', ' ')
        .replace('\t', ' ');
  }

  /** Hyphens, brackets and the like mean something at the start of a line or next to others. */
  private static boolean markup(String text, int index) {
    char unit = text.charAt(index);
    boolean harmless = index > 0 && "-+()!#".indexOf(unit) >= 0;
    return SPECIAL.indexOf(unit) >= 0 && !harmless;
  }

  /** The text so far. */
  static final class Page {
    final StringBuilder text = new StringBuilder();
    private boolean folding;
    private boolean open;

    void line(String line) {
      text.append(line).append('\n');
    }

    /** Folds each section from here on. */
    void fold() {
      folding = true;
    }

    /** Ends a section that is folded. */
    void unfold() {
      if (open) {
        line("\n</details>");
        open = false;
      }
    }

    void heading(int level, String heading) {
      if (folding && level == 2) {
        unfold();
        // a blank line ends the HTML, so that what follows is Markdown again
        line("\n<details>\n<summary>" + html(heading) + "</summary>\n");
        open = true;
        return;
      }
      line((text.isEmpty() ? "" : "\n") + "#".repeat(level) + " " + escape(heading) + "\n");
    }

    void header(String... cells) {
      header(Stream.of(cells));
    }

    void header(Stream<String> titles) {
      List<String> cells = titles.toList();
      line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
      line("| --- ".repeat(cells.size()) + "|");
    }

    void row(String... cells) {
      row(Stream.of(cells));
    }

    void row(Stream<String> cells) {
      line(cells.map(MarkdownRenderer::escape).collect(Collectors.joining(" | ", "| ", " |")));
    }
  }
}

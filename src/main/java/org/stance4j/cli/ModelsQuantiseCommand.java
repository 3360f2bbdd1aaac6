package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.pipeline.Quantisation;
import org.stance4j.pipeline.QuantisePipeline;
import org.stance4j.report.ComparisonReport;
import org.stance4j.report.Figures;
import org.stance4j.report.ReportRow;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance models quantise}: a faster variant, if it is as good. */
@Command(
    name = "quantise",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a faster variant of a model with a trained encoder, with the encoder in eight bits.",
      "",
      "Scores both on labelled data that the model was not trained on, and keeps the variant if its"
          + " macro-F1 falls by 0.005 at most; otherwise writes no model and exits with 1."
    })
final class ModelsQuantiseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private TestDataOptions testData = new TestDataOptions();

  @Parameters(paramLabel = "MODEL", description = "default, NAME, NAME@VERSION or a model folder.")
  private String model = "default";

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Name of the variant (default: the model's with -int8).")
  private @Nullable String name;

  @Override
  public Integer call() throws IOException {
    ReportFolder folder = testData.reportFolder();
    ModelStore store = models.store();
    QuantisePipeline pipeline = new QuantisePipeline(store, Clock.systemUTC());
    String variant = name == null ? pipeline.variantName(model) : name;
    ModelRef.requireName(variant);
    Dataset dataset = testData.read();
    Quantisation result = pipeline.run(model, variant, dataset, testData.seed());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    write(result, out);
    if (folder != null) {
      Path page = folder.write("quantisation", report(result));
      err.println("Report: " + page);
    }
    if (result.published() == null) {
      err.println(
          String.format(
              Locale.ROOT,
              "stance: macro-F1 falls by %.4f, and at most %.3f is allowed; no variant was written."
                  + " %s stays as it is: keep using it, or quantise a training with another seed;"
                  + " if the interval is wide, give more held-out data",
              result.loss(),
              Quantisation.MOST_LOSS,
              result.original().model()));
      return CommandLine.ExitCode.SOFTWARE;
    }
    out.println();
    out.println("Published " + result.published() + " in " + store.root());
    return CommandLine.ExitCode.OK;
  }

  private static void write(Quantisation result, PrintWriter out) {
    Evaluation original = result.original();
    Evaluation variant = result.variant();
    line(
        out, "%s: %d sentences in %d groups%n", original.data(), original.n(), original.clusters());
    line(
        out,
        "%-32s %8s  %-16s %11s %10s",
        "model",
        "macro-F1",
        "95 % interval",
        "sentences/s",
        "size");
    row(out, original, result.originalSize());
    row(out, variant, result.variantSize());
    MetricDifference macroF1 = result.difference().of(Metric.MACRO_F1);
    line(
        out,
        "%ndifference in macro-F1: %s (%s), p %s",
        Figures.signed(macroF1.difference()),
        Figures.signedInterval(macroF1.interval()),
        Figures.p(macroF1.test().p()));
    line(
        out,
        "sentences that changed side: %d (%d became right, %d wrong)",
        result.changed(),
        result.difference().fixed(),
        result.difference().broken());
    line(out, "largest move of a probability: %.3f", result.largestMove());
    line(out, "speed: %.2f times", result.speedUp());
    if (macroF1.interval().tooFewClusters()) {
      line(
          out,
          "beware: fewer than %d groups, so the intervals are narrower than they should be",
          Interval.ENOUGH_CLUSTERS);
    }
  }

  private static void row(PrintWriter out, Evaluation evaluation, Quantisation.Size size) {
    line(
        out,
        "%-32s %8s  %-16s %11s %10s",
        evaluation.model(),
        Figures.figure(evaluation.macroF1()),
        Figures.interval(evaluation.interval(Metric.MACRO_F1)),
        Figures.rate(size.sentencesPerSecond()),
        Figures.bytes(size.bytes()));
  }

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private ComparisonReport report(Quantisation result) {
    return new ComparisonReport(
        result.variant().model() + " on " + result.variant().data(),
        result.comparison(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new ReportRow("seed", String.valueOf(testData.seed())),
            new ReportRow("largest move of a probability", Figures.figure(result.largestMove()))),
        List.of(
            new ReportRow(result.original().model(), Figures.bytes(result.originalSize().bytes())),
            new ReportRow(result.variant().model(), Figures.bytes(result.variantSize().bytes()))));
  }
}

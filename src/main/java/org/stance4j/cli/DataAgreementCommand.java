package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.agreement.Agreement;
import org.stance4j.agreement.AgreementMetric;
import org.stance4j.agreement.AgreementStudy;
import org.stance4j.agreement.Judgement;
import org.stance4j.agreement.LabelPairs;
import org.stance4j.agreement.TwiceLabelled;
import org.stance4j.corpus.CsvTableWriter;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.pipeline.AnnotatorColumns;
import org.stance4j.pipeline.LabelPairsReader;
import org.stance4j.report.AgreementReport;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.ReportRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data agreement}: do two annotators agree? */
@Command(
    name = "agreement",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two annotators: per cent agreement, Cohen's kappa, Krippendorff's alpha, where they differ.",
      "",
      "Their labels stand in two columns of one table, or in two files that are joined by the column id, else by"
          + " document, start and end."
    })
final class DataAgreementCommand implements Callable<Integer> {
  private static final List<String> SLICES =
      List.of("source", "register", "phenomenon", "kind", "split");
  private static final List<String> DIFFERENCES =
      List.of(
          "id",
          "document",
          "start",
          "end",
          "text",
          "label_first_pass",
          "label_second_pass",
          "holder_first_pass",
          "holder_second_pass",
          "label",
          "holder");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private ReportOption reportOption = new ReportOption();

  @Parameters(
      paramLabel = "CSV|DIR",
      arity = "0..*",
      description =
          "Data labelled twice, or one file for each annotator (default: the shipped dataset).")
  private List<Path> data = List.of();

  @Option(
      names = "--columns",
      paramLabel = "FIRST,SECOND",
      split = ",",
      hideParamSyntax = true,
      description =
          "Columns of the two annotators' labels (default: label_first_pass,label_second_pass).")
  private List<String> columns = List.of();

  @Option(
      names = "--holder-columns",
      paramLabel = "FIRST,SECOND",
      split = ",",
      hideParamSyntax = true,
      description =
          "Columns of the two annotators' holders (default: those of the labels, with holder for label).")
  private List<String> holderColumns = List.of();

  @Option(
      names = "--slice",
      paramLabel = "COLUMN",
      split = ",",
      hideParamSyntax = true,
      description = "Columns to show parts by (default: source,register,phenomenon,kind,split).")
  private List<String> slices = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Seed of the resamples (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--differences",
      paramLabel = "CSV",
      description = "Write the rows on which the two differ to this new file.")
  private @Nullable Path differences;

  @Option(
      names = "--fail-below",
      paramLabel = "SHARE",
      description = "Exit with 1 where the share of equal labels is lower, such as 0.88.")
  private @Nullable Double failBelow;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    ReportFolder folder = reportOption.folder();
    LabelPairs pairs =
        new LabelPairsReader(dataOptions.documents(), dataOptions.reader())
            .read(data.isEmpty() ? List.of(Home.dataset()) : data, annotators());
    checkSlices(pairs);
    AgreementStudy study = AgreementStudy.of(pairs, slices.isEmpty() ? SLICES : slices, seed);
    AgreementReport report =
        new AgreementReport(
            "Agreement of " + study.first() + " and " + study.second(),
            study,
            List.of(
                new ReportRow("data", study.data()),
                new ReportRow("resamples", String.valueOf(ClusterBootstrap.RESAMPLES)),
                new ReportRow("seed", String.valueOf(seed))),
            List.of());
    if (json) {
      spec.commandLine().getOut().println(new JsonRenderer().render(report).strip());
    } else {
      new AgreementText(spec.commandLine().getOut()).write(study);
    }
    spec.commandLine().getOut().flush();
    if (folder != null) {
      spec.commandLine().getErr().println("Report: " + folder.write("agreement", report));
    }
    if (differences != null) {
      List<TwiceLabelled> items = differing(study);
      NewFile.write(differences, DIFFERENCES, csv -> write(items, csv));
      spec.commandLine()
          .getErr()
          .printf(Locale.ROOT, "Differences: %d rows in %s%n", items.size(), differences);
    }
    return exitCode(study);
  }

  private void checkOptions() {
    if (!columns.isEmpty()) {
      requireTwo("--columns", columns);
    }
    if (!holderColumns.isEmpty()) {
      requireTwo("--holder-columns", holderColumns);
    }
    if (failBelow != null && !(failBelow >= 0 && failBelow <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--fail-below must lie in [0, 1], such as 0.88, got " + failBelow);
    }
    if (differences != null) {
      NewFile.check(differences, "--differences");
    }
  }

  private void requireTwo(String option, List<String> names) {
    if (names.size() != 2
        || names.stream().anyMatch(String::isBlank)
        || names.get(0).equals(names.get(1))) {
      throw new ParameterException(
          spec.commandLine(),
          option + " takes two different names, FIRST,SECOND, got " + String.join(",", names));
    }
  }

  private @Nullable AnnotatorColumns annotators() {
    if (columns.isEmpty() && holderColumns.isEmpty()) {
      return null;
    }
    AnnotatorColumns named =
        columns.isEmpty()
            ? AnnotatorColumns.STANDARD
            : AnnotatorColumns.of(columns.get(0), columns.get(1));
    return holderColumns.isEmpty()
        ? named
        : new AnnotatorColumns(
            named.first(), named.second(), holderColumns.get(0), holderColumns.get(1));
  }

  private void checkSlices(LabelPairs pairs) {
    SortedSet<String> known = new TreeSet<>();
    pairs.items().forEach(item -> known.addAll(item.attributes().keySet()));
    for (String slice : slices) {
      if (!known.contains(slice)) {
        throw new IllegalArgumentException(
            "no row of "
                + pairs.data()
                + " has a value in the column "
                + slice
                + "; --slice may name "
                + String.join(", ", known));
      }
    }
  }

  private static List<TwiceLabelled> differing(AgreementStudy study) {
    Agreement holders = study.holders();
    List<TwiceLabelled> items = new ArrayList<>(study.labels().differences());
    if (holders != null) {
      items.addAll(holders.differences());
    }
    return items;
  }

  private static void write(List<TwiceLabelled> items, CsvTableWriter csv) throws IOException {
    for (TwiceLabelled item : items) {
      String text = item.text();
      csv.write(
          Stream.of(
                  item.id(),
                  item.attribute("document"),
                  item.attribute("start"),
                  item.attribute("end"),
                  text == null ? "" : text,
                  label(item.first()),
                  label(item.second()),
                  holder(item.first()),
                  holder(item.second()),
                  label(item.settled()),
                  holder(item.settled()))
              .toList());
    }
  }

  private static String label(@Nullable Judgement judgement) {
    return judgement == null ? "" : judgement.stance().label();
  }

  private static String holder(@Nullable Judgement judgement) {
    Holder holder = judgement == null ? null : judgement.holder();
    return holder == null ? "" : holder.label();
  }

  private int exitCode(AgreementStudy study) {
    double agreement = study.labels().of(AgreementMetric.OBSERVED);
    if (failBelow == null || agreement >= failBelow) {
      return ExitCode.OK;
    }
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "stance: agreement is %.4f, below %s; settle the differences, which --differences lists%n",
            agreement,
            failBelow);
    return ExitCode.SOFTWARE;
  }
}

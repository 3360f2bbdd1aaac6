package org.stance4j.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ConformalSets;
import org.stance4j.evaluation.PriorShift;
import org.stance4j.pipeline.AdaptedClassification;
import org.stance4j.pipeline.ClashingInputsException;
import org.stance4j.pipeline.ClassifyInputReader;
import org.stance4j.pipeline.ClassifyInputs;
import org.stance4j.pipeline.ClassifyPipeline;
import org.stance4j.pipeline.KnownTargets;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.OutputFile;
import org.stance4j.pipeline.TargetedModel;
import org.stance4j.report.Figures;
import org.stance4j.report.PredictionColumns;
import org.stance4j.report.PredictionFormat;
import org.stance4j.report.PredictionWriter;
import org.stance4j.report.TextLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance classify}: labels for the sentences of articles or the rows of tables. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Marks every sentence of an article, or every row of a table, as pro, anti or neutral towards"
          + " NATO's engagement in Asia.",
      ""
    },
    footer = {
      "",
      "Give either articles or tables. Articles are plain text, Markdown or HTML, and come out in"
          + " the order given; menus, bylines and the like are marked 'furniture' and left out of"
          + " the summary. Tables given together must have the same columns; they keep them and"
          + " gain stance, p_pro, p_anti and p_neutral, with --abstain stance_set too. Every file is UTF-8. Offsets count Unicode"
          + " code points in the article's text, the end not included.",
      "",
      "If an input is faulty, nothing is written.",
      "",
      "Examples:",
      "  stance classify article.txt",
      "  stance classify articles/*.html --format csv --out sentences.csv",
      "  stance classify comments.csv --text-column comment --out labelled.csv",
      "  curl -s https://example.org/article | stance classify - --format jsonl"
    })
final class ClassifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Article to read, or table if the name ends in .csv or .tsv; '-' is an article, never a"
              + " table, on standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "default",
      description =
          "default, NAME (its newest version), NAME@VERSION or a model folder (default:"
              + " ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private ModelOptions models = new ModelOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = PredictionFormatConverter.class,
      description =
          "text (for people), json (one object), jsonl (one object a line) or csv (default: text for"
              + " articles, csv for tables).")
  private @Nullable PredictionFormat format;

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description = "Column of a table that holds the text (default: text).")
  private @Nullable String textColumn;

  @Option(
      names = "--target",
      paramLabel = "TEXT",
      description =
          "What the stance is towards, for models of several targets; a column target of a table goes"
              + " before it.")
  private @Nullable String target;

  @Option(
      names = "--adapt-prior",
      description =
          "Estimate how common each stance is from all inputs together, page furniture left out, and"
              + " weight the probabilities by it; needs at least 50 sentences. 'stance evaluate"
              + " --adapt-prior' tells on labelled data whether it helps.")
  private boolean adaptPrior;

  @Option(
      names = "--abstain",
      paramLabel = "COVERAGE",
      converter = CoverageConverter.class,
      description =
          "Leave unanswered what the model cannot tell: a sentence gets a stance only if its label set"
              + " at this coverage, such as 0.9, holds one stance. On sentences like those of the"
              + " training data the set holds the right stance in that share of each stance's"
              + " sentences; 'stance evaluate' tells what it is on yours.")
  private @Nullable Double abstain;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file, whole or not at all, instead of standard output.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (adaptPrior && abstain != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--abstain and --adapt-prior do not go together: label sets are made for the probabilities"
              + " as the model gives them, and hold for other shares of the stances without"
              + " adapting; leave out one of them");
    }
    ClassifyInputs read = read();
    if (out == null) {
      TextLayout layout =
          new TextLayout(
              spec.commandLine().getColorScheme().ansi().enabled(),
              Terminal.attached() ? spec.commandLine().getUsageHelpWidth() : 0);
      classify(read, spec.commandLine().getOut(), layout);
    } else {
      try (OutputFile file = OutputFile.create(out)) {
        classify(read, file.writer(), TextLayout.PLAIN);
        file.commit();
      }
    }
    return 0;
  }

  private ClassifyInputs read() throws IOException {
    try {
      refuseToOverwriteAnInput();
      return new ClassifyInputReader(System.in, PredictionColumns.names(abstain != null))
          .read(inputs, textColumn);
    } catch (ClashingInputsException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void refuseToOverwriteAnInput() throws IOException {
    for (String input : inputs) {
      Path file = Path.of(input);
      if (out != null
          && Files.isRegularFile(out)
          && Files.exists(file)
          && Files.isSameFile(file, out)) {
        throw new ParameterException(
            spec.commandLine(),
            "--out would replace the input '" + input + "'; choose another file");
      }
    }
  }

  private void classify(ClassifyInputs read, Writer writer, TextLayout layout) throws IOException {
    PredictionFormat usual =
        read instanceof ClassifyInputs.Tables ? PredictionFormat.CSV : PredictionFormat.TEXT;
    PredictionFormat chosen = format == null ? usual : format;
    try (LoadedModel loaded = models.load(model)) {
      ConformalSets sets = abstain == null ? null : loaded.labelSets(abstain);
      PredictionWriter predictions = chosen.writer(writer, loaded.name(), layout, abstain);
      StanceModel scorer =
          target == null ? loaded.model() : new TargetedModel(loaded.model(), target);
      checkTargets(loaded, read);
      if (adaptPrior) {
        tell(AdaptedClassification.run(scorer, loaded.prior(), read, predictions));
      } else {
        new ClassifyPipeline(scorer, sets, predictions).run(read);
      }
    }
  }

  private void checkTargets(LoadedModel loaded, ClassifyInputs read) throws IOException {
    if (target != null && !loaded.model().usesTarget()) {
      throw new ParameterException(
          spec.commandLine(),
          "--target changes nothing: model "
              + loaded.name()
              + " takes no account of a target; leave it out or choose another model");
    }
    new KnownTargets(loaded.model().targets(), target == null ? "" : target).check(read);
  }

  private void tell(PriorShift shift) {
    spec.commandLine()
        .getErr()
        .println(
            "Prior adapted to "
                + shift.n()
                + " sentences: "
                + shares(shift.estimated())
                + "; in training: "
                + shares(shift.training())
                + ". The text "
                + (shift.changed() ? "shows" : "does not show")
                + " that its shares differ from the training's (likelihood ratio, p "
                + (shift.p() < 0.001 ? "" : "= ")
                + Figures.p(shift.p())
                + ")."
                + (shift.converged() ? "" : " Beware: the estimate did not settle."));
  }

  private static String shares(StanceProbabilities shares) {
    return Arrays.stream(Stance.values())
        .map(stance -> stance.label() + " " + Figures.figure(shares.of(stance)))
        .collect(Collectors.joining(", "));
  }
}

package org.stance4j.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.Neighbour;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.Neighbourhood;
import org.stance4j.report.ExplanationText;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.SentenceExplanation;
import org.stance4j.text.TextNormalizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance explain}: why a model says what it says of a sentence. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells the stance of one sentence, which of its words pull towards which stance, and the training"
          + " sentences that are nearest to it.",
      "",
      "Pulls are exact for a linear model of n-grams; for every other model they are what leaving out the"
          + " word changes."
    },
    footer = {
      "",
      "Examples:",
      "  stance explain \"Critics reject the pact.\"",
      "  stance explain \"He said no.\" --previous \"Should NATO patrol there?\" --model ngram-linear"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SENTENCE", description = "The sentence; quote it.")
  private String text = "";

  @Option(names = "--previous", paramLabel = "TEXT", description = "The sentence before it.")
  private @Nullable String previous;

  @Option(names = "--next", paramLabel = "TEXT", description = "The sentence after it.")
  private @Nullable String next;

  @Option(
      names = "--target",
      paramLabel = "TEXT",
      description = "What the stance is towards, for models of several targets.")
  private @Nullable String target;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "default",
      description =
          "default, NAME (its newest version), NAME@VERSION or a model folder (default:"
              + " ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private NeighbourOptions neighbours = new NeighbourOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    neighbours.check();
    Sentence sentence = sentence();
    SentenceExplanation explained;
    try (LoadedModel loaded = models.load(model)) {
      checkTarget(loaded);
      Explanation explanation = loaded.model().explainer().explain(List.of(sentence)).get(0);
      try (Neighbourhood neighbourhood = neighbours.open(loaded)) {
        explained = explained(loaded, sentence, explanation, neighbourhood);
      }
    }
    spec.commandLine()
        .getOut()
        .println(
            json
                ? new JsonRenderer().render(explained).strip()
                : ExplanationText.render(
                        explained, spec.commandLine().getColorScheme().ansi().enabled())
                    .strip());
    return 0;
  }

  private Sentence sentence() {
    if (text.isBlank()) {
      throw new ParameterException(spec.commandLine(), "SENTENCE is blank; give it in quotes");
    }
    String stripped = text.strip();
    return new Sentence(
        "",
        stripped,
        new TextSpan(0, stripped.length()),
        SentenceKind.BODY,
        previous == null || previous.isBlank() ? null : previous.strip(),
        next == null || next.isBlank() ? null : next.strip(),
        target == null ? "" : target);
  }

  private void checkTarget(LoadedModel loaded) {
    if (target != null && !loaded.model().usesTarget()) {
      throw new ParameterException(
          spec.commandLine(),
          "--target changes nothing: model "
              + loaded.name()
              + " takes no account of a target; leave it out or choose another model");
    }
    String normal = target == null ? "" : TextNormalizer.normalize(target);
    if (!loaded.model().targets().isEmpty() && !loaded.model().targets().contains(normal)) {
      throw new ParameterException(
          spec.commandLine(),
          "model "
              + loaded.name()
              + " was trained on the targets "
              + String.join(", ", loaded.model().targets())
              + "; name one of them with --target");
    }
  }

  private SentenceExplanation explained(
      LoadedModel loaded,
      Sentence sentence,
      Explanation explanation,
      @Nullable Neighbourhood neighbourhood) {
    if (neighbourhood == null) {
      return new SentenceExplanation(loaded.name(), sentence, explanation, null, List.of());
    }
    List<Neighbour> nearest =
        neighbourhood.nearest().of(List.of(sentence), neighbours.number()).get(0);
    return new SentenceExplanation(
        loaded.name(),
        sentence,
        explanation,
        new ErrorAnalysis.NeighbourSource(
            neighbourhood.nearest().encoderName(),
            neighbourhood.nearest().size(),
            neighbours.number()),
        nearest);
  }
}

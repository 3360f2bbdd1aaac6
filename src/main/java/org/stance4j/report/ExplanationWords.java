package org.stance4j.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.ExplainedExample;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.ExplanationMethod;
import org.stance4j.explain.MovedWord;
import org.stance4j.explain.MovedWords;
import org.stance4j.explain.Neighbour;

/** Explanations in words, the same in every form of a report. Called by the templates. */
public final class ExplanationWords {
  /** Words listed for a stance. */
  private static final int MOST_WORDS = 4;

  private ExplanationWords() {}

  /** {@code reject +0.312, danger +0.120}; a dash where nothing pulls towards the stance. */
  public static String words(Explanation explanation, Stance stance) {
    return words(explanation, stance, MOST_WORDS);
  }

  static String words(Explanation explanation, Stance stance, int most) {
    String words =
        explanation.strongest(stance, most).stream()
            .map(word -> word.word() + " " + Figures.signed(word.pull().towards(stance)))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "–" : words;
  }

  /** The document of an example, or its id where it is one of its own. */
  public static String document(Example example) {
    String document = example.sentence().documentId();
    return document.isEmpty() ? example.id() : document;
  }

  /** {@code anti 0.934}: label and similarity. */
  public static String label(Neighbour neighbour) {
    return neighbour.example().stance().label() + " " + Figures.figure(neighbour.similarity());
  }

  /** {@code 4 pro, 1 anti}; empty where there are no neighbours. */
  public static String tally(ExplainedExample example) {
    return Arrays.stream(Stance.values())
        .filter(stance -> example.labelled(stance) > 0)
        .map(stance -> example.labelled(stance) + " " + stance.label())
        .collect(Collectors.joining(", "));
  }

  /** {@code 57 of 188 sentences (30 %) get another stance than their label}. */
  public static String errors(ErrorAnalysis analysis) {
    return Figures.count(analysis.errors())
        + " of "
        + Figures.count(analysis.n())
        + " sentences ("
        + Figures.percent((double) analysis.errors() / analysis.n())
        + ") get another stance than their label.";
  }

  /** What pulls and neighbours are. */
  public static String method(ErrorAnalysis analysis) {
    ErrorAnalysis.NeighbourSource source = analysis.neighbours();
    return "Words that pull ("
        + analysis.method().words()
        + "). "
        + (source == null
            ? "No neighbours were looked for."
            : "Neighbours: the "
                + source.k()
                + " nearest of "
                + Figures.count(source.sentences())
                + " training sentences, by cosine of "
                + source.encoder()
                + ".");
  }

  /** What makes a label a suspect. */
  public static String suspects(ErrorAnalysis analysis) {
    return "The model is confident of another stance"
        + (analysis.neighbours() == null ? "." : ", and so are most of the neighbours' labels.")
        + " A suspicion for a person to look at, no verdict.";
  }

  /** One sentence for a summary. */
  static String summary(ErrorAnalysis analysis) {
    int suspects = analysis.suspects().size();
    return errors(analysis)
        + (suspects == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " %s of these labels %s a second look.",
                Figures.count(suspects),
                suspects == 1 ? "is worth" : "are worth"));
  }

  /** {@code not −0.020 → +0.310}: the pull towards the gold stance in both models. */
  public static String moved(MovedWord word) {
    return word.word() + " " + Figures.signed(word.before()) + " → " + Figures.signed(word.after());
  }

  /** All words of a sentence that moved; a dash where none did. */
  public static String moved(MovedWords moved) {
    String words =
        moved.words().stream().map(ExplanationWords::moved).collect(Collectors.joining(", "));
    return words.isEmpty() ? "–" : words;
  }

  /** What is told of how many sentences; empty where nothing is told. */
  public static String explained(List<MovedWords> moved, List<ChangedSentence> changes) {
    if (moved.isEmpty()) {
      return "";
    }
    long turned =
        changes.stream()
            .filter(change -> change.kind() != ChangedSentence.Kind.STILL_WRONG)
            .count();
    return "Words that moved: pull towards the gold stance in the first model → in the second ("
        + ExplanationMethod.OCCLUSION.words()
        + "); told of "
        + Figures.count(moved.size())
        + " of the "
        + Figures.count((int) turned)
        + " sentences fixed or broken, those in which the probability of the gold stance moved"
        + " most.";
  }
}

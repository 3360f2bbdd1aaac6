package org.stance4j.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stance4j.Document;
import org.stance4j.DocumentStance;
import org.stance4j.Prediction;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.StanceSet;
import org.stance4j.corpus.CsvRow;

/**
 * Writes lines for people: stance, its probability and the sentence; above each article what its
 * sentences add up to. Where the model may abstain, the stances of the label set follow a sentence
 * that it does not answer, and the figure is that of the most probable stance. Page furniture is
 * marked as such, dimmed, and in no figure. Control characters of the texts are made visible, so
 * that none of them reaches the terminal.
 */
final class TextPredictionWriter implements PredictionWriter {
  private static final int LABEL_WIDTH = SentenceKind.FURNITURE.label().length();
  private static final int INDENT = LABEL_WIDTH + "  0.00  ".length();
  private static final int NARROWEST = 20;

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";

  private final Writer out;
  private final String model;
  private final TextLayout layout;
  private final @Nullable Double coverage;

  TextPredictionWriter(Writer out, String model, TextLayout layout, @Nullable Double coverage) {
    this.out = out;
    this.model = model;
    this.layout = layout;
    this.coverage = coverage;
  }

  @Override
  public void beginDocuments() throws IOException {
    out.write("Model " + model + "; scores run from -1 (all against) to +1 (all for)\n");
    out.write(abstention());
  }

  @Override
  public void document(Document document, DocumentStance stance) throws IOException {
    out.write('\n');
    out.write(styled(BOLD, visible(document.id())) + ": " + summary(stance) + "\n");
    for (Prediction prediction : stance.predictions()) {
      String text = prediction.sentence().text();
      if (prediction.sentence().kind() == SentenceKind.FURNITURE) {
        String label = String.format(Locale.ROOT, "%-" + INDENT + "s", "furniture");
        out.write(styled(DIM, label + wrapped(text)) + "\n");
      } else {
        line(text, prediction);
      }
    }
  }

  private static String summary(DocumentStance stance) {
    if (stance.scored() == 0) {
      return "nothing but page furniture";
    }
    StringBuilder summary = new StringBuilder(scored(stance));
    for (Stance label : Stance.values()) {
      long percent = Math.round(100 * stance.share(label));
      summary.append(", ").append(percent).append("% ").append(label.label());
    }
    int answered = stance.scored() - stance.abstained();
    if (stance.mayAbstain()) {
      long percent = Math.round(100 * stance.abstainedShare());
      summary.append(", ").append(percent).append("% abstained");
    }
    if (answered == 0) {
      return summary.append(", no score").toString();
    }
    double score = Math.round(100 * stance.score()) / 100.0;
    String sign = score > 0 ? "+" : score < 0 ? "-" : "";
    summary.append(String.format(Locale.ROOT, ", score %s%.2f", sign, Math.abs(score)));
    return stance.mayAbstain()
        ? summary.append(" of the ").append(answered).append(" answered").toString()
        : summary.toString();
  }

  /**
   * What the figures rest on; titles are named, for they count but a reader may not see them so.
   */
  private static String scored(DocumentStance stance) {
    int titles =
        (int)
            stance.predictions().stream()
                .filter(prediction -> prediction.sentence().kind() == SentenceKind.TITLE)
                .count();
    int sentences = stance.scored() - titles;
    if (titles == 0) {
      return counted(sentences, "sentence");
    }
    return (sentences == 0 ? "" : counted(sentences, "sentence") + " and ")
        + counted(titles, "title");
  }

  private static String counted(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  @Override
  public void beginTable(List<String> columns) throws IOException {
    out.write("Model " + model + "\n" + abstention() + "\n");
  }

  @Override
  public void row(CsvRow row, Prediction prediction) throws IOException {
    line(prediction.sentence().text(), prediction);
  }

  /** What the label sets mean; nothing where the model must answer. */
  private String abstention() {
    return coverage == null
        ? ""
        : "Label sets at coverage "
            + BigDecimal.valueOf(coverage).toPlainString()
            + "; a sentence whose set holds no stance or several is not answered\n";
  }

  private void line(String text, Prediction prediction) throws IOException {
    Stance shown = prediction.answer().orElse(prediction.stance());
    String figures =
        String.format(
            Locale.ROOT,
            "%-" + LABEL_WIDTH + "s  %.2f",
            PredictionColumns.answer(prediction),
            prediction.probabilities().of(shown));
    out.write(
        styled(style(prediction), figures) + "  " + wrapped(text + undecided(prediction)) + "\n");
  }

  private static String style(Prediction prediction) {
    return prediction
        .answer()
        .map(
            stance ->
                switch (stance) {
                  case PRO -> GREEN;
                  case ANTI -> RED;
                  case NEUTRAL -> "";
                })
        .orElse(DIM);
  }

  /** The stances between which the model does not decide. */
  private static String undecided(Prediction prediction) {
    StanceSet set = prediction.set();
    if (set == null || set.single().isPresent()) {
      return "";
    }
    return set.size() == 0 ? " [no stance fits]" : " [" + String.join(" or ", set.labels()) + "]";
  }

  private String styled(String style, String text) {
    return layout.colour() && !style.isEmpty() ? style + text + RESET : text;
  }

  /** The text on one line, or on several that start below its first word. */
  private String wrapped(String text) {
    String line = visible(text);
    int room = Math.max(NARROWEST, layout.width() - INDENT);
    if (layout.width() == 0 || line.length() <= room) {
      return line;
    }
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (String word : line.split(" ", -1)) {
      int length = word.codePointCount(0, word.length());
      if (used > 0 && used + 1 + length > room) {
        lines.append('\n').append(" ".repeat(INDENT));
        used = 0;
      } else if (used > 0) {
        lines.append(' ');
        used++;
      }
      lines.append(word);
      used += length;
    }
    return lines.toString();
  }

  private static String visible(String text) {
    return VisibleText.page(text.strip().replaceAll("\\s+", " "));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    flush();
  }
}

package org.stance4j.report;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms predictions can be written in. */
public enum PredictionFormat {
  /** For people, see {@link TextPredictionWriter}. */
  TEXT,
  /** One object, see {@link JsonPredictionWriter}. */
  JSON,
  /** One object a line, see {@link JsonLinesPredictionWriter}. */
  JSONL,
  /** A table, see {@link CsvPredictionWriter}. */
  CSV;

  /** The name used on the command line: {@code text}, {@code json}, {@code jsonl}, {@code csv}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All labels in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(PredictionFormat::label).toList();
  }

  /**
   * The format of that label.
   *
   * @throws IllegalArgumentException if there is none; lists those there are
   */
  public static PredictionFormat of(String label) {
    for (PredictionFormat format : values()) {
      if (format.label().equals(label)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is no format; choose one of " + String.join(", ", labels()));
  }

  /**
   * A writer of this form.
   *
   * @param out target, not closed by the writer
   * @param model name and version of the model, such as {@code ngram-linear@1}
   * @param layout for {@link #TEXT}; the others have but one
   */
  public PredictionWriter writer(Writer out, String model, TextLayout layout) {
    return writer(out, model, layout, null);
  }

  /**
   * The same for a model that may abstain.
   *
   * @param coverage of its label sets, which every prediction then has; {@code null} where it must
   *     answer
   */
  public PredictionWriter writer(
      Writer out, String model, TextLayout layout, @Nullable Double coverage) {
    return switch (this) {
      case TEXT -> new TextPredictionWriter(out, model, layout, coverage);
      case JSON -> new JsonPredictionWriter(out, model, coverage);
      case JSONL -> new JsonLinesPredictionWriter(out, model);
      case CSV -> new CsvPredictionWriter(out, coverage != null);
    };
  }
}

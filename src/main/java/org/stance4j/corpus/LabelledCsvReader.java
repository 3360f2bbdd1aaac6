package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;

/**
 * Reads any CSV or TSV with a text and a label in each row.
 *
 * <p>Columns besides those two are optional: {@code id} (default {@code row-N}, N counting data
 * rows from 1), {@code group} (default the column {@code argument}, else the row's own id), {@code
 * holder} ({@code author}, {@code reported} or empty), {@code context} (what stands before the
 * text; becomes the sentence before it), {@code target} (what the stance is towards). All others,
 * such as {@code argument}, are kept as attributes where they are not empty, and so is the target.
 * All of these names, that of the text's and the label's column too, may be written in other case:
 * {@code Target} is {@code target} where no column is called so exactly.
 *
 * @param textColumn name of the column that holds the text, usually 'text'
 * @param labelColumn name of the column that holds the label, usually 'label'
 * @param labels what the labels mean
 */
public record LabelledCsvReader(String textColumn, String labelColumn, LabelMapping labels) {
  /** A reader of the usual columns with the standard label names. */
  public static LabelledCsvReader standard() {
    return new LabelledCsvReader("text", "label", LabelMapping.standard());
  }

  /**
   * Reads a file into a dataset named after it.
   *
   * @throws DatasetFormatException if a column is missing, a text blank, an id used twice, a label,
   *     holder or split unknown, or the file no CSV
   * @throws IOException if it cannot be read
   */
  public Dataset read(Path file) throws IOException {
    try (CsvRowReader rows = CsvRowReader.open(file)) {
      CsvHeader header = rows.header().known(knownColumns());
      header.require(textColumn, "rename one or name it with --text-column");
      header.require(labelColumn, "rename one or name it with --label-column");
      Set<String> reserved = Set.of("id", "group", "holder", "context");
      List<Example> examples = new ArrayList<>();
      Map<String, Long> lines = new HashMap<>();
      while (rows.hasNext()) {
        CsvRow given = rows.next();
        CsvRow row = new CsvRow(header, given.line(), given.fields());
        Example example = example(row, examples.size() + 1, reserved);
        Long first = lines.putIfAbsent(example.id(), row.line());
        if (first != null) {
          String is = row.value("id").isBlank() ? "stands for " + example.id() + "," : "is";
          throw row.error("id", is + " already the id of line " + first + "; ids must differ");
        }
        examples.add(example);
      }
      return new Dataset(Names.stem(Names.of(file)), examples);
    }
  }

  private List<String> knownColumns() {
    return List.of(
        textColumn,
        labelColumn,
        "id",
        "group",
        Grouping.ARGUMENT,
        "holder",
        "context",
        Example.TARGET,
        Split.ATTRIBUTE);
  }

  private Example example(CsvRow row, int number, Set<String> reserved) {
    String text = row.value(textColumn);
    if (text.isBlank()) {
      throw row.error(textColumn, "is blank; every row needs a text, remove the row or fill it in");
    }
    String id = firstFilled(row.value("id"), "row-" + number);
    String group = firstFilled(row.value("group"), row.value("argument"), id);
    Stance stance = labels.stance(row, labelColumn);
    Fields.checkSplit(row);
    Map<String, String> attributes = Fields.attributes(row, reserved);
    attributes.remove(textColumn);
    attributes.remove(labelColumn);
    String context = row.value("context");
    @Nullable String previous = context.isBlank() ? null : context;
    Sentence sentence =
        new Sentence(
            id,
            text,
            new TextSpan(0, text.length()),
            SentenceKind.BODY,
            previous,
            null,
            row.value(Example.TARGET));
    return new Example(
        id, sentence, stance, Fields.holder(row, stance), group, Example.attributes(attributes));
  }

  private static String firstFilled(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}

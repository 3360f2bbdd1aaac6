package org.stance4j.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stance4j.Example;
import org.stance4j.corpus.DatasetFolder;
import org.stance4j.corpus.TextFile;

/**
 * Wordings that rows share with texts they must not hold. Names rows and files and never shows the
 * words, which may not be ours to print.
 *
 * <p>Rows cut out of the texts themselves are not compared: those of the source {@value
 * DatasetFolder#DOCUMENT}, and any row with the file that bears its document's name.
 */
final class OverlapCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<TextFile> texts = context.data().texts();
    if (texts == null) {
      return CheckResult.of(
          Finding.of(
              AuditCheck.OVERLAP,
              Level.NOTE,
              "not checked: name a folder of .txt files with --documents"));
    }
    if (texts.isEmpty()) {
      return CheckResult.of(
          Finding.of(
              AuditCheck.OVERLAP,
              Level.WARN,
              "not checked: the folder of documents holds no .txt file"));
    }
    List<Exhibit> found = overlaps(context.rows(), texts);
    Figure figure = Figure.count("overlaps", found.size());
    Finding finding =
        found.isEmpty()
            ? Finding.of(
                AuditCheck.OVERLAP,
                Level.GOOD,
                Wording.format(
                    "no row shares %d words in a row with any of %s",
                    AuditThresholds.OVERLAP_WORDS, Wording.count(texts.size(), "document")),
                figure)
            : Finding.of(
                AuditCheck.OVERLAP,
                Level.FAIL,
                Wording.format(
                    "%s %d words in a row with another document; write them anew",
                    Wording.count(found.size(), "row", "shares", "share"),
                    AuditThresholds.OVERLAP_WORDS),
                figure);
    return CheckResult.of(finding.showing(found));
  }

  /** One exhibit per row, naming every file. */
  private static List<Exhibit> overlaps(List<Row> rows, List<TextFile> texts) {
    Map<String, List<Integer>> wordings = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      Example example = rows.get(row).example();
      if (!example.attribute(DatasetFolder.SOURCE).equals(DatasetFolder.DOCUMENT)) {
        for (String wording : wordings(rows.get(row).words())) {
          wordings.computeIfAbsent(wording, key -> new ArrayList<>()).add(row);
        }
      }
    }
    Map<Integer, Set<String>> files = new TreeMap<>();
    for (TextFile text : texts) {
      for (String wording : wordings(Row.words(text.text()))) {
        for (int row : wordings.getOrDefault(wording, List.of())) {
          if (!rows.get(row).example().sentence().documentId().equals(text.stem())) {
            files.computeIfAbsent(row, key -> new TreeSet<>()).add(text.name());
          }
        }
      }
    }
    List<Exhibit> found = new ArrayList<>();
    files.forEach(
        (row, names) ->
            found.add(
                Exhibit.place(rows.get(row).example().id(), "as in " + Wording.list(names, 5))));
    return found;
  }

  private static Set<String> wordings(List<String> words) {
    Set<String> wordings = new TreeSet<>();
    for (int from = 0; from + AuditThresholds.OVERLAP_WORDS <= words.size(); from++) {
      wordings.add(String.join(" ", words.subList(from, from + AuditThresholds.OVERLAP_WORDS)));
    }
    return wordings;
  }
}

package org.stance4j.tuning;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvRowReader;
import org.stance4j.corpus.CsvTableWriter;

/**
 * The finished trials of a search, as rows of a CSV file that grows by one row at a time.
 *
 * <p>A row reaches the file before the next trial begins. Safe for use by several threads; after
 * {@link #freeze} nothing is added.
 */
final class TrialLog implements Closeable {
  /** The columns of the file. */
  static final List<String> COLUMNS =
      List.of(
          "scope", "rung", "number", "family", "share", "rows", "score", "seconds", "status",
          "message", "choices", "recipe");

  private static final double MILLIS = 1000;

  private final Map<String, CsvRow> logged;
  private final CsvTableWriter csv;
  private final List<Trial> trials = new ArrayList<>();
  private boolean frozen;

  private TrialLog(Map<String, CsvRow> logged, CsvTableWriter csv) {
    this.logged = logged;
    this.csv = csv;
  }

  /** A new log in a file that is replaced. */
  static TrialLog create(Path file) throws IOException {
    CsvTableWriter csv = CsvTableWriter.create(file, COLUMNS);
    csv.flush();
    return new TrialLog(Map.of(), csv);
  }

  /**
   * A log that goes on. A last row without its line end is dropped: it was being written when the
   * program ended.
   */
  static TrialLog resume(Path file) throws IOException {
    dropHalfLine(file);
    Map<String, CsvRow> logged = new LinkedHashMap<>();
    try (CsvRowReader rows = CsvRowReader.open(file)) {
      for (String column : COLUMNS) {
        rows.header().require(column, "this is no log of trials; name another folder with --out");
      }
      while (rows.hasNext()) {
        CsvRow row = rows.next();
        logged.put(key(row.value("scope"), row.value("rung"), row.value("number")), row);
      }
    }
    return new TrialLog(logged, CsvTableWriter.append(file, COLUMNS.size()));
  }

  /** No field of a row holds a line end, so that each line is a row. */
  private static void dropHalfLine(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long end = channel.size();
      while (end > 0) {
        last.clear();
        if (channel.read(last, end - 1) == 1 && last.get(0) == '\n') {
          break;
        }
        end--;
      }
      channel.truncate(end);
    }
  }

  private static String key(String scope, String rung, String number) {
    return scope + "/" + rung + "/" + number;
  }

  /** Number of trials that an earlier run has logged. */
  int logged() {
    return logged.size();
  }

  /**
   * The trial of that place as an earlier run has logged it; counts as finished from now on.
   *
   * @throws IllegalArgumentException if the file holds another recipe there, or no such values
   */
  Optional<Trial> replay(String scope, int rung, Candidate candidate, double share, int rows) {
    CsvRow row = logged.get(key(scope, Trial.label(rung), String.valueOf(candidate.number())));
    if (row == null) {
      return Optional.empty();
    }
    if (!row.value("recipe").equals(candidate.recipe().line())) {
      throw row.error(
          "recipe",
          "is not what this search tries there; the log is of another version or was changed: begin"
              + " anew in another folder with --out");
    }
    Trial trial =
        new Trial(
            scope,
            rung,
            candidate,
            share,
            rows,
            score(row),
            Math.round(number(row, "seconds") * MILLIS),
            status(row),
            row.value("message"));
    synchronized (this) {
      trials.add(trial);
    }
    return Optional.of(trial);
  }

  private static Trial.Status status(CsvRow row) {
    for (Trial.Status status : Trial.Status.values()) {
      if (status.label().equals(row.value("status"))
          && (status == Trial.Status.OK) != row.value("score").isEmpty()) {
        return status;
      }
    }
    throw row.error(
        "status", "must be ok with a score, failed or skipped; restore the log or begin anew");
  }

  private static @Nullable Double score(CsvRow row) {
    return row.value("score").isEmpty() ? null : Double.valueOf(number(row, "score"));
  }

  private static double number(CsvRow row, String column) {
    if (!row.value(column).matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw row.error(column, "must be a decimal number; restore the log or begin anew");
    }
    return Double.parseDouble(row.value(column));
  }

  /**
   * Adds a trial that has just ended.
   *
   * @throws IOException if it cannot be written
   */
  synchronized void add(Trial trial) throws IOException {
    if (frozen) {
      return;
    }
    trials.add(trial);
    csv.write(
        List.of(
            trial.scope(),
            Trial.label(trial.rung()),
            String.valueOf(trial.candidate().number()),
            trial.candidate().family(),
            String.format(Locale.ROOT, "%.4f", trial.share()),
            String.valueOf(trial.rows()),
            trial.ok() ? String.format(Locale.ROOT, "%.6f", trial.value()) : "",
            String.format(Locale.ROOT, "%.3f", trial.millis() / MILLIS),
            trial.status().label(),
            trial.message(),
            trial.candidate().choices().entrySet().stream()
                .map(choice -> choice.getKey() + "=" + choice.getValue())
                .collect(Collectors.joining("; ")),
            trial.recipe().line()));
    csv.flush();
  }

  /** Every trial that is finished, in the order of the search. */
  synchronized List<Trial> trials() {
    return List.copyOf(trials);
  }

  /** Adds nothing from now on, and gives every trial that is finished. */
  synchronized List<Trial> freeze() {
    frozen = true;
    return List.copyOf(trials);
  }

  @Override
  public synchronized void close() throws IOException {
    frozen = true;
    csv.close();
  }
}

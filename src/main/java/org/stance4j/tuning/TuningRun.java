package org.stance4j.tuning;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.files.Replacing;
import org.stance4j.recipe.Recipe;

/**
 * A search and the folder that it writes to: {@value #LOG}, one row per finished trial; {@value
 * #RECORD}, settings and figures; at the end {@value #TABLE} and {@value #RECIPE}.
 *
 * <p>{@link #run} is called once; {@link #interrupt} may come from another thread at any time. Must
 * be closed.
 */
public final class TuningRun implements Closeable {
  /** Finished trials. */
  public static final String LOG = "trials.csv";

  /** Settings and figures, see {@link TuningJson}. */
  public static final String RECORD = "tuning.json";

  /** Finalists and what mattered. */
  public static final String TABLE = "table.md";

  /** The recipe found. */
  public static final String RECIPE = "best.yaml";

  private final Path folder;
  private final TuningRequest request;
  private final TrialLog log;
  private final Object writing = new Object();
  private boolean written;

  private TuningRun(Path folder, TuningRequest request, TrialLog log) {
    this.folder = folder;
    this.request = request;
    this.log = log;
  }

  /**
   * Begins a search in a new folder.
   *
   * @throws IllegalArgumentException if the folder holds anything
   * @throws IOException if it cannot be written
   */
  public static TuningRun begin(Path folder, TuningRequest request) throws IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException(
            folder + " is a file, not a folder; name another with --out");
      }
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new IllegalArgumentException(
              folder
                  + " is not empty; name a new folder with --out, or go on with the search in it"
                  + " with --resume");
        }
      }
    }
    Files.createDirectories(folder);
    TuningRun run = new TuningRun(folder, request, TrialLog.create(folder.resolve(LOG)));
    run.write(
        RECORD,
        TuningJson.write(TuningResult.of(request, List.of(), null, TuningResult.State.RUNNING)));
    return run;
  }

  /**
   * Goes on with the search in a folder.
   *
   * @throws IllegalArgumentException if there is none, or it was begun with other data, settings,
   *     space, recipes or seed
   * @throws IOException if it cannot be read or written
   */
  public static TuningRun resume(Path folder, TuningRequest request) throws IOException {
    for (String name : List.of(LOG, RECORD)) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        throw new IllegalArgumentException(
            folder
                + " holds no "
                + name
                + ": there is no search to go on with; name its folder with --out or leave"
                + " --resume out");
      }
    }
    Map<String, String> before = TuningJson.settings(folder.resolve(RECORD));
    Map<String, String> names = new LinkedHashMap<>(before);
    names.putAll(request.settings());
    for (String name : names.keySet()) {
      String old = before.getOrDefault(name, "not given");
      String now = request.settings().getOrDefault(name, "not given");
      if (!old.equals(now)) {
        throw new IllegalArgumentException(
            "the search in "
                + folder
                + " was begun with other settings: "
                + name
                + " was "
                + old
                + " and is "
                + now
                + "; give what it was begun with, or begin anew in another folder with --out");
      }
    }
    return new TuningRun(folder, request, TrialLog.resume(folder.resolve(LOG)));
  }

  /** Number of trials that stand in the folder from an earlier run. */
  public int logged() {
    return log.logged();
  }

  /**
   * Searches, and writes what was found.
   *
   * @param pool encoders, closed by their owner
   * @throws IOException if a file cannot be written
   */
  public TuningResult run(EncoderPool pool, TuningListener listener) throws IOException {
    return run(new CrossValidatedScorer(pool), listener, System::nanoTime);
  }

  TuningResult run(TrialScorer scorer, TuningListener listener, LongSupplier nanoTime)
      throws IOException {
    TuningResult result = new Tuner(request, log, scorer, listener, nanoTime).run();
    synchronized (writing) {
      if (!written) {
        written = true;
        write(result);
      }
    }
    return result;
  }

  /**
   * Writes what is finished and ends the log; a trial that still runs is lost.
   *
   * @return what was found so far; empty if the search was through and has written its result
   * @throws IOException if a file cannot be written
   */
  public Optional<TuningResult> interrupt() throws IOException {
    synchronized (writing) {
      if (written) {
        return Optional.empty();
      }
      written = true;
      TuningResult result =
          TuningResult.of(request, log.freeze(), null, TuningResult.State.INTERRUPTED);
      write(result);
      return Optional.of(result);
    }
  }

  private void write(TuningResult result) throws IOException {
    write(RECORD, TuningJson.write(result));
    write(TABLE, result.table());
    Optional<Recipe> recipe = result.recipe();
    if (recipe.isPresent()) {
      write(RECIPE, recipe.get().movedTo(folder).yaml());
    }
  }

  private void write(String name, String text) throws IOException {
    Path aside = folder.resolve("." + name + ".tmp");
    try {
      Files.writeString(aside, text, StandardCharsets.UTF_8);
      Replacing.move(aside, folder.resolve(name));
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}

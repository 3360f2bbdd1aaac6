package org.stance4j.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.GroupKFold;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.recipe.Recipe;

/**
 * One search by successive halving on one set of data.
 *
 * <p>The lowest rung tries the given recipes and then what the {@link Sampler} draws, each
 * cross-validated by group on the smallest sample; on each further rung the given recipes and the
 * best third of the others are cross-validated on a larger sample, which holds the smaller ones.
 * Equal scores are ranked by number.
 *
 * <p>With limited time the lowest rung draws as long as the whole search is expected to end in
 * time: what goes up is taken to cost as much as the mean of what was drawn, times the growth of
 * the data, and a candidate as much as the last of its family. Above, a trial is expected to take
 * as long as on the rung below, times the growth of the data; it must leave time to measure the
 * candidate on all of the data too, and where it does not fit the next in rank takes its place. A
 * trial that outlasts the time of the search is given up after the fold it is in, but not the
 * first. So the search overruns by one fold of one trial at most.
 */
final class Search {
  private final String scope;
  private final Dataset data;
  private final TuningRequest request;
  private final long seed;
  private final int mostDrawn;
  private final Schedule schedule;
  private final Budget.Share time;
  private final Journal journal;
  private final List<String> order;

  /** Ends a trial for which there is no time. */
  private static final class OutOfTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTimeException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * What the searches of one run share.
   *
   * @param planned number of trials in all; 0 where the time decides
   */
  record Journal(
      TrialLog log, Budget budget, TrialScorer scorer, TuningListener listener, int planned) {
    TuningListener.Progress progress(String scope, @Nullable Trial best) {
      return new TuningListener.Progress(
          scope,
          log.trials().size(),
          planned,
          best == null
              ? ""
              : String.format(Locale.ROOT, "%.3f %s", best.value(), best.candidate().family()),
          budget.spent(),
          budget.limit() == Budget.NONE ? 0 : budget.limit());
    }

    void add(Trial trial) {
      try {
        log.add(trial);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What a search found.
   *
   * @param drawn number of candidates that were drawn and tried
   */
  record Outcome(List<Trial> trials, int drawn) {
    Outcome {
      trials = List.copyOf(trials);
    }

    /** The trial with the highest score on the highest rung that has one. */
    Optional<Trial> best() {
      return best(trials);
    }

    static Optional<Trial> best(List<Trial> trials) {
      return trials.stream()
          .filter(Trial::ok)
          .min(Comparator.comparingInt(Trial::rung).reversed().thenComparing(RANK));
    }
  }

  /** Best first. */
  static final Comparator<Trial> RANK =
      Comparator.comparingDouble(Trial::value)
          .reversed()
          .thenComparingInt(trial -> trial.candidate().number());

  /**
   * A search.
   *
   * @param data what it may learn from; at least one group
   * @param seed of samples, folds and draws
   * @param mostDrawn most candidates to draw
   */
  Search(
      String scope,
      Dataset data,
      TuningRequest request,
      long seed,
      int mostDrawn,
      Budget.Share time,
      Journal journal) {
    this.scope = scope;
    this.data = data;
    this.request = request;
    this.seed = seed;
    this.mostDrawn = mostDrawn;
    this.schedule = schedule(data);
    this.time = time;
    this.journal = journal;
    this.order = new ArrayList<>(new TreeSet<>(data.groupSizes().keySet()));
    Collections.shuffle(order, new Random(seed));
  }

  /** The schedule for a set of data. */
  static Schedule schedule(Dataset data) {
    return Schedule.of(data.groupSizes().size());
  }

  /** Runs every rung. */
  Outcome run() {
    List<Trial> all = new ArrayList<>();
    List<Trial> rung = lowest();
    int drawn = (int) rung.stream().filter(trial -> !trial.candidate().given()).count();
    all.addAll(rung);
    for (int next = 1; next < schedule.rungs(); next++) {
      rung = above(next, rung);
      all.addAll(rung);
    }
    return new Outcome(all, drawn);
  }

  private List<Trial> lowest() {
    Sample sample = new Sample(0);
    List<Trial> trials = new ArrayList<>();
    for (Recipe recipe : request.given()) {
      Candidate candidate =
          new Candidate(trials.size() + 1, recipe.name(), true, recipe, new TreeMap<>());
      trials.add(trial(candidate, sample, 0, 0, trials));
    }
    Sampler sampler = new Sampler(request.space(), request.given(), seed, request.seed());
    Map<String, Long> latest = new HashMap<>();
    long given = trials.stream().mapToLong(Trial::millis).sum();
    long spent = 0;
    for (int drawn = 0; drawn < mostDrawn; drawn++) {
      Optional<Candidate> candidate = sampler.next();
      if (candidate.isEmpty()) {
        break;
      }
      String family = candidate.get().family();
      long expected = latest.getOrDefault(family, drawn == 0 ? 0 : spent / drawn);
      if (!trials.isEmpty() && !time.fits(expected + above(drawn + 1, spent + expected, given))) {
        break;
      }
      Trial trial = trial(candidate.get(), sample, expected, 0, trials);
      latest.put(family, trial.millis());
      spent += trial.millis();
      trials.add(trial);
    }
    return trials;
  }

  /**
   * Milliseconds that the rungs above the lowest are expected to take.
   *
   * @param drawn number of candidates drawn, at least 1
   * @param spent milliseconds that they take on the lowest rung
   * @param given milliseconds that those given take there
   */
  private double above(int drawn, long spent, long given) {
    double all = 0;
    int left = drawn;
    for (int rung = 1; rung < schedule.rungs(); rung++) {
      left = Schedule.promoted(left);
      double growth = (double) schedule.groups().get(rung) / schedule.groups().get(0);
      all += growth * (given + left * (double) spent / drawn);
    }
    return all;
  }

  private List<Trial> above(int rung, List<Trial> below) {
    Sample sample = new Sample(rung);
    List<Trial> trials = new ArrayList<>();
    List<Trial> drawn = new ArrayList<>();
    long given = 0;
    for (Trial lower : below) {
      if (!lower.candidate().given()) {
        drawn.add(lower);
      } else if (lower.ok()) {
        Trial trial = trial(lower.candidate(), sample, expected(lower, sample), 0, trials);
        given += trial.millis();
        trials.add(trial);
      }
    }
    double growth = (double) data.size() / sample.rows().size();
    int places =
        Schedule.promoted(
            (int) drawn.stream().filter(trial -> trial.status() != Trial.Status.SKIPPED).count());
    for (Trial lower : drawn.stream().filter(Trial::ok).sorted(RANK).toList()) {
      if (places > 0) {
        long expected = expected(lower, sample);
        double later = rung == schedule.rungs() - 1 ? 0 : growth * (expected + given);
        Trial trial = trial(lower.candidate(), sample, expected, later, trials);
        trials.add(trial);
        places -= trial.status() == Trial.Status.SKIPPED ? 0 : 1;
      }
    }
    return trials;
  }

  private static long expected(Trial lower, Sample sample) {
    return lower.millis() * sample.rows().size() / lower.rows();
  }

  /** The rows of one rung, and their folds. */
  private final class Sample {
    private final int rung;
    private final Dataset rows;
    private final double share;

    Sample(int rung) {
      this.rung = rung;
      int groups = schedule.groups().get(rung);
      Set<String> chosen = new HashSet<>(order.subList(0, groups));
      List<Integer> numbers = new ArrayList<>();
      for (int row = 0; row < data.size(); row++) {
        if (chosen.contains(data.examples().get(row).group())) {
          numbers.add(row);
        }
      }
      this.rows = data.select(numbers);
      this.share = (double) groups / order.size();
    }

    Dataset rows() {
      return rows;
    }

    List<Fold> folds() {
      return GroupKFold.split(rows, TuningRequest.INNER_FOLDS, seed);
    }
  }

  /**
   * One trial, from the log or in earnest.
   *
   * @param expected milliseconds that it is expected to take
   * @param later milliseconds that must be left after it
   * @param before trials of the same rung before it
   */
  private Trial trial(
      Candidate candidate, Sample sample, long expected, double later, List<Trial> before) {
    Optional<Trial> logged =
        journal.log().replay(scope, sample.rung, candidate, sample.share, sample.rows().size());
    if (logged.isPresent()) {
      journal.budget().replay(logged.get().millis());
      return logged.get();
    }
    boolean first = sample.rung == 0 && before.isEmpty();
    if (!first && !time.fits(expected + later)) {
      return ended(
          candidate,
          sample,
          null,
          Trial.Status.SKIPPED,
          String.format(
              Locale.ROOT,
              "about %.1f s needed for it and what must follow, %.1f s left to this search",
              (expected + later) / 1000,
              Math.max(0, time.left()) / 1000.0),
          before);
    }
    journal.listener().begin(name(candidate, sample.rung), journal.progress(scope, best(before)));
    Double score = null;
    Trial.Status status = Trial.Status.OK;
    String message = "";
    try {
      score = score(candidate, sample, first);
    } catch (OutOfTimeException e) {
      status = Trial.Status.SKIPPED;
      message = String.valueOf(e.getMessage());
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      // an engine whose native library does not load here fails with a linkage error
      status = Trial.Status.FAILED;
      message = reason(e);
    }
    return ended(candidate, sample, score, status, message, before);
  }

  /** What went wrong, in words. */
  static String reason(Throwable problem) {
    String message = problem.getMessage();
    return problem instanceof OutOfMemoryError
        ? "not enough memory: " + message
        : message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
  }

  private double score(Candidate candidate, Sample sample, boolean first) {
    List<ScoredExample> scored =
        journal
            .scorer()
            .score(
                candidate.recipe(),
                sample.rows(),
                sample.folds(),
                (done, folds) -> {
                  if (!first && done < folds && time.isOver()) {
                    throw new OutOfTimeException(
                        "given up after fold " + done + " of " + folds + ": no time left");
                  }
                });
    return Trial.rounded(request.metric().applyAsDouble(ConfusionMatrix.of(scored)));
  }

  private Trial ended(
      Candidate candidate,
      Sample sample,
      @Nullable Double score,
      Trial.Status status,
      String message,
      List<Trial> before) {
    Trial trial =
        new Trial(
            scope,
            sample.rung,
            candidate,
            sample.share,
            sample.rows().size(),
            score,
            journal.budget().lap(),
            status,
            message);
    journal.add(trial);
    List<Trial> now = new ArrayList<>(before);
    now.add(trial);
    journal
        .listener()
        .end(
            name(candidate, sample.rung)
                + (score == null
                    ? ": " + status.label() + ", " + trial.message()
                    : String.format(
                        Locale.ROOT, ": %.3f in %.1f s", score, trial.millis() / 1000.0)),
            journal.progress(scope, best(now)));
    return trial;
  }

  private String name(Candidate candidate, int rung) {
    return String.format(
        Locale.ROOT,
        "%s, rung %d of %d, #%d %s",
        scope,
        rung + 1,
        schedule.rungs(),
        candidate.number(),
        candidate.family());
  }

  private static @Nullable Trial best(List<Trial> trials) {
    return Outcome.best(trials).orElse(null);
  }
}

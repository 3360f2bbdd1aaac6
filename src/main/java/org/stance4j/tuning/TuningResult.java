package org.stance4j.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Interval;
import org.stance4j.recipe.DataSpec;
import org.stance4j.recipe.Recipe;

/** What a search has found, whole or as far as it came. Immutable. */
public final class TuningResult {
  /** Name of the recipe that a search finds. */
  public static final String NAME = "tuned";

  private final TuningRequest request;
  private final List<Trial> trials;
  private final @Nullable Evaluation honest;
  private final State state;

  /** How far a search has come. */
  enum State {
    /** It runs, or was killed. */
    RUNNING,
    /** It was cut off and has written what it had. */
    INTERRUPTED,
    /** Everything was done. */
    DONE;

    /** The name in files. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private TuningResult(
      TuningRequest request, List<Trial> trials, @Nullable Evaluation honest, State state) {
    this.request = request;
    this.trials = List.copyOf(trials);
    this.honest = honest;
    this.state = state;
  }

  /**
   * A result.
   *
   * @param trials every finished trial of every search
   * @param honest the pooled outer predictions; {@code null} where there are none for every row
   */
  static TuningResult of(
      TuningRequest request, List<Trial> trials, @Nullable Evaluation honest, State state) {
    return new TuningResult(request, trials, honest, state);
  }

  TuningRequest request() {
    return request;
  }

  State state() {
    return state;
  }

  /** Every finished trial. */
  List<Trial> trials() {
    return trials;
  }

  /** The trials of the search that chooses. */
  List<Trial> choosing() {
    return trials.stream().filter(trial -> trial.scope().equals(Trial.FINAL)).toList();
  }

  /** The chosen trial: of those on the most data the one with the highest score. */
  Optional<Trial> best() {
    return Search.Outcome.best(choosing());
  }

  /** The trials on as much data as the chosen one, best first. */
  List<Trial> finalists() {
    return best()
        .map(
            best ->
                choosing().stream()
                    .filter(trial -> trial.ok() && trial.rung() == best.rung())
                    .sorted(Search.RANK)
                    .toList())
        .orElse(List.of());
  }

  /** What the winners of the outer searches scored on groups that these never saw. */
  Optional<Evaluation> honest() {
    return Optional.ofNullable(honest);
  }

  /** What a recipe found by this search is worth on unseen groups, or why that is not known. */
  public String honestText() {
    if (honest != null) {
      Interval interval = honest.interval(request.metric());
      return String.format(
          Locale.ROOT,
          "%s %.3f (%.3f–%.3f): what a recipe found by such a search scores on groups that the"
              + " search never saw (%d outer folds, 95 %% interval by group)",
          request.metric().title(),
          honest.scores().of(request.metric()),
          interval.low(),
          interval.high(),
          request.outerFolds());
    }
    if (request.outerFolds() == 0) {
      return "none: without outer folds nothing tells what the recipe scores on unseen groups; a"
          + " score of its own search flatters it";
    }
    return state == State.DONE
        ? "none: an outer search found no recipe that could be trained"
        : "none: the search was cut off before all outer folds were done; go on with --resume";
  }

  /** The score of the chosen recipe in its own search, with what it is worth; empty without one. */
  public Optional<String> bestText() {
    return best()
        .map(
            trial ->
                String.format(
                    Locale.ROOT,
                    "%s, #%d: %s %.3f by %d-fold cross-validation on %s, the best of %d candidates"
                        + " and so optimistic",
                    trial.candidate().family(),
                    trial.candidate().number(),
                    request.metric().title(),
                    trial.value(),
                    TuningRequest.INNER_FOLDS,
                    trial.share() < 1
                        ? String.format(
                            Locale.ROOT, "only %.0f %% of the groups", 100 * trial.share())
                        : "all groups",
                    candidates()));
  }

  /** Number of candidates of the search that chooses. */
  int candidates() {
    return (int) choosing().stream().filter(trial -> trial.rung() == 0).count();
  }

  /** The chosen recipe, which says how it was found; empty while nothing has a score. */
  public Optional<Recipe> recipe() {
    DataSpec source = request.source();
    return best()
        .map(
            trial ->
                trial
                    .recipe()
                    .named(
                        NAME,
                        "Found by stance tune: "
                            + bestText().orElseThrow()
                            + ". Honest figure: "
                            + honestText()
                            + "."))
        .map(recipe -> source == null ? recipe : recipe.withData(source));
  }

  /** Why nothing has a score: the first message; empty if something has one. */
  public Optional<String> failure() {
    return best().isPresent()
        ? Optional.empty()
        : choosing().stream().map(Trial::message).filter(text -> !text.isEmpty()).findFirst();
  }

  /** Number of trials that ended so, in all searches. */
  int count(Trial.Status status) {
    return (int) trials.stream().filter(trial -> trial.status() == status).count();
  }

  /**
   * What mattered: on the second rung, whose trials share more of the data, and on the lowest,
   * whose candidates nothing has selected.
   */
  List<WhatMattered> mattered() {
    return List.of(1, 0).stream()
        .map(rung -> WhatMattered.of(choosing(), rung))
        .filter(mattered -> mattered.trials() > 0)
        .toList();
  }

  /** The finalists and what mattered, in Markdown. */
  public String table() {
    return TuningTable.of(this);
  }
}

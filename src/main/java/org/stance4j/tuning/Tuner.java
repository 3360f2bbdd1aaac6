package org.stance4j.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.FoldListener;
import org.stance4j.evaluation.GroupKFold;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.recipe.RecipeTemplate;

/**
 * The search that chooses a recipe, and the same search on the training part of each outer fold,
 * which tells what such a choice is worth (nested cross-validation: Varma and Simon 2006, Bias in
 * error estimation when using cross-validation for model selection).
 *
 * <p>The choosing search runs first, so that one that is cut off has a recipe to show. The outer
 * searches draw as many candidates as it did, by the same schedule, with seeds of their own; their
 * winners are trained on the outer training part and score the outer test fold. Neither search nor
 * training sees a group of that fold.
 *
 * <p>Where time is limited the choosing search gets half of it, since it embeds most of what the
 * others use again, and each outer search an equal part of what is left, a tenth of which is kept
 * for its winner. An outer search that runs out of time has tried less than the choosing one, and
 * the figure is rather too low than too high.
 */
final class Tuner {
  private static final double CHOOSING = 0.5;
  private static final double SEARCHING = 0.9;

  private final TuningRequest request;
  private final TrialLog log;
  private final TrialScorer scorer;
  private final TuningListener listener;
  private final Budget budget;
  private final List<Fold> outer;
  private final List<Long> seeds = new ArrayList<>();

  /**
   * A tuner.
   *
   * @param log where trials are written to, and taken from where it holds them already
   * @param nanoTime as {@link System#nanoTime}
   */
  Tuner(
      TuningRequest request,
      TrialLog log,
      TrialScorer scorer,
      TuningListener listener,
      LongSupplier nanoTime) {
    this.request = request;
    this.log = log;
    this.scorer = scorer;
    this.listener = listener;
    this.budget =
        new Budget(request.budget() == null ? Budget.NONE : request.budget().toMillis(), nanoTime);
    this.outer =
        request.outerFolds() == 0
            ? List.of()
            : GroupKFold.split(request.training(), request.outerFolds(), request.seed());
    SplittableRandom random = new SplittableRandom(request.seed());
    for (int search = 0; search <= outer.size(); search++) {
      seeds.add(random.nextLong());
    }
  }

  /** Runs everything. */
  TuningResult run() {
    Search.Journal journal = new Search.Journal(log, budget, scorer, listener, planned());
    Dataset all = request.training();
    int most = request.trials() == null ? Integer.MAX_VALUE : request.trials();
    Search.Outcome chosen =
        new Search(
                Trial.FINAL,
                all,
                request,
                seeds.get(0),
                most,
                budget.share(outer.isEmpty() ? 1 : CHOOSING),
                journal)
            .run();
    Evaluation honest =
        chosen.best().isEmpty() || outer.isEmpty() ? null : honest(chosen.drawn(), journal);
    return TuningResult.of(request, log.trials(), honest, TuningResult.State.DONE);
  }

  /** The winners of the outer searches on what these never saw; null if one has no winner. */
  private @Nullable Evaluation honest(int drawn, Search.Journal journal) {
    List<ScoredExample> pooled = new ArrayList<>();
    boolean whole = true;
    for (Fold fold : outer) {
      Dataset part = request.training().select(fold.train());
      Search.Outcome found =
          new Search(
                  Trial.outer(fold.index() + 1),
                  part,
                  request,
                  seeds.get(fold.index() + 1),
                  drawn,
                  budget.share(SEARCHING / (outer.size() - fold.index())),
                  journal)
              .run();
      Optional<List<ScoredExample>> scored =
          found.best().flatMap(winner -> test(winner, fold, journal));
      whole &= scored.isPresent();
      scored.ifPresent(pooled::addAll);
    }
    return whole
        ? Evaluator.evaluate("stance tune", request.training().name(), pooled, request.seed())
        : null;
  }

  /** Trains a winner on the outer training part and scores the outer test fold. */
  private Optional<List<ScoredExample>> test(Trial winner, Fold fold, Search.Journal journal) {
    double share = (double) fold.test().size() / request.training().size();
    Optional<Trial> logged =
        log.replay(winner.scope(), Trial.OUTER_TEST, winner.candidate(), share, fold.test().size());
    logged.ifPresent(trial -> budget.replay(trial.millis()));
    if (logged.isPresent() && !logged.get().ok()) {
      return Optional.empty();
    }
    String name = winner.scope() + ", winner #" + winner.candidate().number() + " on its test fold";
    listener.begin(name, journal.progress(winner.scope(), winner));
    List<ScoredExample> scored = List.of();
    String problem = "";
    try {
      scored = scorer.score(winner.recipe(), request.training(), List.of(fold), FoldListener.NONE);
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      problem = Search.reason(e);
    }
    if (logged.isPresent()) {
      budget.replay(0); // it counts with its first time
    } else {
      Double score =
          scored.isEmpty()
              ? null
              : Trial.rounded(request.metric().applyAsDouble(ConfusionMatrix.of(scored)));
      journal.add(
          new Trial(
              winner.scope(),
              Trial.OUTER_TEST,
              winner.candidate(),
              share,
              fold.test().size(),
              score,
              budget.lap(),
              score == null ? Trial.Status.FAILED : Trial.Status.OK,
              problem));
    }
    listener.end(
        name + (problem.isEmpty() ? "" : ": failed, " + problem),
        journal.progress(winner.scope(), winner));
    return scored.isEmpty() ? Optional.empty() : Optional.of(scored);
  }

  /** Number of trials in all; 0 where the time decides. */
  private int planned() {
    if (request.trials() == null || request.budget() != null) {
      return 0;
    }
    long space = 0;
    for (RecipeTemplate template : request.space().templates()) {
      space += Math.min(request.trials(), template.size());
    }
    int drawn = (int) Math.min(request.trials(), space);
    int given = request.given().size();
    int all = Search.schedule(request.training()).trials(drawn, given);
    for (Fold fold : outer) {
      Dataset part = request.training().select(fold.train());
      all += Search.schedule(part).trials(drawn, given) + 1;
    }
    return all;
  }
}

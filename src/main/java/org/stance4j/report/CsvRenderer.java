package org.stance4j.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.CapabilityResult;
import org.stance4j.behaviour.FailureRate;
import org.stance4j.corpus.CsvTableWriter;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationSlice;
import org.stance4j.evaluation.FoldScores;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.MetricDifference;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.ProbabilityDifference;
import org.stance4j.evaluation.ProbabilityMetric;
import org.stance4j.evaluation.SliceDifference;

/**
 * Renders the figures of evaluations, comparisons and trainings as one long table, CSV by RFC 4180
 * with the columns
 *
 * <ul>
 *   <li>{@code model}; {@code baseline}: empty, or the model that this one is compared with, the
 *       row then being a difference, model − baseline
 *   <li>{@code data}; {@code part}: {@code all}, {@code attribute=value} for a part of the data,
 *       {@code fold=number} for a fold of a training, or {@code suite} and {@code capability=name}
 *       for the tests of a behavioural suite
 *   <li>{@code metric}: keys as in JSON; {@code precision}, {@code recall} and {@code f1} with a
 *       dot and the stance behind them; {@code failureRate} of the suite
 *   <li>{@code value}, {@code low}, {@code high}: figure and 95 % interval in six decimals; the
 *       interval is empty where there is none
 *   <li>{@code n}: number of sentences or tests; {@code clusters}: of groups, empty for tests
 * </ul>
 */
public final class CsvRenderer implements ReportRenderer {
  private static final List<String> COLUMNS =
      List.of(
          "model", "baseline", "data", "part", "metric", "value", "low", "high", "n", "clusters");

  private static final String ALL = "all";

  /**
   * Renders a report.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  @Override
  public String render(Report report) {
    Rows rows = new Rows();
    if (report instanceof EvaluationReport one) {
      add(rows, one.evaluation());
      BehaviourRun behaviour = one.behaviour();
      if (behaviour != null) {
        add(rows, behaviour);
      }
    } else if (report instanceof ComparisonReport several) {
      several.evaluations().forEach(evaluation -> add(rows, evaluation));
      several
          .comparison()
          .differences()
          .forEach(pair -> add(rows, pair, several.comparison().evaluation(pair.second())));
    } else if (report instanceof TrainingReport training) {
      training.models().forEach(model -> add(rows, model));
    } else {
      throw new IllegalArgumentException(
          "CSV holds figures of evaluations, comparisons and trainings, not of "
              + report.getClass().getSimpleName());
    }
    return rows.write();
  }

  private static void add(Rows rows, Evaluation evaluation) {
    Subject all = new Subject(evaluation.model(), "", evaluation.data(), ALL);
    Size size = new Size(evaluation.n(), evaluation.clusters());
    for (Metric metric : Metric.values()) {
      rows.add(
          all, metric.key(), evaluation.scores().of(metric), evaluation.interval(metric), size);
    }
    for (ProbabilityMetric metric : ProbabilityMetric.values()) {
      rows.add(
          all,
          metric.key(),
          evaluation.probabilities().of(metric),
          evaluation.interval(metric),
          size);
    }
    evaluation
        .perClass()
        .forEach(
            (stance, figures) -> {
              rows.add(all, "precision." + stance.label(), figures.precision(), null, size);
              rows.add(all, "recall." + stance.label(), figures.recall(), null, size);
              rows.add(all, "f1." + stance.label(), figures.f1(), null, size);
            });
    for (EvaluationSlice slice : evaluation.slices()) {
      Subject part = all.part(slice.attribute(), slice.value());
      Size rowsOfPart = new Size(slice.n(), slice.clusters());
      for (Metric metric : Metric.values()) {
        rows.add(
            part,
            metric.key(),
            slice.scores().of(metric),
            metric == EvaluationSlice.RANKED_BY ? slice.interval() : null,
            rowsOfPart);
      }
    }
  }

  private static void add(Rows rows, ModelEntry model) {
    Evaluation pooled = model.crossValidated();
    add(rows, pooled);
    Subject all = new Subject(pooled.model(), "", pooled.data(), ALL);
    for (FoldScores fold : model.folds()) {
      Subject part = all.part("fold", String.valueOf(fold.fold()));
      Size size = new Size(fold.scores().n(), fold.clusters());
      for (Metric metric : Metric.values()) {
        rows.add(part, metric.key(), fold.scores().of(metric), null, size);
      }
    }
    model.heldOut().values().forEach(evaluation -> add(rows, evaluation));
  }

  private static void add(Rows rows, PairedDifference pair, Evaluation second) {
    Subject all = new Subject(pair.second(), pair.first(), second.data(), ALL);
    Size size = new Size(second.n(), second.clusters());
    for (MetricDifference one : pair.metrics()) {
      rows.add(all, one.metric().key(), one.difference(), one.interval(), size);
    }
    for (ProbabilityDifference one : pair.probabilities()) {
      rows.add(all, one.metric().key(), one.difference(), one.interval(), size);
    }
    for (SliceDifference slice : pair.slices()) {
      rows.add(
          all.part(slice.attribute(), slice.value()),
          EvaluationSlice.RANKED_BY.key(),
          slice.difference(),
          slice.interval(),
          new Size(slice.n(), slice.clusters()));
    }
  }

  private static void add(Rows rows, BehaviourRun run) {
    Subject suite = new Subject(run.model(), "", run.suite(), "suite");
    rows.add(suite, run.rate());
    for (CapabilityResult result : run.capabilities()) {
      rows.add(suite.part("capability", result.capability()), result.rate());
    }
  }

  /** What a row is about. */
  private record Subject(String model, String baseline, String data, String part) {
    Subject part(String attribute, String value) {
      return new Subject(model, baseline, data, attribute + "=" + value);
    }
  }

  /** What a figure rests on. */
  private record Size(int n, int clusters) {}

  /** The table so far. */
  private static final class Rows {
    private final List<List<String>> rows = new ArrayList<>();

    void add(Subject subject, String metric, double value, @Nullable Interval bounds, Size size) {
      add(
          subject,
          metric,
          List.of(
              number(value),
              bounds == null ? "" : number(bounds.low()),
              bounds == null ? "" : number(bounds.high()),
              String.valueOf(size.n()),
              String.valueOf(size.clusters())));
    }

    void add(Subject subject, FailureRate rate) {
      add(
          subject,
          "failureRate",
          List.of(
              number(rate.rate()),
              number(rate.interval().low()),
              number(rate.interval().high()),
              String.valueOf(rate.tests()),
              ""));
    }

    private void add(Subject subject, String metric, List<String> figures) {
      List<String> row =
          new ArrayList<>(
              List.of(subject.model(), subject.baseline(), subject.data(), subject.part(), metric));
      row.addAll(figures);
      rows.add(row);
    }

    private static String number(double value) {
      return Decimals.of(value).toPlainString();
    }

    String write() {
      StringWriter text = new StringWriter();
      try (CsvTableWriter table = new CsvTableWriter(text, COLUMNS)) {
        for (List<String> row : rows) {
          table.write(row);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  }
}

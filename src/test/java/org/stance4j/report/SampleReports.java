package org.stance4j.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.audit.Audit;
import org.stance4j.audit.AuditCheck;
import org.stance4j.audit.AuditTable;
import org.stance4j.audit.Exhibit;
import org.stance4j.audit.Figure;
import org.stance4j.audit.FigureFormat;
import org.stance4j.audit.Finding;
import org.stance4j.audit.Level;
import org.stance4j.behaviour.Suites;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.FoldScores;
import org.stance4j.evaluation.GateResult;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.ProbabilityScores;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.evaluation.ScoredModel;
import org.stance4j.evaluation.Scores;
import org.stance4j.explain.ErrorAnalysis;

/** Reports of invented data. */
final class SampleReports {
  /** Text that wants to be mark-up, or to be read in another order. */
  static final String HOSTILE =
      "<script>alert(1)</script> \"><img src=x onerror=alert(2)> a\u202Eb\u2066c\u0007 | `d` &amp; "
          + "[e](javascript:f) *g*\u2028h";

  private static final int RESAMPLES = 500;
  private static final long SEED = 17;
  private static final List<Stance> STANCES = List.of(Stance.values());

  private SampleReports() {}

  /** Invented sentences in documents of unequal size, with a source and a register. */
  static Dataset dataset(String name, int documents) {
    SplittableRandom random = new SplittableRandom(documents);
    List<Example> examples = new ArrayList<>();
    for (int document = 0; document < documents; document++) {
      int size = 6 + random.nextInt(10);
      for (int i = 0; i < size; i++) {
        String id = name + "-" + document + "-" + i;
        Stance stance = STANCES.get(random.nextInt(10) / 4);
        Map<String, String> attributes =
            Map.of(
                "source", document % 2 == 0 ? "essay" : "news",
                "register", i == 0 ? "headline" : "argument");
        examples.add(
            new Example(
                id,
                Sentence.alone(id, "Invented sentence " + i + " of document " + document + "."),
                stance,
                null,
                "document-" + document,
                Example.attributes(attributes)));
      }
    }
    return new Dataset(name, examples);
  }

  /** Answers that are right with that chance. */
  static List<ScoredExample> answers(Dataset dataset, double chance, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ScoredExample> scored = new ArrayList<>();
    for (Example example : dataset.examples()) {
      boolean right = random.nextDouble() < chance;
      Stance answer = right ? example.stance() : STANCES.get(random.nextInt(STANCES.size()));
      scored.add(new ScoredExample(example, probabilities(answer, 0.4 + random.nextDouble() / 2)));
    }
    return scored;
  }

  private static List<ScoredExample> majority(Dataset dataset) {
    return dataset.examples().stream()
        .map(example -> new ScoredExample(example, probabilities(Stance.PRO, 0.42)))
        .toList();
  }

  private static StanceProbabilities probabilities(Stance stance, double share) {
    double rest = (1 - share) / 2;
    return new StanceProbabilities(
        stance == Stance.PRO ? share : rest,
        stance == Stance.ANTI ? share : rest,
        stance == Stance.NEUTRAL ? share : rest);
  }

  private static Evaluation evaluation(String model, Dataset dataset, List<ScoredExample> scored) {
    return Evaluator.evaluate(model, dataset.name(), scored, RESAMPLES, SEED);
  }

  static TrainingReport training() {
    Dataset corpus = dataset("written-corpus", 40);
    Dataset real = dataset("real-documents", 5);
    List<ModelEntry> models = new ArrayList<>();
    models.add(
        new ModelEntry(
            "majority",
            "always the commonest stance",
            true,
            evaluation("majority", corpus, majority(corpus)),
            List.of(new FoldScores(1, 8, Scores.of(ConfusionMatrix.of(majority(real))))),
            Map.of(HeldOut.DOCUMENTS, evaluation("majority", real, majority(real)))));
    String[] names = {"ngram", "minilm-linear", "e5-svm", "minilm-tuned"};
    String[] descriptions = {
      "word and character n-grams, logistic regression",
      "frozen MiniLM sentence vectors, logistic regression",
      "frozen e5-small sentence vectors, support vector machine",
      "MiniLM, top three layers tuned"
    };
    double[] chances = {0.35, 0.55, 0.62, 0.7};
    for (int i = 0; i < names.length; i++) {
      models.add(
          new ModelEntry(
              names[i],
              descriptions[i],
              i == 0,
              evaluation(names[i], corpus, answers(corpus, chances[i], i)),
              List.of(),
              Map.of(
                  HeldOut.DOCUMENTS,
                  evaluation(names[i], real, answers(real, chances[i] - 0.1, i)))));
    }
    return new TrainingReport(
        "Five models trained on the written corpus",
        List.of(DataRow.of(corpus), DataRow.of(real)),
        models,
        "minilm-tuned",
        "It has the highest cross-validated macro-F1.",
        rows(),
        List.of(
            new ReportRow("data", "sha256 " + "0123456789abcdef".repeat(4)),
            new ReportRow("created", "2026-01-02T03:04:05Z")));
  }

  static ComparisonReport comparison() {
    Dataset corpus = dataset("written-corpus", 14);
    List<ScoredModel> models =
        List.of(
            new ScoredModel("ngram", answers(corpus, 0.45, 1)),
            new ScoredModel("e5-svm", answers(corpus, 0.5, 2)),
            new ScoredModel("minilm-tuned", answers(corpus, 0.8, 3)));
    return comparison("Three models on the same sentences", models, corpus);
  }

  /** Two models, three sentences of three documents; every text is hostile. */
  static ComparisonReport hostile() {
    Dataset dataset = hostileData();
    List<ScoredModel> models =
        List.of(
            new ScoredModel("one" + HOSTILE, answers(dataset, 1, 1)),
            new ScoredModel("two" + HOSTILE, majority(dataset)));
    return comparison(HOSTILE, models, dataset);
  }

  private static Dataset hostileData() {
    List<Example> examples = new ArrayList<>();
    for (Stance stance : STANCES) {
      String id = stance.label() + HOSTILE;
      examples.add(
          new Example(
              id,
              Sentence.alone(id, HOSTILE),
              stance,
              null,
              id,
              Example.attributes(Map.of("source", id, "register", HOSTILE))));
    }
    return new Dataset(HOSTILE, examples);
  }

  /** One model; every text is hostile. */
  static EvaluationReport hostileEvaluation() {
    Dataset dataset = hostileData();
    List<ScoredExample> scored = answers(dataset, 0.4, 1);
    Evaluation evaluation = evaluation("one" + HOSTILE, dataset, scored);
    return new EvaluationReport(
        HOSTILE,
        evaluation,
        null,
        null,
        null,
        gates("one" + HOSTILE, HOSTILE),
        SentenceList.of(scored, Evaluator.SLICERS, evaluation),
        List.of(new ReportRow(HOSTILE, HOSTILE)),
        List.of());
  }

  private static ComparisonReport comparison(
      String title, List<ScoredModel> models, Dataset dataset) {
    return new ComparisonReport(
        title,
        ModelComparison.of(dataset.name(), models, RESAMPLES, SEED),
        models.stream()
            .skip(1)
            .map(model -> version(models.get(0).name(), model.name(), title))
            .toList(),
        gates(models.get(1).name(), title),
        Evaluator.SLICERS,
        List.of(new ReportRow("resamples", "500"), new ReportRow("note", title)),
        List.of());
  }

  private static VersionDiff version(String first, String second, String text) {
    return new VersionDiff(
        first,
        second,
        1_062_011,
        6_600_000,
        8_800,
        Double.NaN,
        List.of(
            new VersionDiff.ChangedValue("classifier.cost", "1.0", "4.0"),
            new VersionDiff.ChangedValue("description", VersionDiff.ChangedValue.ABSENT, text)),
        List.of(new VersionDiff.ChangedValue("sentences", "400", "420")),
        400,
        0,
        20);
  }

  private static List<GateResult> gates(String model, String text) {
    return List.of(
        new GateResult("macroF1 < baseline - 0.5pt", model, 0.5512, 0.5562, true),
        new GateResult("logLoss > 1.5 " + text, model, 0.9, 1.5, false));
  }

  /** Four recipes of which one fails; one calibrates, one needs no encoder. */
  static RecipesReport recipes() {
    return recipes(
        "Recipes compared on invented-corpus",
        List.of("ngram-linear", "embedding-svm", "majority"),
        List.of(
            "Counts of words and letters; the fastest.",
            "Embeddings of e5-small with a radial support vector machine; the best of one model.",
            "What every model must beat."),
        new FailedRecipe(
            "per-target",
            "One model for each target.",
            "no sentence names a target; fill the column target"));
  }

  /** The same with hostile texts for all texts. */
  static RecipesReport hostileRecipes() {
    return recipes(
        HOSTILE,
        List.of("one" + HOSTILE, "two" + HOSTILE, "three" + HOSTILE),
        List.of(HOSTILE, HOSTILE, HOSTILE),
        new FailedRecipe("four" + HOSTILE, HOSTILE, HOSTILE));
  }

  private static RecipesReport recipes(
      String title, List<String> names, List<String> descriptions, FailedRecipe failed) {
    Dataset validation = dataset("invented-corpus, validation split", 30);
    Dataset real = dataset("real-documents", 5);
    List<List<ScoredExample>> answers =
        List.of(answers(validation, 0.45, 1), answers(validation, 0.7, 2), majority(validation));
    List<List<ScoredExample>> onReal =
        List.of(answers(real, 0.4, 1), answers(real, 0.5, 2), majority(real));
    List<RecipeTiming> times =
        List.of(
            new RecipeTiming(0, 1.25, 5432.1),
            new RecipeTiming(61.5, 21, 148.4),
            new RecipeTiming(0, 0.02, 1234567));
    List<RecipeEntry> entries = new ArrayList<>();
    for (int i : List.of(1, 0, 2)) {
      Evaluation evaluation = evaluation(names.get(i), validation, answers.get(i));
      entries.add(
          new RecipeEntry(
              names.get(i),
              descriptions.get(i),
              i == 1 ? "embedding" : "ngrams",
              List.of("linear", "rbf-svm", "majority").get(i),
              i == 1
                  ? evaluation.withBeforeCalibration(
                      ProbabilityScores.of(answers(validation, 0.6, 2)))
                  : evaluation,
              evaluation(names.get(i), real, onReal.get(i)),
              List.of(1_062_011L, 6_600_000L, 812L).get(i),
              times.get(i)));
    }
    List<ScoredModel> scored =
        List.of(
            new ScoredModel(names.get(1), answers.get(1)),
            new ScoredModel(names.get(0), answers.get(0)),
            new ScoredModel(names.get(2), answers.get(2)));
    return new RecipesReport(
        title,
        List.of(
            DataRow.of(dataset("invented-corpus, train split", 80)),
            DataRow.of(validation),
            DataRow.of(real)),
        entries,
        ModelComparison.of("validation", scored, RESAMPLES, SEED).differences(),
        List.of(failed),
        List.of(new ReportRow("processors", "2"), new ReportRow("system", "Linux, amd64")),
        List.of(new ReportRow("seed", "17")),
        List.of(new ReportRow("stance4j", "sample")));
  }

  /** The difference of a model to another that gives the same answers. */
  static List<PairedDifference> equalDifference(String first, String second) {
    Dataset validation = dataset("validation", 30);
    List<ScoredExample> answers = answers(validation, 0.7, 2);
    return ModelComparison.of(
            "validation",
            List.of(new ScoredModel(first, answers), new ScoredModel(second, answers)),
            RESAMPLES,
            SEED)
        .differences();
  }

  static EvaluationReport evaluation() {
    Dataset real = dataset("real-documents", 3);
    List<ScoredExample> scored = answers(real, 0.6, 4);
    Evaluation evaluation = evaluation("minilm-tuned", real, scored);
    return new EvaluationReport(
        "The default model on three documents",
        evaluation,
        null,
        null,
        null,
        List.of(),
        SentenceList.of(scored, Evaluator.SLICERS, evaluation),
        rows(),
        List.of());
  }

  /** The same with a suite run, whose file is written into the folder. */
  static EvaluationReport behaved(Path folder) {
    EvaluationReport plain = evaluation();
    return new EvaluationReport(
        plain.title(),
        plain.evaluation(),
        null,
        Suites.run(folder),
        null,
        plain.gates(),
        plain.sentences(),
        plain.settings(),
        plain.provenance());
  }

  /** The same report with an error analysis. */
  static EvaluationReport withErrors(EvaluationReport plain, ErrorAnalysis errors) {
    return new EvaluationReport(
        plain.title(),
        plain.evaluation(),
        plain.adaptation(),
        plain.behaviour(),
        errors,
        plain.gates(),
        plain.sentences(),
        plain.settings(),
        plain.provenance());
  }

  /** Calibrated, and with the prior adapted. */
  static EvaluationReport adapted() {
    Dataset real = dataset("real-documents", 12);
    List<ScoredExample> scored = answers(real, 0.6, 4);
    PriorAdaptation adaptation =
        PriorAdaptation.of(
            "minilm-tuned",
            real.name(),
            scored,
            new StanceProbabilities(1.0 / 3, 1.0 / 3, 1.0 / 3),
            Evaluator.SLICERS,
            RESAMPLES,
            SEED);
    return new EvaluationReport(
        "The default model, its prior adapted",
        adaptation.before().withBeforeCalibration(ProbabilityScores.of(answers(real, 0.6, 5))),
        adaptation,
        null,
        null,
        List.of(),
        SentenceList.of(scored, Evaluator.SLICERS, adaptation.before()),
        rows(),
        List.of());
  }

  /** Findings of every level, with and without examples, and two tables. */
  static AuditReport audit() {
    return audit("Audit of sample", "sample", "The harbour welcomes the patrol.");
  }

  /** An audit whose every text is hostile. */
  static AuditReport hostileAudit() {
    return audit(HOSTILE, HOSTILE, HOSTILE);
  }

  private static AuditReport audit(String title, String name, String text) {
    Audit audit =
        new Audit(
            name,
            "0123456789abcdef".repeat(4),
            new LabelCounts(1200, 700, 202),
            358,
            List.of(
                new Finding(
                    AuditCheck.SCHEMA,
                    Level.GOOD,
                    "2,102 rows read",
                    List.of(new Figure("rows", 2102, FigureFormat.COUNT)),
                    List.of(),
                    0),
                new Finding(
                    AuditCheck.ROWS,
                    Level.FAIL,
                    "12 texts have more than one label",
                    List.of(new Figure("contradictory", 12, FigureFormat.COUNT)),
                    List.of(
                        new Exhibit(List.of("a", "b"), "anti, pro", List.of(text)),
                        new Exhibit(List.of("c"), "", List.of(text, "Another text."))),
                    10),
                new Finding(
                    AuditCheck.BALANCE,
                    Level.WARN,
                    "neutral is rare: " + text,
                    List.of(new Figure("neutral", 202 / 2102.0, FigureFormat.SHARE)),
                    List.of(new Exhibit(List.of(text), "20 rows, all anti", List.of())),
                    0),
                new Finding(
                    AuditCheck.OVERLAP, Level.NOTE, "not checked", List.of(), List.of(), 0)),
            List.of(
                new AuditTable(
                    AuditCheck.BALANCE,
                    "slices",
                    "Labels by slice",
                    List.of("attribute", "value"),
                    List.of(
                        new AuditTable.Column("rows", "rows", FigureFormat.COUNT),
                        new AuditTable.Column("pro", "pro", FigureFormat.SHARE)),
                    List.of(new AuditTable.Row(List.of("register", text), List.of(1100.0, 0.375)))),
                new AuditTable(
                    AuditCheck.OVERLAP,
                    "words",
                    "Words",
                    List.of("word"),
                    List.of(
                        new AuditTable.Column("z", "z", FigureFormat.SCORE),
                        new AuditTable.Column("perThousand", "per 1,000", FigureFormat.RATE)),
                    List.of(new AuditTable.Row(List.of("role"), List.of(-2.0625, 12.34))))),
            SEED);
    return new AuditReport(
        title,
        audit,
        List.of(new ReportRow("row length", "warn below 3 words")),
        List.of(new ReportRow("data", "sha256 " + audit.fingerprint())));
  }

  private static List<ReportRow> rows() {
    return List.of(new ReportRow("folds", "5, by document"), new ReportRow("seed", "17"));
  }
}

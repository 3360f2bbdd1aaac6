package org.stance4j.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.HydrationException;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.provenance.DatasetFingerprint;

/**
 * Runs every check on labelled data. The same data, request and seed give the same audit.
 *
 * @param shift which parts to compare; {@code null} for every pair of sources
 * @param seed source of every random choice
 */
public record Auditor(@Nullable ShiftRequest shift, long seed) {
  /** In the order of {@link AuditCheck}; the first of those, the schema, is passed by reading. */
  private static final List<Check> CHECKS =
      List.of(
          new RowsCheck(),
          new NearDuplicatesCheck(),
          new SplitsCheck(),
          new BalanceCheck(),
          new SliceSizesCheck(),
          new GiveawaysCheck(),
          new MetadataCheck(),
          new WordsCheck(),
          new OverlapCheck(),
          new FurnitureCheck(),
          new CharactersCheck(),
          new ShiftCheck());

  private static final LabelCounts NOTHING = new LabelCounts(0, 0, 0);

  /**
   * Audits data that were read.
   *
   * @throws IllegalArgumentException if the shift asks for an attribute or value that no row has
   */
  public Audit audit(AuditData data) {
    String name = data.dataset().name();
    if (data.dataset().size() == 0) {
      return stopped(
          name,
          Finding.of(
              AuditCheck.SCHEMA,
              Level.FAIL,
              "the data hold no row to audit; labels without text need the folder of their documents"));
    }
    AuditContext context = AuditContext.of(data, shift, seed);
    LabelCounts labels = LabelCounts.of(data.dataset().examples());
    List<Finding> findings = new ArrayList<>();
    List<AuditTable> tables = new ArrayList<>();
    findings.add(read(labels));
    for (Check check : CHECKS) {
      CheckResult result = check.run(context);
      findings.addAll(result.findings());
      tables.addAll(result.tables());
    }
    return new Audit(
        name,
        DatasetFingerprint.of(context.grouped()),
        labels,
        context.grouped().groupSizes().size(),
        findings,
        tables,
        seed);
  }

  /** The audit of data with a faulty file: it fails by its schema, and nothing else was checked. */
  public Audit unreadable(String name, DatasetFormatException fault) {
    return stopped(
        name,
        Finding.of(AuditCheck.SCHEMA, Level.FAIL, "a file cannot be read as labelled data")
            .showing(List.of(Exhibit.place(place(fault), fault.problem()))));
  }

  /** The audit of labels that do not fit their documents. */
  public Audit unreadable(String name, HydrationException fault) {
    List<Exhibit> problems =
        fault.problems().stream()
            .map(
                problem ->
                    Exhibit.place(
                        problem.document()
                            + (problem.line() > 0 ? ", label in line " + problem.line() : ""),
                        problem.message()))
            .toList();
    return stopped(
        name,
        Finding.of(
                AuditCheck.SCHEMA,
                Level.FAIL,
                "labels and documents do not fit; use the very files that were labelled",
                Figure.count("problems", problems.size()))
            .showing(problems));
  }

  private Audit stopped(String name, Finding failure) {
    Finding skipped =
        Finding.of(
            AuditCheck.SCHEMA, Level.NOTE, "the other checks were skipped: they need the rows");
    return new Audit(name, "", NOTHING, 0, List.of(failure, skipped), List.of(), seed);
  }

  private static Finding read(LabelCounts labels) {
    return Finding.of(
        AuditCheck.SCHEMA,
        Level.GOOD,
        Wording.format(
            "%s read: %,d pro, %,d anti, %,d neutral",
            Wording.count(labels.total(), "row"), labels.pro(), labels.anti(), labels.neutral()),
        Figure.count("rows", labels.total()));
  }

  private static String place(DatasetFormatException fault) {
    return fault.file()
        + (fault.line() > 0 ? ", line " + fault.line() : "")
        + (fault.column().isEmpty() ? "" : ", column " + fault.column());
  }
}

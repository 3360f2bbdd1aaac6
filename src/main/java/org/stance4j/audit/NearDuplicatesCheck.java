package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stance4j.Example;
import org.stance4j.corpus.NearDuplicates;

/** Texts that say almost the same words: a warning, and a failure across splits. */
final class NearDuplicatesCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<NearDuplicates.Pair> worst = new ArrayList<>(context.grouping().report().nearDuplicates());
    worst.sort(Comparator.comparingDouble(NearDuplicates.Pair::similarity).reversed());
    List<Exhibit> across = new ArrayList<>();
    List<Exhibit> inside = new ArrayList<>();
    int designed = 0;
    for (NearDuplicates.Pair pair : worst) {
      Example first = context.rows().get(pair.first()).example();
      Example second = context.rows().get(pair.second()).example();
      String note = Wording.format("%.2f alike", pair.similarity());
      if (Splits.straddle(first, second)) {
        String splits = ", " + Splits.of(first) + " and " + Splits.of(second);
        across.add(Exhibit.pair(first, second, note + splits));
      } else if (ContrastPairs.byDesign(first, second)) {
        designed++;
      } else {
        inside.add(Exhibit.pair(first, second, note));
      }
    }
    return CheckResult.of(findings(across, inside, designed));
  }

  private static List<Finding> findings(List<Exhibit> across, List<Exhibit> inside, int designed) {
    List<Finding> findings = new ArrayList<>();
    if (!across.isEmpty()) {
      findings.add(
          finding(Level.FAIL, across, "acrossSplits", "on both sides of a split; drop one"));
    }
    if (!inside.isEmpty()) {
      findings.add(
          finding(
              Level.WARN, inside, "inside", "in one part of the data; they count as one group"));
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.NEAR_DUPLICATES,
              Level.GOOD,
              Wording.format(
                  "no two rows share %.0f %% of their word trigrams", 100 * AuditThresholds.NEAR)));
    }
    if (designed > 0) {
      findings.add(
          Finding.of(
              AuditCheck.NEAR_DUPLICATES,
              Level.NOTE,
              Wording.count(designed, "pair")
                  + " of a contrast row and its original, alike by design and in one split",
              Figure.count("contrastPairs", designed)));
    }
    return findings;
  }

  private static Finding finding(Level level, List<Exhibit> pairs, String key, String where) {
    return Finding.of(
            AuditCheck.NEAR_DUPLICATES,
            level,
            Wording.count(pairs.size(), "pair") + " of near-duplicates " + where,
            Figure.count(key, pairs.size()))
        .showing(pairs);
  }
}

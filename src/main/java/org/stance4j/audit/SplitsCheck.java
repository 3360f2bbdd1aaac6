package org.stance4j.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stance4j.Example;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.Split;

/**
 * Documents, groups, arguments and originals of contrasts that have rows in more than one split:
 * what is learnt of them in one is known in the other. An argument shared by train and validation
 * counts as well, also between isolated sentences.
 */
final class SplitsCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<Example> examples = context.data().dataset().examples();
    SortedMap<String, Integer> sizes = sizes(examples);
    List<Finding> findings = new ArrayList<>();
    if (sizes.isEmpty()) {
      return CheckResult.of(
          Finding.of(
              AuditCheck.SPLITS,
              Level.NOTE,
              "not checked: no row has the attribute '" + Split.ATTRIBUTE + "'"));
    }
    Set<String> told = new HashSet<>();
    units(examples).forEach((unit, names) -> straddling(examples, unit, names, told, findings));
    if (findings.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.SPLITS,
              Level.GOOD,
              "no document, group or argument stands in two splits (" + told(sizes) + ")"));
    }
    int without = examples.size() - sizes.values().stream().mapToInt(Integer::intValue).sum();
    if (without > 0) {
      findings.add(
          Finding.of(
              AuditCheck.SPLITS,
              Level.WARN,
              Wording.count(without, "row", "belongs", "belong") + " to no split",
              Figure.count("withoutSplit", without)));
    }
    return CheckResult.of(findings);
  }

  /** What must not be split, by its name in messages: each row's unit, empty for none. */
  private static Map<String, Function<Example, String>> units(List<Example> examples) {
    Set<String> originals =
        examples.stream()
            .map(example -> example.attribute(ContrastPairs.ORIGINAL))
            .collect(Collectors.toSet());
    Map<String, Function<Example, String>> units = new LinkedHashMap<>();
    units.put("document", example -> example.sentence().documentId());
    units.put("argument", example -> example.attribute(Grouping.ARGUMENT));
    units.put("original", example -> ContrastPairs.family(example, originals));
    units.put("group", Example::group);
    return units;
  }

  private static void straddling(
      List<Example> examples,
      String unit,
      Function<Example, String> nameOf,
      Set<String> told,
      List<Finding> findings) {
    SortedMap<String, List<Example>> members = new TreeMap<>();
    for (Example example : examples) {
      String name = nameOf.apply(example);
      if (!name.isEmpty() && !Splits.of(example).isEmpty()) {
        members.computeIfAbsent(name, key -> new ArrayList<>()).add(example);
      }
    }
    List<Exhibit> found = new ArrayList<>();
    members.forEach(
        (name, rows) -> {
          SortedMap<String, Integer> sizes = sizes(rows);
          if (sizes.size() > 1 && told.add(name)) {
            found.add(Exhibit.place(name, told(sizes)));
          }
        });
    if (!found.isEmpty()) {
      findings.add(
          Finding.of(
                  AuditCheck.SPLITS,
                  Level.FAIL,
                  Wording.count(found.size(), unit, "stands", "stand")
                      + " in more than one split; move each to one side",
                  Figure.count(unit + "s", found.size()))
              .showing(found));
    }
  }

  /** Rows by split; those without one left out. */
  private static SortedMap<String, Integer> sizes(List<Example> examples) {
    SortedMap<String, Integer> sizes = new TreeMap<>();
    for (Example example : examples) {
      if (!Splits.of(example).isEmpty()) {
        sizes.merge(Splits.of(example), 1, Integer::sum);
      }
    }
    return sizes;
  }

  private static String told(Map<String, Integer> sizes) {
    return sizes.entrySet().stream()
        .map(size -> Wording.format("%s %,d", size.getKey(), size.getValue()))
        .collect(Collectors.joining(", "));
  }
}

package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.corpus.LabelCounts;

/**
 * Words, n-grams, first words and marks that go with one label: the table ranks them by weighted
 * log-odds, the findings name those from which the label can be read off.
 */
final class GiveawaysCheck implements Check {
  private static final List<AuditTable.Column> COLUMNS =
      List.of(
          new AuditTable.Column("z", "z", FigureFormat.SCORE),
          new AuditTable.Column("precision", "of this label", FigureFormat.SHARE),
          new AuditTable.Column("share", "of all sentences", FigureFormat.SHARE),
          new AuditTable.Column("groups", "groups", FigureFormat.COUNT));

  /**
   * A token as a mark of a label.
   *
   * @param count where it occurs
   * @param stance the label
   * @param z its weighted log-odds for that label
   * @param share share of all sentences that hold it
   * @param base share of all sentences that have the label
   */
  private record Marker(TokenCount count, Stance stance, double z, double share, double base) {
    String name() {
      return count.kind() == TokenKind.WORD
          ? "“" + count.token() + "”"
          : count.kind().title() + " “" + count.token() + "”";
    }

    boolean isGiveaway() {
      return count.precision(stance) >= AuditThresholds.GIVEAWAY_PRECISION
          && errorsAboveBase() >= AuditThresholds.GIVEAWAY_ERRORS
          && count.groups() >= AuditThresholds.GIVEAWAY_GROUPS
          && share >= AuditThresholds.GIVEAWAY_WARN;
    }

    /** NaN where every sentence has the label: then no token gives it away. */
    private double errorsAboveBase() {
      return (count.precision(stance) - base) / Math.sqrt(base * (1 - base) / count.sentences());
    }

    Exhibit exhibit() {
      return Exhibit.of(
          count.first(),
          Wording.format(
              "%s: %.0f %% %s, in %s of the sentences, %s",
              name(),
              100 * count.precision(stance),
              stance.label(),
              Wording.percent(share),
              Wording.count(count.groups(), "group")));
    }
  }

  @Override
  public CheckResult run(AuditContext context) {
    int groups = context.grouped().groupSizes().size();
    if (groups < AuditThresholds.GIVEAWAY_GROUPS) {
      return new CheckResult(
          List.of(
              Finding.of(
                  AuditCheck.GIVEAWAYS,
                  Level.NOTE,
                  "not checked: "
                      + Wording.count(groups, "group")
                      + ", and a giveaway must stand in "
                      + AuditThresholds.GIVEAWAY_GROUPS)),
          List.of());
    }
    Map<Stance, List<Marker>> markers = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      markers.put(stance, new ArrayList<>());
    }
    for (TokenKind kind : TokenKind.values()) {
      List<TokenCount> counts = TokenCount.of(kind, context.rows(), AuditThresholds.WORD_SENTENCES);
      markers.forEach((stance, list) -> list.addAll(markers(counts, stance, context)));
    }
    markers.values().forEach(list -> list.sort(Comparator.comparingDouble(Marker::z).reversed()));
    return new CheckResult(findings(markers), List.of(table(markers)));
  }

  private static List<Marker> markers(
      List<TokenCount> counts, Stance stance, AuditContext context) {
    int[] part = counts.stream().mapToInt(count -> count.sentences(stance)).toArray();
    int[] rest =
        counts.stream().mapToInt(count -> count.sentences() - count.sentences(stance)).toArray();
    double[] z = LogOdds.z(part, rest, AuditThresholds.LOG_ODDS_PRIOR);
    double sentences = context.size();
    double base = LabelCounts.of(context.grouped().examples()).of(stance) / sentences;
    List<Marker> markers = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      TokenCount count = counts.get(i);
      markers.add(new Marker(count, stance, z[i], count.sentences() / sentences, base));
    }
    return markers;
  }

  private static List<Finding> findings(Map<Stance, List<Marker>> markers) {
    List<Marker> grave = new ArrayList<>();
    List<Marker> light = new ArrayList<>();
    for (List<Marker> list : markers.values()) {
      for (Marker marker : list) {
        if (marker.isGiveaway()) {
          (marker.share >= AuditThresholds.GIVEAWAY_FAIL ? grave : light).add(marker);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    add(findings, Level.FAIL, grave, AuditThresholds.GIVEAWAY_FAIL, "graveGiveaways");
    add(findings, Level.WARN, light, AuditThresholds.GIVEAWAY_WARN, "giveaways");
    if (findings.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.GIVEAWAYS,
              Level.GOOD,
              Wording.format(
                  "no word, n-gram or mark in %.0f %% of the sentences gives the label away",
                  100 * AuditThresholds.GIVEAWAY_WARN)));
    }
    List<String> strongest = new ArrayList<>();
    markers.forEach(
        (stance, list) -> {
          List<String> names =
              list.stream().filter(marker -> marker.z > 0).map(Marker::name).toList();
          strongest.add(
              stance.label()
                  + " "
                  + String.join(", ", names.subList(0, Math.min(5, names.size()))));
        });
    findings.add(
        Finding.of(
            AuditCheck.GIVEAWAYS,
            Level.NOTE,
            "what marks each label most: " + String.join("; ", strongest)));
    return findings;
  }

  private static void add(
      List<Finding> findings, Level level, List<Marker> giveaways, double share, String key) {
    if (!giveaways.isEmpty()) {
      giveaways.sort(Comparator.comparingDouble(Marker::share).reversed());
      findings.add(
          Finding.of(
                  AuditCheck.GIVEAWAYS,
                  level,
                  Wording.format(
                      "%s in at least %.0f %% of the sentences: %.0f %% or more of one label, in %d groups or more",
                      Wording.count(giveaways.size(), "giveaway"),
                      100 * share,
                      100 * AuditThresholds.GIVEAWAY_PRECISION,
                      AuditThresholds.GIVEAWAY_GROUPS),
                  Figure.count(key, giveaways.size()))
              .showing(giveaways.stream().map(Marker::exhibit).toList()));
    }
  }

  private static AuditTable table(Map<Stance, List<Marker>> markers) {
    List<AuditTable.Row> rows = new ArrayList<>();
    for (List<Marker> list : markers.values()) {
      list.stream()
          .filter(marker -> marker.z > 0)
          .limit(AuditThresholds.TOP_WORDS)
          .forEach(
              marker ->
                  rows.add(
                      new AuditTable.Row(
                          List.of(
                              marker.stance.label(),
                              marker.count.token(),
                              marker.count.kind().title()),
                          List.of(
                              marker.z,
                              marker.count.precision(marker.stance),
                              marker.share,
                              (double) marker.count.groups()))));
    }
    return new AuditTable(
        AuditCheck.GIVEAWAYS,
        "words",
        "What marks each label",
        List.of("label", "token", "kind"),
        COLUMNS,
        rows);
  }
}

package org.stance4j.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stance4j.evaluation.Interval;

/** Numbers and lists in messages, the same in every locale. */
final class Wording {
  private Wording() {}

  /** {@code String.format} in the root locale. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** {@code 1 row}, {@code 2,102 rows}. */
  static String count(int n, String noun) {
    return format("%,d %s%s", n, noun, n == 1 ? "" : "s");
  }

  /** {@code 1 row has}, {@code 2,102 rows have}. */
  static String count(int n, String noun, String singular, String plural) {
    return count(n, noun) + " " + (n == 1 ? singular : plural);
  }

  /** {@code 4.2 %}. */
  static String percent(double share) {
    return format("%.1f %%", 100 * share);
  }

  /** {@code 0.613}. */
  static String score(double value) {
    return format("%.3f", value);
  }

  /** {@code 0.613 (0.580 to 0.644)}. */
  static String score(double value, Interval interval) {
    return format("%.3f (%.3f to %.3f)", value, interval.low(), interval.high());
  }

  /** {@code a, b, c and 4 more}. */
  static String list(Collection<String> items, int most) {
    String shown = items.stream().limit(most).collect(Collectors.joining(", "));
    int more = items.size() - most;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** {@code a, b and c}. */
  static String and(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}

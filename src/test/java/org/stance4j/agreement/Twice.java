package org.stance4j.agreement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.stance4j.Holder;
import org.stance4j.Stance;

/** Items labelled twice, from letters. */
public final class Twice {
  private Twice() {}

  /** P and p: pro of the author and reported; A and a: anti; n: neutral; q: pro; dot: nothing. */
  static Judgement judgement(char letter) {
    return switch (letter) {
      case 'P' -> new Judgement(Stance.PRO, Holder.AUTHOR);
      case 'p' -> new Judgement(Stance.PRO, Holder.REPORTED);
      case 'A' -> new Judgement(Stance.ANTI, Holder.AUTHOR);
      case 'a' -> new Judgement(Stance.ANTI, Holder.REPORTED);
      case 'q' -> new Judgement(Stance.PRO, null);
      case 'n' -> new Judgement(Stance.NEUTRAL, null);
      default -> null;
    };
  }

  /** Item i is in group i / size, its text is its number, its register changes half way. */
  public static LabelPairs pairs(String first, String second, int size) {
    List<TwiceLabelled> items =
        IntStream.range(0, first.length())
            .mapToObj(
                i ->
                    new TwiceLabelled(
                        "i" + i,
                        "g" + i / size,
                        "Text " + i + ".",
                        judgement(first.charAt(i)),
                        judgement(second.charAt(i)),
                        judgement(second.charAt(i)),
                        new TreeMap<>(Map.of("register", 2 * i < first.length() ? "wire" : ""))))
            .toList();
    return new LabelPairs("sample", "one", "two", items, List.of("x1"), List.of("y1", "y2"));
  }

  static List<String> ids(List<TwiceLabelled> items) {
    return items.stream().map(TwiceLabelled::id).toList();
  }
}

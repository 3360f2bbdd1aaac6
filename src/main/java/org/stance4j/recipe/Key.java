package org.stance4j.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A key of a recipe: what its value must be, what it means, and what holds where it is left out.
 *
 * @param <T> type of the value
 */
public final class Key<T> {
  private static final int MANY = 1_000_000_000;

  private final String name;
  private final String allowed;
  private final String about;
  private final Parser<T> parser;
  private final @Nullable T otherwise;

  /** Reads a value; empty if it is not what is allowed. */
  private interface Parser<T> {
    Optional<T> parse(Node node);
  }

  private Key(String name, String allowed, String about, Parser<T> parser, @Nullable T otherwise) {
    this.name = name;
    this.allowed = allowed;
    this.about = about;
    this.parser = parser;
    this.otherwise = otherwise;
  }

  static Key<String> text(String name, String about) {
    return new Key<>(
        name, "a text; put it in quotes if it looks like something else", about, Key::text, null);
  }

  /** A text that may be empty. */
  static Key<String> anyText(String name, String about) {
    return new Key<>(
        name,
        "a text in quotes",
        about,
        node ->
            node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)
                ? Optional.of(scalar.getValue())
                : Optional.empty(),
        null);
  }

  static Key<String> choice(String name, List<String> choices, String about) {
    return new Key<>(
        name,
        String.join(", ", choices.subList(0, choices.size() - 1))
            + " or "
            + choices.get(choices.size() - 1),
        about,
        node -> text(node).filter(choices::contains),
        null);
  }

  static Key<Integer> integer(String name, int low, int high, String about) {
    return new Key<>(
        name,
        "a whole number " + range(String.valueOf(low), high == MANY ? null : String.valueOf(high)),
        about,
        node -> integer(node).filter(value -> value >= low && value <= high),
        null);
  }

  static Key<Integer> integer(String name, int low, String about) {
    return integer(name, low, MANY, about);
  }

  /** A whole number of up to 18 digits. */
  static Key<Long> whole(String name, String about) {
    return new Key<>(
        name,
        "a whole number of up to 18 digits",
        about,
        node ->
            node instanceof ScalarNode scalar
                    && scalar.getTag().equals(Tag.INT)
                    && scalar.getValue().matches("-?[0-9]{1,18}")
                ? Optional.of(Long.valueOf(scalar.getValue()))
                : Optional.empty(),
        null);
  }

  /** A number in [low, high]. */
  static Key<Double> number(String name, double low, double high, String about) {
    return new Key<>(
        name,
        "a number " + range(plain(low), Double.isInfinite(high) ? null : plain(high)),
        about,
        node -> number(node).filter(value -> value >= low && value <= high),
        null);
  }

  /** A number above 0. */
  static Key<Double> positive(String name, String about) {
    return new Key<>(
        name, "a number above 0", about, node -> number(node).filter(value -> value > 0), null);
  }

  /** A number in [0, 1). */
  static Key<Double> share(String name, String about) {
    return new Key<>(
        name,
        "a number of at least 0 and below 1",
        about,
        node -> number(node).filter(value -> value >= 0 && value < 1),
        null);
  }

  static Key<Boolean> flag(String name, String about) {
    return new Key<>(
        name,
        "true or false",
        about,
        node ->
            node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)
                ? switch (scalar.getValue().toLowerCase(Locale.ROOT)) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> Optional.empty();
                }
                : Optional.empty(),
        null);
  }

  static Key<List<Integer>> integers(String name, String about) {
    return new Key<>(
        name, "a list of whole numbers", about, node -> list(node, Key::integer), null);
  }

  static Key<List<String>> texts(String name, String about) {
    return new Key<>(name, "a list of texts", about, node -> list(node, Key::text), null);
  }

  /** The same key with a value that holds where it is left out. */
  Key<T> or(T value) {
    return new Key<>(name, allowed, about, parser, value);
  }

  private static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar
            && scalar.getTag().equals(Tag.STR)
            && !scalar.getValue().isBlank()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private static Optional<Integer> integer(Node node) {
    return node instanceof ScalarNode scalar
            && scalar.getTag().equals(Tag.INT)
            && scalar.getValue().matches("-?[0-9]{1,9}|-?1[0-9]{9}")
        ? Optional.of(Integer.valueOf(scalar.getValue()))
        : Optional.empty();
  }

  private static Optional<Double> number(Node node) {
    return node instanceof ScalarNode scalar
            && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
            && scalar.getValue().matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
        ? Optional.of(Double.valueOf(scalar.getValue())).filter(Double::isFinite)
        : Optional.empty();
  }

  private static <T> Optional<List<T>> list(Node node, Parser<T> parser) {
    if (!(node instanceof SequenceNode sequence)) {
      return Optional.empty();
    }
    List<T> values = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      Optional<T> value = parser.parse(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(List.copyOf(values));
  }

  private static String range(String low, @Nullable String high) {
    return high == null ? "of at least " + low : "in [" + low + ", " + high + "]";
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** The key itself. */
  public String name() {
    return name;
  }

  /** What the value must be, as said in messages. */
  public String allowed() {
    return allowed;
  }

  /** One line on what it means. */
  public String about() {
    return about;
  }

  /** What holds where it is left out; {@code null} where it must be given. */
  public @Nullable T otherwise() {
    return otherwise;
  }

  /** The value in a node; empty if it is not what is allowed. */
  Optional<T> parse(Node node) {
    return parser.parse(node);
  }

  /** The names of keys, sorted. */
  static List<String> names(Key<?>... keys) {
    return Arrays.stream(keys).map(Key::name).sorted().toList();
  }
}

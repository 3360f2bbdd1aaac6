package org.stance4j.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.text.Words;

/** Reads the conditions of {@link UserSlice}, for one text. */
final class ConditionParser {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int DEEPEST = 50;
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.-]*";
  private static final String NUMBER = "-?[0-9]{1,15}(?:\\.[0-9]{1,15})?";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(<=|>=|!=|[<>=()])|'([^']*)'|\"([^\"]*)\"|(" + NUMBER + "|" + NAME + "))");
  private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
  private static final Set<String> RESERVED = Set.of("and", "or", "not", "contains");

  private final String text;
  private final List<Token> tokens;
  private final Set<String> columns = new TreeSet<>();
  private int next;
  private int depth;

  ConditionParser(String text) {
    this.text = text;
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a slice must have at most " + MOST_CHARACTERS + " characters, got " + text.length());
    }
    this.tokens = tokens();
  }

  /**
   * A piece of the text.
   *
   * @param text without quotation marks
   * @param quoted whether it had any, so that it can only be a value
   */
  private record Token(String text, boolean quoted) {
    boolean is(String other) {
      return !quoted && text.equals(other);
    }
  }

  /** The columns that were read. */
  Set<String> columns() {
    return columns;
  }

  Condition parse() {
    Condition condition = or();
    if (next < tokens.size()) {
      throw error("'" + tokens.get(next).text() + "' is one word too many; join with and, or");
    }
    return condition;
  }

  private List<Token> tokens() {
    List<Token> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    int end = text.stripTrailing().length();
    while (at < end) {
      if (!matcher.region(at, end).lookingAt()) {
        throw error("'" + text.substring(at, end).strip() + "' cannot be read");
      }
      boolean quoted = matcher.group(2) != null || matcher.group(3) != null;
      int group = 1;
      while (matcher.group(group) == null) {
        group++;
      }
      found.add(new Token(matcher.group(group), quoted));
      at = matcher.end();
    }
    return found;
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException(
        "slice '"
            + text
            + "': "
            + what
            + "; write column=NAME or a condition such as words > 30 and holder = author");
  }

  private boolean skip(String word) {
    boolean there = next < tokens.size() && tokens.get(next).is(word);
    next += there ? 1 : 0;
    return there;
  }

  private Token take(String wanted) {
    if (next == tokens.size()) {
      throw error(wanted + " is missing at the end");
    }
    return tokens.get(next++);
  }

  private Condition or() {
    Condition left = and();
    while (skip("or")) {
      Condition one = left;
      Condition other = and();
      left = example -> one.holds(example) || other.holds(example);
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (skip("and")) {
      Condition one = left;
      Condition other = not();
      left = example -> one.holds(example) && other.holds(example);
    }
    return left;
  }

  private Condition not() {
    if (++depth > DEEPEST) {
      throw error("more than " + DEEPEST + " conditions stand inside each other");
    }
    Condition condition;
    if (skip("not")) {
      Condition denied = not();
      condition = example -> !denied.holds(example);
    } else if (skip("(")) {
      condition = or();
      if (!skip(")")) {
        throw error("a closing bracket is missing");
      }
    } else {
      condition = comparison();
    }
    depth--;
    return condition;
  }

  private Condition comparison() {
    Token name = take("a name");
    if (name.quoted() || !name.text().matches(NAME) || RESERVED.contains(name.text())) {
      throw error("'" + name.text() + "' stands where a name should");
    }
    return switch (name.text()) {
      case "negation" -> example -> Negation.in(example.sentence().text());
      case "quotation" -> example -> Quotation.in(example.sentence().text());
      case "targetNamed" -> example -> TargetName.in(example.sentence());
      default -> comparison(name.text());
    };
  }

  private Condition comparison(String name) {
    Function<Example, String> field = field(name);
    Token operator = take("=, !=, <, <=, >, >= or contains");
    Token value = take("a value");
    if (!value.quoted() && !value.text().matches(NUMBER + "|" + NAME)) {
      throw error("'" + value.text() + "' stands where a value should; put it in quotation marks");
    }
    if (operator.is("contains")) {
      String part = value.text().toLowerCase(Locale.ROOT);
      return example -> field.apply(example).toLowerCase(Locale.ROOT).contains(part);
    }
    if (operator.is("=") || operator.is("!=")) {
      boolean equal = operator.is("=");
      return example -> field.apply(example).equals(value.text()) == equal;
    }
    if (operator.quoted() || !ORDER.contains(operator.text())) {
      throw error(
          "'" + operator.text() + "' is no comparison; allowed are =, !=, <, <=, >, >=, contains");
    }
    if (value.quoted() || !value.text().matches(NUMBER)) {
      throw error("'" + value.text() + "' is no number, so " + operator.text() + " cannot be told");
    }
    double limit = Double.parseDouble(value.text());
    return example -> {
      String held = field.apply(example).strip();
      return !held.isEmpty()
          && holds(operator.text(), Double.compare(number(name, held, example), limit));
    };
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private double number(String name, String held, Example example) {
    if (!held.matches(NUMBER)) {
      throw new IllegalArgumentException(
          "slice '"
              + text
              + "': "
              + name
              + " of sentence '"
              + example.id()
              + "' is '"
              + held
              + "', which is no number; compare it with =, != or contains");
    }
    return Double.parseDouble(held);
  }

  private Function<Example, String> field(String name) {
    return switch (name) {
      case "words" -> example -> String.valueOf(Words.count(example.sentence().text()));
      case "characters" -> example -> String.valueOf(example.sentence().text().length());
      case "text" -> example -> example.sentence().text();
      case "target" -> example -> example.sentence().target();
      case "document" -> example -> example.sentence().documentId();
      case "group" -> Example::group;
      case "kind" -> example -> example.sentence().kind().label();
      case "holder" -> ConditionParser::holder;
      case "gold" -> example -> example.stance().label();
      default -> {
        columns.add(name);
        yield example -> example.attribute(name);
      }
    };
  }

  private static String holder(Example example) {
    Holder holder = example.holder();
    return holder == null ? "" : holder.label();
  }
}

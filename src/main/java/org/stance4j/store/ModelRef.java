package org.stance4j.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one version of a model, written {@code name@version}.
 *
 * @param name letters, digits, '.', '_' and '-', starting with a letter or digit; not {@code
 *     default}, which stands for another model
 * @param version at least 1
 */
public record ModelRef(String name, int version) implements Comparable<ModelRef> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern REF = Pattern.compile("(.+)@([0-9]{1,9})");

  public ModelRef {
    requireName(name);
    if (version < 1) {
      throw new ModelStoreException("model version must be at least 1, got " + version);
    }
  }

  /** Refuses a name that could leave the store's folder. */
  public static void requireName(String name) {
    if (!isName(name)) {
      throw new ModelStoreException(
          "'"
              + name
              + "' is no model name; use up to 64 letters, digits, '.', '_' or '-', starting with a letter"
              + " or digit, and not 'default'");
    }
  }

  /** Whether a text can name a model. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.equalsIgnoreCase(ModelStore.DEFAULT);
  }

  /** Whether a text has the form {@code name@version}. */
  static boolean matches(String text) {
    return REF.matcher(text).matches();
  }

  /**
   * The reference in a text.
   *
   * @throws ModelStoreException if it does not have the form {@code name@version}
   */
  public static ModelRef parse(String text) {
    Matcher matcher = REF.matcher(text);
    if (!matcher.matches()) {
      throw new ModelStoreException(
          "'" + text + "' is no model version; write it name@version, such as ngram@1");
    }
    return new ModelRef(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(ModelRef other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : Integer.compare(version, other.version);
  }

  @Override
  public String toString() {
    return name + "@" + version;
  }
}

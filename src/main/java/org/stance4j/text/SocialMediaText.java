package org.stance4j.text;

import java.util.regex.Pattern;

/**
 * Posts in the words of ordinary text, for encoders that were trained on such.
 *
 * <p>Names of users ({@code @name}) go; a hashtag becomes its words, which begin where a capital
 * letter follows a small one or a digit, or where an underscore stands: {@code #KeepSeaLanesOpen}
 * is {@code Keep Sea Lanes Open}. Where nothing would be left, the text stays as it is. Stateless
 * and thread-safe.
 */
public final class SocialMediaText {
  private static final Pattern USER = Pattern.compile("(?<![\\p{L}\\p{N}_.])@[\\p{L}\\p{N}_]+");
  private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}_])#([\\p{L}\\p{N}_]+)");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("_+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private SocialMediaText() {}

  /** The text without names of users and with the words of its hashtags. */
  public static String plain(String text) {
    String named = USER.matcher(text).replaceAll("");
    String words =
        HASHTAG
            .matcher(named)
            .replaceAll(tag -> BETWEEN_WORDS.matcher(tag.group(1)).replaceAll(" "));
    String plain = TextNormalizer.normalize(words);
    return plain.isEmpty() ? text : plain;
  }
}

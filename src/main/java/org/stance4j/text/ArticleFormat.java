package org.stance4j.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats an article can be read from. */
public enum ArticleFormat {
  /** Plain text. */
  TEXT,
  /** CommonMark, with or without YAML front matter. */
  MARKDOWN,
  /** An HTML page or a piece of one. */
  HTML;

  /** No need to look further into a file than this many UTF-16 code units. */
  private static final int LOOKED_AT = 65_536;

  private static final Pattern PAGE_START =
      Pattern.compile(
          "(?i)<!doctype\\s{1,20}html|<html[\\s>]|<head[\\s>]|<body[\\s>]|<\\?xml[^>]{0,200}>\\s{0,20}<(?:!doctype\\s{1,20}html|html)");

  private static final Pattern CLOSED_ELEMENT =
      Pattern.compile(
          "(?i)</(?:p|div|span|h[1-6]|article|section|main|ul|ol|li|table|blockquote|figure)\\s{0,5}>");

  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]{0,15}[\\s/>]");

  private static final Pattern MARKDOWN_SIGN =
      Pattern.compile(
          "(?m)^#{1,6}[ \\t]\\S|^(?:```|~~~)|^\\S[^\\r\\n]{0,200}\\R={3,}[ \\t]*$|\\*\\*[^\\s*][^*\\r\\n]{0,200}\\*\\*|\\]\\((?:https?:|/|#|mailto:)[^)\\s]{0,500}\\)");

  /**
   * The format of a text: by what it holds first, by the end of its name where that says nothing.
   *
   * @param fileName name or path of the file; only its ending is looked at
   * @param text decoded content; the first 65,536 UTF-16 code units count
   */
  public static ArticleFormat detect(String fileName, String text) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
    String content = start.replace(Characters.BYTE_ORDER_MARK, ' ').stripLeading();
    boolean named = name.endsWith(".md") || name.endsWith(".markdown");
    if (PAGE_START.matcher(withoutComments(content)).lookingAt()) {
      return HTML;
    }
    if (!named && looksLikeHtml(name, content)) {
      return HTML;
    }
    // two signs where the name says plain text: one star pair or one '# ' may be meant literally
    int wanted = name.endsWith(".txt") ? 2 : 1;
    if (named
        || MarkdownBlockReader.FRONT_MATTER.matcher(content).lookingAt()
        || count(MARKDOWN_SIGN, content, wanted) == wanted) {
      return MARKDOWN;
    }
    return TEXT;
  }

  /** Its name in messages. */
  String label() {
    return switch (this) {
      case TEXT -> "plain text";
      case MARKDOWN -> "Markdown";
      case HTML -> "HTML";
    };
  }

  private static boolean looksLikeHtml(String name, String content) {
    if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
      return count(TAG, content, 1) == 1;
    }
    boolean startsWithTag = TAG.matcher(content).lookingAt();
    return count(CLOSED_ELEMENT, content, 3) >= (startsWithTag ? 1 : 3);
  }

  private static String withoutComments(String content) {
    String rest = content;
    while (rest.startsWith("<!--") && rest.contains("-->")) {
      rest = rest.substring(rest.indexOf("-->") + 3).stripLeading();
    }
    return rest;
  }

  private static int count(Pattern pattern, String content, int limit) {
    Matcher matcher = pattern.matcher(content);
    int found = 0;
    while (found < limit && matcher.find()) {
      found++;
    }
    return found;
  }
}

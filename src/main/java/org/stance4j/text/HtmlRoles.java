package org.stance4j.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the elements of one page say about their text: by name, by ARIA role, by the words in class
 * and id.
 *
 * <p>Classes are hints, names are not rules: an element that holds the page's headline is never
 * furniture because of its class.
 */
final class HtmlRoles {
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "textarea",
          "select",
          "datalist",
          "title");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "button",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hgroup",
          "hr",
          "html",
          "label",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "option",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "blockquote", "dd", "dt", "td", "th", "pre");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "title");

  private static final Set<String> FURNITURE =
      Set.of(
          "nav",
          "aside",
          "footer",
          "figcaption",
          "caption",
          "form",
          "button",
          "dialog",
          "menu",
          "search",
          "label",
          "legend",
          "address");

  private static final Set<String> FURNITURE_ARIA =
      Set.of(
          "navigation",
          "banner",
          "complementary",
          "contentinfo",
          "dialog",
          "alertdialog",
          "search",
          "menu",
          "menubar",
          "toolbar",
          "form");

  /** Words that name a part beside the article when they stand in a class or id. */
  private static final Set<String> FURNITURE_WORDS =
      Set.of(
          "ad",
          "ads",
          "advert",
          "advertisement",
          "attribution",
          "author",
          "banner",
          "bio",
          "breadcrumb",
          "breadcrumbs",
          "byline",
          "caption",
          "comment",
          "comments",
          "consent",
          "cookie",
          "cookies",
          "copyright",
          "credit",
          "credits",
          "dateline",
          "disclaimer",
          "disqus",
          "footer",
          "gdpr",
          "masthead",
          "menu",
          "meta",
          "nav",
          "navbar",
          "navigation",
          "newsletter",
          "pagination",
          "popular",
          "promo",
          "promoted",
          "recirc",
          "recommended",
          "related",
          "respond",
          "share",
          "sharing",
          "sidebar",
          "signup",
          "social",
          "sponsor",
          "sponsored",
          "subscribe",
          "subscription",
          "tags",
          "toolbar",
          "trending",
          "widget");

  /** Elements that hold whole pages; their classes tell what else the page has. */
  private static final Set<String> CONTAINERS = Set.of("html", "body", "main", "article");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WORD_BREAKS = Pattern.compile("[-_:]+|(?<=[a-z])(?=[A-Z])");
  private static final Pattern NOTE_MARK = Pattern.compile("\\[?(?:\\d{1,3}|[*\u2020\u2021])\\]?");

  private final boolean hasHeadline;
  private final Set<Element> holdsHeadline = Collections.newSetFromMap(new IdentityHashMap<>());

  HtmlRoles(Document document) {
    var headlines = document.getElementsByTag("h1");
    this.hasHeadline = !headlines.isEmpty();
    for (Element headline : headlines) {
      // ends at the first element seen before, so that deep pages cost one pass
      for (Element e = headline; e != null && holdsHeadline.add(e); ) {
        e = e.parent();
      }
    }
  }

  /** No text of this element is seen by a reader of the page. */
  boolean isSkipped(Element element) {
    String name = element.normalName();
    if (name.equals("title")) {
      return hasHeadline;
    }
    return SKIPPED.contains(name) || element.hasAttr("hidden") || isNoteMark(element);
  }

  boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  boolean isArticle(Element element) {
    return element.nameIs("article") || element.nameIs("main");
  }

  /**
   * The role of the text directly inside an element.
   *
   * @param outer role of the element around it
   * @param inArticle whether an {@code article} or {@code main} is around it
   */
  Block.Role role(Element element, Block.Role outer, boolean inArticle) {
    String name = element.normalName();
    if (outer == Block.Role.FURNITURE
        || isFurnitureByName(element, name, inArticle)
        || isFurnitureByClass(element, name)) {
      return Block.Role.FURNITURE;
    }
    if (HEADINGS.contains(name)) {
      return Block.Role.HEADING;
    }
    return PARAGRAPHS.contains(name) && outer != Block.Role.HEADING ? Block.Role.PARAGRAPH : outer;
  }

  private boolean isFurnitureByName(Element element, String name, boolean inArticle) {
    if (name.equals("header")) {
      return !inArticle && !holdsHeadline.contains(element);
    }
    String aria = element.attr("role").toLowerCase(Locale.ROOT);
    return (FURNITURE.contains(name) || FURNITURE_ARIA.contains(aria))
        && !holdsHeadline.contains(element);
  }

  private boolean isFurnitureByClass(Element element, String name) {
    if (CONTAINERS.contains(name) || holdsHeadline.contains(element)) {
      return false;
    }
    return namesFurniture(element.className()) || namesFurniture(element.id());
  }

  private static boolean namesFurniture(String names) {
    if (names.isBlank()) {
      return false;
    }
    for (String name : SPACES.split(names.strip())) {
      String[] words = WORD_BREAKS.split(name);
      if (isAboutTheRest(words[0])) {
        continue;
      }
      for (String word : words) {
        if (FURNITURE_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
  }

  /** 'has-sidebar' and 'no-ads' speak of the page around an element, not of the element. */
  private static boolean isAboutTheRest(String word) {
    return word.equals("has") || word.equals("with") || word.equals("no") || word.equals("is");
  }

  private static boolean isNoteMark(Element element) {
    Element link = element.firstElementChild();
    return element.nameIs("sup")
        && link != null
        && link.nameIs("a")
        && NOTE_MARK.matcher(element.text()).matches();
  }
}

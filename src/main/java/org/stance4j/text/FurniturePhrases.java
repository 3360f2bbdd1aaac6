package org.stance4j.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Wordings that mark a line as page furniture wherever it stands.
 *
 * <p>The patterns are matched against the whole of a line in {@link TextNormalizer normal form}, so
 * that they need one kind of quotation mark and dash, and only against short lines, so that their
 * cost is bounded. They describe kinds of furniture, not the furniture of one site.
 */
final class FurniturePhrases {
  /** Longer lines, in UTF-16 code units, are running text. */
  private static final int MAX_LENGTH = 320;

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  private static final String TIME = "\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [a-z]{2,4})?";

  private static final String DATE =
      "(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?[.,]? )?(?:"
          + MONTH
          + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? "
          + MONTH
          + "(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|"
          + MONTH
          + " \\d{4})(?:(?: at|,| -| \\|)? "
          + TIME
          + ")?";

  private static final String NETWORK =
      "(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|tiktok|mastodon"
          + "|threads|bluesky|e-?mail|pinterest|rss|print|pdf|copy link|link)";

  private static final String AGENCY =
      "(?:getty images|shutterstock|depositphotos|istock|adobe stock|alamy|unsplash|pixabay|flickr"
          + "|wikimedia commons|ap photo|reuters|afp|epa|dpa|public domain|creative commons)";

  private static final List<Pattern> ANY_CASE =
      compile(
          // menus and jumps
          "(?:skip|jump|go|back) to (?:the )?(?:main )?(?:content|navigation|top|home|homepage|search|start)",
          "(?:home(?:page)?|menu|main menu|search|log ?in|log ?out|sign (?:in|out|up)|register|account|my account"
              + "|contact(?: us)?|about(?: us)?|help|faq|privacy(?: policy)?|terms(?: of (?:use|service))?|imprint"
              + "|sitemap|archives?|close|open|next|previous|prev|more|advertise(?: with us)?|careers|jobs|donate)",
          // reading on
          "(?:continue|keep) reading.{0,60}",
          "(?:read|see|view|show|load|learn|find out) (?:more|all|next|also|full (?:story|article))[.:]*(?: .{0,120})?",
          "(?:tap|click) (?:here|to) .{0,80}",
          "\\d{1,3}[- ]min(?:ute)?s?(?: read(?:ing time)?)?",
          "(?:estimated )?reading time:? .{0,20}",
          // social networks and letters
          "(?:connect|stay in touch|get in touch) with us.{0,60}",
          "(?:follow|like|find|join) us(?: on| at)?.{0,60}",
          "(?:share|tweet|post|save|like|e-?mail|print|pin it|copy link|bookmark)"
              + "(?: (?:this|the|on|to|via|with|by|article|story|post|page|it|friends?|"
              + NETWORK
              + ")){0,6}",
          "(?:" + NETWORK + "[ ,|/]*){1,12}",
          "(?:subscribe|sign up|register)(?: (?:now|here|today|to|for|and)\\b.{0,160})?",
          "(?:get|receive) .{0,60}(?:newsletter|in your inbox|by e-?mail|delivered).{0,60}",
          "(?:our|the|daily|weekly|free|e-?mail) newsletters?.{0,40}",
          "(?:newsletters?|advertisement|advertising|sponsored(?: content)?|promoted|ad)",
          "(?:support|donate to) (?:us|our (?:work|journalism)|independent journalism).{0,60}",
          // comments
          "(?:leave|write|post|add|view|show|join)(?: (?:a|your|all|the))? (?:\\d+ )?(?:comments?|repl(?:y|ies)|conversation|discussion)",
          "(?:\\d+ |no )?(?:comments?|repl(?:y|ies)|responses?|shares?|views?|likes?)(?: \\(?\\d+\\)?| (?:are|is) (?:closed|off).{0,20})?",
          // other pieces
          "(?:related|recent|recommended|popular|trending|latest|featured|similar|most|top|more|other|further|editor'?s?)"
              + " (?:articles?|stor(?:y|ies)|posts?|features?|reading|news|topics?|content|links?|read|viewed|popular|shared|commented|picks?|from .{1,60})",
          "(?:you (?:may|might|will) also (?:like|enjoy|be interested in)|recommended for you|in case you missed it|see also|more on this|don'?t miss|up next|what to read next).{0,80}",
          "(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?|posted in|in this (?:article|story))(?: ?:.{0,200})?",
          // time and hand
          "(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)|date)"
              + "(?: ?[:|-])?(?: (?:on|at|in|by|from|by:))?(?: .{0,60})?",
          "(?:on|by|at|in|and|or|via|from|by:|the)",
          "by (?:our|an?) [^.!?]{0,60}(?:staff|correspondents?|reporters?|desk|bureau|team|editors?)",
          "(?:" + DATE + "|" + TIME + ")",
          "(?:\\d{1,2}|an?|one|two|three) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago",
          // rights, cookies
          "(?:\u00A9|\\(c\\)|copyright).{0,200}",
          ".{0,120}all rights reserved.{0,80}",
          ".{0,120}\\b(?:use|uses|using|accept|manage|reject|allow) .{0,60}\\bcookies?\\b.{0,160}",
          "(?:accept|reject|allow|manage|decline)(?: (?:all|cookies?|and|close|preferences|settings|consent|necessary|only)){1,4}",
          "(?:cookie|privacy) (?:settings|preferences|policy|notice|consent)",
          // pictures
          "(?:file |stock )?(?:images?|photos?|photograph|pictures?|illustration|graphic|video|featured image|cover image|main image)"
              + "(?: (?:credits?|courtesy|source|by|via|from))* ?[:/|].{0,160}",
          "(?:photo|photograph|image|picture|illustration|video|graphic)s? (?:credit|courtesy|by|via|from)\\b.{0,100}",
          "(?:credits?|sources?|caption|courtesy(?: of)?|via|text|words|author|editor|translation)(?: by)? ?[:/|].{0,120}",
          "\\(?[^.!?]{0,120}(?:/|via |\\(|\u00A9 ?|from )" + AGENCY + "[^.!?]{0,60}\\.?\\)?",
          "\\(?" + AGENCY + "(?:/[^.!?]{0,60})?\\)?");

  /** The author's name over an article: words with capitals, so that 'By and large' is none. */
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Oo]pinion by|[Aa]nalysis by):? "
              + "(?!The |This |That |Then |Its? |Their |His |Her |Our )(?:(?:and|de|van|von|bin|al|da|di|la|el|&) |\\p{Lu}[\\p{L}.'-]*[,]? ){0,9}\\p{Lu}[\\p{L}.'-]*"
              + "(?:[ ,|-]{1,3}(?:"
              + DATE
              + "|staff.{0,20}|correspondent))?",
          Pattern.UNICODE_CASE);

  /** 'World | Asia', 'Home > News > Analysis': short parts between separators. */
  private static final Pattern TRAIL =
      Pattern.compile(
          "[^|>/\u2022\u00B7.!?]{1,32}(?:[|>\u2022\u00B7][^|>/\u2022\u00B7.!?]{1,32}){1,10}");

  private FurniturePhrases() {}

  /** Whether a line, verbatim, is page furniture by its wording alone. */
  static boolean matches(String line) {
    if (line.length() > MAX_LENGTH) {
      return false;
    }
    String normal = TextNormalizer.normalize(line);
    return BYLINE.matcher(normal).matches()
        || TRAIL.matcher(normal).matches()
        || ANY_CASE.stream().anyMatch(pattern -> pattern.matcher(normal).matches());
  }

  private static List<Pattern> compile(String... patterns) {
    return List.of(patterns).stream()
        .map(p -> Pattern.compile(p, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }
}

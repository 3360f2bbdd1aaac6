package org.stance4j.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stance4j.Document;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;

/** Shorthand of this package's tests. */
final class Articles {
  private Articles() {}

  static Document read(String id, String content) {
    return ArticleReader.create().read(id, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> texts(Document document, SentenceKind kind) {
    return document.sentences().stream().filter(s -> s.kind() == kind).map(Sentence::text).toList();
  }

  static List<String> texts(Document document) {
    return document.sentences().stream().map(Sentence::text).toList();
  }

  /** The source of a sentence, markup and all. */
  static String source(Document document, Sentence sentence) {
    return document.text().substring(sentence.span().start(), sentence.span().end());
  }

  static List<String> sources(Document document, SentenceKind kind) {
    return document.sentences().stream()
        .filter(s -> s.kind() == kind)
        .map(s -> source(document, s))
        .toList();
  }
}

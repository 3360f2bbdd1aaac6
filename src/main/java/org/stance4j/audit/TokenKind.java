package org.stance4j.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is looked at as a giveaway; each kind is weighed against its own kind. */
enum TokenKind {
  WORD("word") {
    @Override
    Set<String> tokens(Row row) {
      return ngrams(row.words(), 1);
    }
  },
  PAIR("two words") {
    @Override
    Set<String> tokens(Row row) {
      return ngrams(row.words(), 2);
    }
  },
  TRIPLE("three words") {
    @Override
    Set<String> tokens(Row row) {
      return ngrams(row.words(), 3);
    }
  },
  FIRST("first word") {
    @Override
    Set<String> tokens(Row row) {
      return Set.copyOf(row.words().subList(0, Math.min(1, row.words().size())));
    }
  },
  MARK("mark") {
    @Override
    Set<String> tokens(Row row) {
      return Marks.of(row.example().sentence().text()).keySet();
    }
  };

  private final String title;

  TokenKind(String title) {
    this.title = title;
  }

  /** The kind in words. */
  String title() {
    return title;
  }

  /** The tokens of a sentence, each once. */
  abstract Set<String> tokens(Row row);

  private static Set<String> ngrams(List<String> words, int n) {
    Set<String> ngrams = new LinkedHashSet<>();
    for (int from = 0; from + n <= words.size(); from++) {
      ngrams.add(String.join(" ", words.subList(from, from + n)));
    }
    return ngrams;
  }
}

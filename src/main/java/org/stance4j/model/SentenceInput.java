package org.stance4j.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.encoder.Passage;
import org.stance4j.text.TextNormalizer;

/**
 * What an encoder reads of sentences: consecutive ones of a document at once, cut into passages,
 * each with some words of the text around it. A sentence whose neighbours are not asked for is a
 * passage of its own, between the neighbours that it knows. Stateless.
 *
 * <p>Reading whole passages costs about as many tokens as the document has, where reading every
 * sentence with its neighbours costs three times that.
 *
 * @param passageWords most words of the sentences of a passage; a longer sentence stands alone; at
 *     least 1
 * @param contextWords words that are read before a passage, and as many after; 0 for none
 * @param targetPrefix whether the target's text is read in front
 * @param target for sentences that name none; may be empty
 * @see <a href="https://arxiv.org/abs/1909.04054">Cohan et al. 2019, Pretrained Language Models for
 *     Sequential Sentence Classification</a>
 */
public record SentenceInput(
    int passageWords, int contextWords, boolean targetPrefix, String target) {
  public SentenceInput {
    if (passageWords < 1 || contextWords < 0) {
      throw new IllegalArgumentException(
          "a passage has at least 1 word and a context at least 0, got "
              + passageWords
              + " and "
              + contextWords);
    }
  }

  /** Where a sentence stands, as far as its neighbours can tell. */
  private record Place(String document, String target, String text, String previous) {}

  /** Passages in which every sentence is wanted once. */
  public List<SentencePassage> of(List<Sentence> sentences) {
    List<SentencePassage> passages = new ArrayList<>();
    int[] next = successors(sentences);
    boolean[] inner = new boolean[next.length];
    for (int row : next) {
      if (row >= 0) {
        inner[row] = true;
      }
    }
    for (int row = 0; row < next.length; row++) {
      if (!inner[row]) {
        List<Integer> chain = new ArrayList<>();
        for (int i = row; i >= 0; i = next[i]) {
          chain.add(i);
        }
        cut(chain, sentences, passages);
      }
    }
    return passages;
  }

  /** For each sentence the row of the one after it, or -1. */
  private static int[] successors(List<Sentence> sentences) {
    Map<Place, Integer> places = new HashMap<>();
    for (int row = 0; row < sentences.size(); row++) {
      Sentence sentence = sentences.get(row);
      if (sentence.previous() != null) {
        places.putIfAbsent(
            new Place(
                sentence.documentId(), sentence.target(), sentence.text(), sentence.previous()),
            row);
      }
    }
    int[] next = new int[sentences.size()];
    Arrays.fill(next, -1);
    for (int row = 0; row < next.length; row++) {
      Sentence sentence = sentences.get(row);
      if (sentence.next() != null) {
        Place place =
            new Place(sentence.documentId(), sentence.target(), sentence.next(), sentence.text());
        Integer after = places.get(place);
        // only forward: texts that repeat themselves must not make a circle
        if (after != null && sentences.get(after).span().start() > sentence.span().start()) {
          next[row] = after;
          places.remove(place);
        }
      }
    }
    return next;
  }

  private void cut(List<Integer> chain, List<Sentence> sentences, List<SentencePassage> passages) {
    List<List<String>> texts = new ArrayList<>();
    texts.add(words(sentences.get(chain.get(0)).previous()));
    chain.forEach(row -> texts.add(words(sentences.get(row).text())));
    texts.add(words(sentences.get(chain.get(chain.size() - 1)).next()));
    for (int start = 0; start < chain.size(); ) {
      int words = texts.get(start + 1).size();
      int end = start + 1;
      while (end < chain.size() && words + texts.get(end + 1).size() <= passageWords) {
        words += texts.get(end + 1).size();
        end++;
      }
      List<Integer> rows = chain.subList(start, end);
      passages.add(
          new SentencePassage(
              passage(texts, start + 1, end + 1, target(sentences.get(rows.get(0)))), rows));
      start = end;
    }
  }

  private Passage passage(List<List<String>> texts, int from, int to, String towards) {
    ArrayDeque<String> read = new ArrayDeque<>();
    for (List<String> text : texts.subList(from, to)) {
      read.add(String.join(" ", text));
    }
    int wanted = read.size();
    int left = contextWords;
    for (int i = from - 1; i >= 0 && left > 0; i--) {
      List<String> text = texts.get(i);
      List<String> end = text.subList(Math.max(0, text.size() - left), text.size());
      if (!end.isEmpty()) {
        read.addFirst(String.join(" ", end));
      }
      left -= end.size();
    }
    if (targetPrefix && !towards.isEmpty()) {
      read.addFirst(towards);
    }
    int before = read.size() - wanted;
    left = contextWords;
    for (int i = to; i < texts.size() && left > 0; i++) {
      List<String> text = texts.get(i);
      List<String> start = text.subList(0, Math.min(left, text.size()));
      if (!start.isEmpty()) {
        read.addLast(String.join(" ", start));
      }
      left -= start.size();
    }
    return new Passage(List.copyOf(read), before, before + wanted);
  }

  private String target(Sentence sentence) {
    String own = TextNormalizer.normalize(sentence.target());
    return own.isEmpty() ? target : own;
  }

  private static List<String> words(@Nullable String text) {
    String normal = text == null ? "" : TextNormalizer.normalize(text);
    return normal.isEmpty() ? List.of() : Arrays.asList(normal.split(" "));
  }
}

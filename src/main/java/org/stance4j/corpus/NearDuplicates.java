package org.stance4j.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds texts that say almost the same words in the same order.
 *
 * <p>Two texts are near-duplicates if they are equal once case, space and punctuation are gone, or
 * if their sets of word trigrams have a Jaccard similarity of at least the threshold. Candidates
 * come from MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive
 * Datasets, chapter 3) and are verified exactly, so no pair is wrong. {@value #BANDS} bands of
 * {@value #ROWS} rows miss a pair of similarity 0.6 with probability (1 − 0.6²)⁶⁴ &lt; 1e-12. The
 * same texts, threshold and seed give the same pairs. Immutable; safe for use by several threads.
 *
 * @param threshold least similarity, above 0 and at most 1
 * @param seed source of the hash functions
 */
public record NearDuplicates(double threshold, long seed) {
  private static final int SHINGLE = 3;
  private static final int BANDS = 64;
  private static final int ROWS = 2;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  public NearDuplicates {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be in (0, 1], got " + threshold);
    }
  }

  /**
   * Two near-duplicates.
   *
   * @param first index of one text
   * @param second index of the other, greater than {@code first}
   * @param similarity in [threshold, 1]; 1 for texts that are equal after normalisation
   */
  public record Pair(int first, int second, double similarity) {}

  /**
   * The pairs, ordered by first and second. A text that repeats is paired with its first occurrence
   * only, so that k copies make k − 1 pairs; a text without any word has no duplicates.
   */
  public List<Pair> pairs(List<String> texts) {
    List<Pair> pairs = new ArrayList<>();
    List<Integer> distinct = new ArrayList<>();
    Map<String, Integer> firsts = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String key = String.join("", words(texts.get(i)));
      Integer first = key.isEmpty() ? null : firsts.putIfAbsent(key, i);
      if (first != null) {
        pairs.add(new Pair(first, i, 1));
      } else if (!key.isEmpty()) {
        distinct.add(i);
      }
    }
    List<Set<String>> shingles = distinct.stream().map(i -> shingles(texts.get(i))).toList();
    for (long candidate : candidates(shingles)) {
      int a = (int) (candidate >>> Integer.SIZE);
      int b = (int) candidate;
      double similarity = jaccard(shingles.get(a), shingles.get(b));
      if (similarity >= threshold) {
        pairs.add(new Pair(distinct.get(a), distinct.get(b), similarity));
      }
    }
    pairs.sort((p, q) -> p.first != q.first ? p.first - q.first : p.second - q.second);
    return List.copyOf(pairs);
  }

  /** The text's word trigrams; the whole text is the only one where it has one or two words. */
  static Set<String> shingles(String text) {
    List<String> words = words(text);
    if (words.size() < SHINGLE) {
      return words.isEmpty() ? Set.of() : Set.of(String.join(" ", words));
    }
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
    }
    return shingles;
  }

  /** |A ∩ B| / |A ∪ B|, in [0, 1]; 0 where both are empty. */
  static double jaccard(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    long union = a.size() + b.size() - common;
    return union == 0 ? 0 : (double) common / union;
  }

  private static List<String> words(String text) {
    return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Pairs of indices that share a band of their signatures, packed in a long, ascending. */
  private Set<Long> candidates(List<Set<String>> shingles) {
    long[] salts = new SplittableRandom(seed).longs(BANDS * ROWS).toArray();
    List<long[]> signatures = shingles.stream().map(set -> signature(set, salts)).toList();
    Set<Long> candidates = new TreeSet<>();
    for (int band = 0; band < BANDS; band++) {
      Map<List<Long>, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < signatures.size(); i++) {
        long[] signature = signatures.get(i);
        List<Long> key = List.of(signature[band * ROWS], signature[band * ROWS + 1]);
        List<Integer> bucket = buckets.computeIfAbsent(key, k -> new ArrayList<>());
        for (int other : bucket) {
          candidates.add(((long) other << Integer.SIZE) | i);
        }
        bucket.add(i);
      }
    }
    return candidates;
  }

  private static long[] signature(Set<String> shingles, long[] salts) {
    long[] least = new long[salts.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (String shingle : shingles) {
      long hash = hash(shingle);
      for (int i = 0; i < salts.length; i++) {
        least[i] = Math.min(least[i], mix(hash ^ salts[i]));
      }
    }
    return least;
  }

  /** FNV-1a over UTF-16 code units: the same on every platform, unlike identity hashes. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

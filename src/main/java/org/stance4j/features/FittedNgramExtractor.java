package org.stance4j.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;
import org.stance4j.text.TextNormalizer;

/** A vocabulary with inverse document frequencies, and the targets seen. */
final class FittedNgramExtractor implements FittedFeatureExtractor {
  /** Value of the setting {@code type} in {@link #state()}. */
  static final String TYPE = "ngrams";

  private final NgramSettings settings;
  private final NgramTokenizer tokenizer;
  private final List<String> vocabulary;
  private final float[] weights;
  private final Map<String, Integer> indices;
  private final List<String> targets;
  private final int words;
  private final int dimension;

  FittedNgramExtractor(
      NgramSettings settings, List<String> vocabulary, float[] weights, List<String> targets) {
    if (vocabulary.size() != weights.length) {
      throw new TensorFormatException(
          vocabulary.size() + " n-grams but " + weights.length + " weights");
    }
    checkOrder("n-gram", vocabulary);
    checkOrder("target", targets);
    if (targets.isEmpty() == settings.targetCopies()) {
      throw new TensorFormatException(
          targets.size() + " targets, but targetCopies is " + settings.targetCopies());
    }
    this.settings = settings;
    this.tokenizer = new NgramTokenizer(settings);
    this.vocabulary = List.copyOf(vocabulary);
    this.weights = weights.clone();
    this.indices = new HashMap<>(vocabulary.size() * 2);
    for (String ngram : vocabulary) {
      indices.put(ngram, indices.size());
    }
    this.targets = List.copyOf(targets);
    this.words = (int) vocabulary.stream().filter(ngram -> ngram.startsWith("w:")).count();
    this.dimension = dimension(settings, weights.length, targets.size());
  }

  private static void checkOrder(String what, List<String> texts) {
    for (int i = 1; i < texts.size(); i++) {
      if (texts.get(i - 1).compareTo(texts.get(i)) >= 0) {
        throw new TensorFormatException(
            what + " '" + texts.get(i) + "' at place " + i + " is out of order or twice there");
      }
    }
  }

  private static int dimension(NgramSettings settings, int ngrams, int targets) {
    long blocks = 1L + targets;
    blocks += settings.previousWeight() > 0 ? 1 : 0;
    blocks += settings.nextWeight() > 0 ? 1 : 0;
    long dimension = blocks * ngrams;
    if (dimension > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          ngrams
              + " n-grams in "
              + blocks
              + " blocks are "
              + dimension
              + " numbers a vector, at most "
              + Integer.MAX_VALUE
              + " are possible; lower maxFeatures");
    }
    return (int) dimension;
  }

  static FittedNgramExtractor restore(TensorBundle state) {
    Set<String> known = new TreeSet<>(NgramSettings.KEYS);
    known.add("type");
    known.add("targets");
    KnownKeys.check(state, known, Set.of("vocabulary", "idf"));
    String text = state.tensor("vocabulary").text();
    List<String> vocabulary = text.isEmpty() ? List.of() : Arrays.asList(text.split("\n"));
    return new FittedNgramExtractor(
        NgramSettings.of(state),
        vocabulary,
        state.floats("idf", -1),
        StateText.lines(state, "targets"));
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public List<FeatureVector> extract(List<Sentence> sentences) {
    // for this call only: a cache for good would grow with all that is ever classified
    Map<String, int[]> wordIndices = new HashMap<>();
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      vectors.add(extract(sentence, wordIndices));
    }
    return vectors;
  }

  private SparseVector extract(Sentence sentence, Map<String, int[]> wordIndices) {
    SparseVector own = extract(sentence.text(), wordIndices);
    SparseBlocks blocks = new SparseBlocks(dimension);
    blocks.add(own, 1);
    if (settings.previousWeight() > 0) {
      blocks.add(neighbour(sentence.previous(), wordIndices), settings.previousWeight());
    }
    if (settings.nextWeight() > 0) {
      blocks.add(neighbour(sentence.next(), wordIndices), settings.nextWeight());
    }
    if (settings.targetCopies()) {
      int target = targets.indexOf(TextNormalizer.normalize(sentence.target()));
      if (target >= 0) {
        blocks.skip(target * weights.length);
        blocks.add(own, 1);
      }
    }
    return blocks.vector();
  }

  private SparseVector neighbour(@Nullable String text, Map<String, int[]> wordIndices) {
    return extract(Objects.requireNonNullElse(text, ""), wordIndices);
  }

  private SparseVector extract(String text, Map<String, int[]> wordIndices) {
    int[] occurrences = occurrences(text, wordIndices);
    int[] places = new int[occurrences.length];
    float[] values = new float[occurrences.length];
    // Character n-grams ("c:…") sort before word n-grams ("w:…"); each part gets length 1.
    int firstWord = weights.length - words;
    double[] squares = new double[2];
    int size = 0;
    int end;
    for (int start = 0; start < occurrences.length; start = end) {
      end = start + 1;
      while (end < occurrences.length && occurrences[end] == occurrences[start]) {
        end++;
      }
      int place = occurrences[start];
      places[size] = place;
      values[size] = (float) ((1 + Math.log(end - start)) * weights[place]);
      squares[place >= firstWord ? 1 : 0] += (double) values[size] * values[size];
      size++;
    }
    for (int k = 0; k < size; k++) {
      values[k] /= (float) Math.sqrt(squares[places[k] >= firstWord ? 1 : 0]);
    }
    return new SparseVector(
        weights.length, Arrays.copyOf(places, size), Arrays.copyOf(values, size));
  }

  /** Indices of the text's known n-grams in ascending order, repetitions included. */
  private int[] occurrences(String text, Map<String, int[]> wordIndices) {
    List<String> tokens = tokenizer.words(text);
    int[] found = new int[64];
    int size = 0;
    for (String word : tokens) {
      int[] ofWord = wordIndices.computeIfAbsent(word, w -> known(tokenizer.ngramsOfWord(w)));
      if (size + ofWord.length > found.length) {
        found = Arrays.copyOf(found, Math.max(2 * found.length, size + ofWord.length));
      }
      System.arraycopy(ofWord, 0, found, size, ofWord.length);
      size += ofWord.length;
    }
    int[] several = known(tokenizer.ngramsOfSeveral(tokens));
    found = Arrays.copyOf(found, size + several.length);
    System.arraycopy(several, 0, found, size, several.length);
    Arrays.sort(found);
    return found;
  }

  private int[] known(List<String> ngrams) {
    int[] known = new int[ngrams.size()];
    int size = 0;
    for (String ngram : ngrams) {
      Integer index = indices.get(ngram);
      if (index != null) {
        known[size++] = index;
      }
    }
    return Arrays.copyOf(known, size);
  }

  @Override
  public Optional<NgramReader> ngrams() {
    return Optional.of(this::read);
  }

  private NgramVector read(Sentence sentence) {
    List<String> tokens = tokenizer.words(sentence.text());
    Map<Integer, List<Integer>> wordsOf = wordsOf(tokens);
    int neighbours = 0;
    neighbours += settings.previousWeight() > 0 ? 1 : 0;
    neighbours += settings.nextWeight() > 0 ? 1 : 0;
    SparseVector vector = extract(sentence, new HashMap<>());
    List<NgramVector.Value> values = new ArrayList<>(vector.size());
    for (int place = 0; place < vector.size(); place++) {
      int index = vector.index(place);
      int block = index / weights.length;
      boolean own = block == 0 || block > neighbours;
      values.add(
          new NgramVector.Value(
              index,
              vector.value(place),
              own ? wordsOf.getOrDefault(index % weights.length, List.of()) : List.of()));
    }
    return new NgramVector(tokens, values);
  }

  /** For each n-gram of a text the words that its occurrences are made of. */
  private Map<Integer, List<Integer>> wordsOf(List<String> tokens) {
    Map<Integer, List<Integer>> wordsOf = new HashMap<>();
    for (int word = 0; word < tokens.size(); word++) {
      for (int ngram : known(tokenizer.ngramsOfWord(tokens.get(word)))) {
        wordsOf.computeIfAbsent(ngram, key -> new ArrayList<>()).add(word);
      }
    }
    Iterator<String> several = tokenizer.ngramsOfSeveral(tokens).iterator();
    for (int from = 0; from < tokens.size(); from++) {
      int end = Math.min(tokens.size(), from + settings.wordMax());
      for (int to = from + 1; to < end; to++) {
        Integer ngram = indices.get(several.next());
        for (int word = from; ngram != null && word <= to; word++) {
          wordsOf.computeIfAbsent(ngram, key -> new ArrayList<>()).add(word);
        }
      }
    }
    return wordsOf;
  }

  @Override
  public boolean usesTarget() {
    return settings.targetCopies();
  }

  @Override
  public TensorBundle state() {
    Map<String, String> metadata = settings.text();
    metadata.put("type", TYPE);
    if (settings.targetCopies()) {
      metadata.put("targets", String.join("\n", targets));
    }
    return TensorBundle.of(
        metadata,
        Map.of(
            "vocabulary", Tensor.ofText(String.join("\n", vocabulary)),
            "idf", Tensor.ofFloats(weights, weights.length)));
  }
}

package org.stance4j.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.encoder.TokenVectors;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.features.TokenMatrix;
import org.stance4j.tensor.Float16;

/**
 * A toy problem: one cluster of vectors per stance, in groups of six rows.
 *
 * @param dataset labels and groups
 * @param vectors one per row
 */
public record Toy(Dataset dataset, List<FeatureVector> vectors) {
  private static final int GROUP = 6;

  /** Makes the vectors of a toy problem. */
  public interface Vectors {
    /** A vector of that stance; the larger the spread, the more the stances overlap. */
    FeatureVector vector(Stance stance, double spread, Random random);

    /** All zeros. */
    FeatureVector zero();
  }

  /** Eight numbers, of which the first three tell the stance; all are exact in half precision. */
  public static Vectors dense() {
    return new Vectors() {
      @Override
      public FeatureVector vector(Stance stance, double spread, Random random) {
        float[] values = new float[8];
        for (int k = 0; k < values.length; k++) {
          double centre = k == stance.ordinal() ? 1 : 0;
          values[k] = Float16.round((float) (centre + 0.3 * spread * random.nextGaussian()));
        }
        return denseOf(values);
      }

      @Override
      public FeatureVector zero() {
        return denseOf(new float[8]);
      }
    };
  }

  /**
   * Forty counts with few other than zero: ten per stance and ten for all; the last one never
   * occurs.
   */
  public static Vectors sparse() {
    return new Vectors() {
      @Override
      public FeatureVector vector(Stance stance, double spread, Random random) {
        float[] values = new float[41];
        for (int word = 0; word < 6; word++) {
          boolean telling = random.nextDouble() > 0.2 * spread;
          int block = telling ? stance.ordinal() : random.nextInt(4);
          values[10 * block + random.nextInt(10)] += 0.5f;
        }
        int[] indices = IntStream.range(0, 41).filter(k -> values[k] != 0).toArray();
        float[] kept = new float[indices.length];
        for (int i = 0; i < kept.length; i++) {
          kept[i] = values[indices[i]];
        }
        return new SparseVector(41, indices, kept);
      }

      @Override
      public FeatureVector zero() {
        return new SparseVector(41, new int[0], new float[0]);
      }
    };
  }

  /**
   * Sentences of one to seven tokens of eight numbers. One token tells the stance by its first
   * three numbers, the others are noise; all numbers are exact in half precision.
   */
  public static Vectors tokens() {
    return new Vectors() {
      @Override
      public FeatureVector vector(Stance stance, double spread, Random random) {
        float[][] rows = new float[1 + random.nextInt(7)][8];
        int telling = random.nextInt(rows.length);
        for (int t = 0; t < rows.length; t++) {
          for (int k = 0; k < 8; k++) {
            double centre = t == telling && k == stance.ordinal() ? 2 : 0;
            rows[t][k] = Float16.round((float) (centre + 0.4 * spread * random.nextGaussian()));
          }
        }
        return tokensOf(rows);
      }

      @Override
      public FeatureVector zero() {
        return tokensOf(new float[3][8]);
      }
    };
  }

  /** A matrix of tokens that is not centred. */
  public static TokenMatrix tokensOf(float[]... rows) {
    TokenVectors tokens = TokenVectors.of(rows);
    float[] ones = new float[tokens.dimension()];
    Arrays.fill(ones, 1);
    return new TokenMatrix(tokens, new float[ones.length], ones);
  }

  /** A dense vector. */
  public static FeatureVector denseOf(float... values) {
    return new DenseVector(values);
  }

  /** Rows whose stances repeat the letters of {@code order}. */
  public static Toy of(Vectors kind, String order, int rows, double spread, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    List<FeatureVector> vectors = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Stance stance = Stance.values()["pan".indexOf(order.charAt(row % order.length()))];
      examples.add(example(row, stance));
      vectors.add(kind.vector(stance, spread, random));
    }
    return new Toy(new Dataset("toy", examples), vectors);
  }

  private static Example example(int row, Stance stance) {
    return new Example(
        "r" + row,
        Sentence.alone("r" + row, "Row " + row + "."),
        stance,
        null,
        "g" + row / GROUP,
        Example.attributes(Map.of()));
  }

  /** The rows at these places; a row may be there several times. */
  Toy select(List<Integer> rows) {
    List<Example> examples = new ArrayList<>();
    for (int row : rows) {
      examples.add(example(examples.size(), dataset.examples().get(row).stance()));
    }
    return new Toy(new Dataset("toy", examples), rows.stream().map(vectors::get).toList());
  }

  /** The same vectors with each other's labels. */
  Toy withLabelsShuffled(long seed) {
    List<Stance> stances = new ArrayList<>(dataset.stances());
    Collections.shuffle(stances, new Random(seed));
    return new Toy(
        new Dataset(
            "toy",
            IntStream.range(0, stances.size()).mapToObj(i -> example(i, stances.get(i))).toList()),
        vectors);
  }

  /** Every n-th vector is replaced by zeros. */
  Toy withZeros(int n) {
    List<FeatureVector> replaced = new ArrayList<>(vectors);
    for (int row = 0; row < replaced.size(); row += n) {
      replaced.set(row, zerosLike(replaced.get(row)));
    }
    return new Toy(dataset, replaced);
  }

  private static FeatureVector zerosLike(FeatureVector vector) {
    if (vector instanceof SparseVector) {
      return new SparseVector(vector.dimension(), new int[0], new float[0]);
    }
    float[] zeros = new float[vector.dimension()];
    return vector instanceof TokenMatrix ? tokensOf(zeros, zeros) : denseOf(zeros);
  }

  /** Share of rows that the classifier gets right. */
  double accuracy(Classifier classifier) {
    int right = 0;
    for (int row = 0; row < vectors.size(); row++) {
      if (classifier.predict(vectors.get(row)).stance() == dataset.examples().get(row).stance()) {
        right++;
      }
    }
    return (double) right / vectors.size();
  }

  /** Number of rows that the classifier takes for that stance. */
  int predicted(Classifier classifier, Stance stance) {
    return (int)
        vectors.stream().filter(vector -> classifier.predict(vector).stance() == stance).count();
  }
}

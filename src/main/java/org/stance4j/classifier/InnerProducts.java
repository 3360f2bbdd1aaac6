package org.stance4j.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;

/**
 * Inner products of a vector with each of many.
 *
 * <p>Features that many of them have are multiplied as a dense matrix, in blocks that fit the
 * processor's cache and in loops that the compiler turns into vector instructions; the others go
 * through lists of the vectors that have them. Products are formed in single precision and added up
 * in single precision over {@value #CHUNK} features at most, beyond that in double, always in the
 * same order. Immutable and thread-safe.
 */
public final class InnerProducts {
  /** A feature that one vector in so many has is multiplied as dense. */
  private static final int DENSE_SHARE = 4;

  private static final int BLOCK = 256;
  private static final int CHUNK = 128;

  /** Columns of a block come in as many, the floats of a vector register. */
  private static final int LANES = 8;

  private final int size;
  private final int[] placeOfFeature;
  private final int width;
  private final float[][][] blocks;
  private final int[] starts;
  private final int[] owners;
  private final float[] values;

  /**
   * Prepares the vectors.
   *
   * @param vectors at least one, dense or sparse, all of one dimension
   */
  public InnerProducts(List<? extends FeatureVector> vectors) {
    size = vectors.size();
    int[] frequency = frequency(vectors);
    placeOfFeature = new int[frequency.length];
    starts = new int[frequency.length + 1];
    int places = 0;
    for (int k = 0; k < frequency.length; k++) {
      boolean frequent = (long) frequency[k] * DENSE_SHARE >= size;
      placeOfFeature[k] = frequent ? places++ : -1;
      starts[k + 1] = starts[k] + (frequent ? 0 : frequency[k]);
    }
    width = places;
    blocks =
        IntStream.range(0, (size + BLOCK - 1) / BLOCK)
            .mapToObj(block -> new float[width][columns(block)])
            .toArray(float[][][]::new);
    owners = new int[starts[frequency.length]];
    values = new float[owners.length];
    int[] next = starts.clone();
    for (int v = 0; v < size; v++) {
      if (vectors.get(v) instanceof SparseVector sparse) {
        for (int i = 0; i < sparse.size(); i++) {
          put(v, sparse.index(i), sparse.value(i), next);
        }
      } else {
        put(v, ((DenseVector) vectors.get(v)).values(), next);
      }
    }
  }

  /** The last block has only as many as there are vectors left for it. */
  private int columns(int block) {
    int left = Math.min(BLOCK, size - block * BLOCK);
    return (left + LANES - 1) / LANES * LANES;
  }

  /** Number of vectors with each feature; all have what is stored densely, zeros included. */
  private static int[] frequency(List<? extends FeatureVector> vectors) {
    int[] frequency = new int[vectors.get(0).dimension()];
    int dense = 0;
    for (FeatureVector vector : vectors) {
      if (vector instanceof SparseVector sparse) {
        for (int i = 0; i < sparse.size(); i++) {
          frequency[sparse.index(i)]++;
        }
      } else {
        dense++;
      }
    }
    for (int k = 0; k < frequency.length; k++) {
      frequency[k] += dense;
    }
    return frequency;
  }

  /** Where all vectors are dense, this is most of the work of preparing them. */
  private void put(int vector, float[] numbers, int[] next) {
    float[][] block = blocks[vector / BLOCK];
    int column = vector % BLOCK;
    if (width == numbers.length) {
      for (int k = 0; k < width; k++) {
        block[k][column] = numbers[k];
      }
      return;
    }
    for (int k = 0; k < numbers.length; k++) {
      put(vector, k, numbers[k], next);
    }
  }

  private void put(int vector, int feature, float value, int[] next) {
    int place = placeOfFeature[feature];
    if (place >= 0) {
      blocks[vector / BLOCK][place][vector % BLOCK] = value;
    } else {
      owners[next[feature]] = vector;
      values[next[feature]++] = value;
    }
  }

  /**
   * The products of some vectors with the first {@code limit}.
   *
   * @return [others][limit]
   */
  public double[][] with(List<? extends FeatureVector> others, int limit) {
    double[][] products = new double[others.size()][limit];
    float[][] dense = new float[others.size()][width];
    for (int i = 0; i < dense.length; i++) {
      split(others.get(i), dense[i], products[i]);
    }
    for (int from = 0; from < limit; from += BLOCK) {
      float[] sums = new float[columns(from / BLOCK)];
      // a chunk of a block stays in the cache while all the others meet it
      for (int start = 0; start < width; start += CHUNK) {
        for (int i = 0; i < dense.length; i++) {
          addChunk(dense[i], blocks[from / BLOCK], start, sums);
          for (int j = 0; j < Math.min(BLOCK, limit - from); j++) {
            products[i][from + j] += sums[j];
          }
        }
      }
    }
    return products;
  }

  /** Puts the dense features aside and adds up the products over the others. */
  private void split(FeatureVector vector, float[] dense, double[] products) {
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.size(); i++) {
        splitOne(sparse.index(i), sparse.value(i), dense, products);
      }
      return;
    }
    float[] numbers = ((DenseVector) vector).values();
    for (int k = 0; k < numbers.length; k++) {
      splitOne(k, numbers[k], dense, products);
    }
  }

  private void splitOne(int feature, float value, float[] dense, double[] products) {
    int place = placeOfFeature[feature];
    if (place >= 0) {
      dense[place] = value;
      return;
    }
    for (int i = starts[feature]; i < starts[feature + 1] && owners[i] < products.length; i++) {
      products[owners[i]] += value * values[i];
    }
  }

  /** Four features at a time, so that the sums are read and written less often. */
  private static void addChunk(float[] dense, float[][] block, int start, float[] sums) {
    int end = Math.min(dense.length, start + CHUNK);
    Arrays.fill(sums, 0);
    int k = start;
    for (; k + 3 < end; k += 4) {
      addFour(dense, block, k, sums);
    }
    for (; k < end; k++) {
      addOne(dense[k], block[k], sums);
    }
  }

  /** An array per feature and one index: only so does HotSpot's compiler make it vector code. */
  private static void addFour(float[] dense, float[][] block, int k, float[] sums) {
    float a = dense[k];
    float b = dense[k + 1];
    float c = dense[k + 2];
    float d = dense[k + 3];
    float[] first = block[k];
    float[] second = block[k + 1];
    float[] third = block[k + 2];
    float[] fourth = block[k + 3];
    for (int j = 0; j < sums.length; j++) {
      sums[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
    }
  }

  private static void addOne(float a, float[] column, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += a * column[j];
    }
  }
}

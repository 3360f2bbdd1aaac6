package org.stance4j.classifier.tribuo;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Our vectors as Tribuo examples, and Tribuo's feature ids back as our indices. */
final class TribuoData {
  private static final LabelFactory LABELS = new LabelFactory();

  private final String[] names;

  /** Names for features of that many dimensions, in an order that sorts like the indices. */
  TribuoData(int dimension) {
    names = new String[dimension];
    for (int k = 0; k < dimension; k++) {
      names[k] = name(k);
    }
  }

  /** The index with leading zeros, so that names sort like numbers. */
  private static String name(int index) {
    return Integer.toString(1_000_000_000 + index).substring(1);
  }

  MutableDataset<Label> dataset(Dataset dataset, List<FeatureVector> vectors) {
    MutableDataset<Label> result =
        new MutableDataset<>(new SimpleDataSourceProvenance(dataset.name(), LABELS), LABELS);
    for (int i = 0; i < vectors.size(); i++) {
      result.add(example(dataset.examples().get(i).stance().label(), vectors.get(i)));
    }
    return result;
  }

  /** Examples that carry a label and the number of their row. */
  static MutableDataset<Label> labels(Dataset dataset) {
    MutableDataset<Label> result =
        new MutableDataset<>(new SimpleDataSourceProvenance(dataset.name(), LABELS), LABELS);
    for (int i = 0; i < dataset.size(); i++) {
      ArrayExample<Label> example =
          new ArrayExample<>(new Label(dataset.examples().get(i).stance().label()));
      example.add("row", i + 1.0);
      result.add(example);
    }
    return result;
  }

  Example<Label> example(String label, FeatureVector vector) {
    ArrayExample<Label> example = new ArrayExample<>(new Label(label));
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.size(); i++) {
        example.add(names[sparse.index(i)], sparse.value(i));
      }
      return example;
    }
    float[] values = ((DenseVector) vector).values();
    for (int k = 0; k < values.length; k++) {
      example.add(names[k], values[k]);
    }
    return example;
  }

  /** Our index of each of Tribuo's feature ids: features that never occurred have no id. */
  static int[] indexById(ImmutableFeatureMap features) {
    int[] indices = new int[features.size()];
    for (VariableInfo feature : features) {
      indices[features.getID(feature.getName())] = Integer.parseInt(feature.getName());
    }
    return indices;
  }

  /**
   * Weight of each label so that every stance present weighs the same in all: n / (stances · n_k).
   */
  static Map<Label, Float> balancedWeights(Dataset dataset) {
    EnumMap<Stance, Integer> counts = new EnumMap<>(Stance.class);
    dataset.stances().forEach(stance -> counts.merge(stance, 1, Integer::sum));
    Map<Label, Float> weights = new HashMap<>();
    counts.forEach(
        (stance, count) ->
            weights.put(
                new Label(stance.label()), (float) dataset.size() / (counts.size() * count)));
    return weights;
  }

  static Stance stance(Label label) {
    return Stance.valueOf(label.getLabel().toUpperCase(Locale.ROOT));
  }
}

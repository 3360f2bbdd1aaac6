package org.stance4j.store;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model version is made of; {@code manifest.json} in its folder.
 *
 * @param formatVersion version of the folder's layout, {@link #FORMAT_VERSION} when written by this
 *     code
 * @param name of the model
 * @param version from 1
 * @param recipe name of the recipe; its text is the file {@code recipe.yaml}
 * @param features type of the feature extractor
 * @param classifier type of the classifier
 * @param labels the label order of every probability vector
 * @param encoder id, hash and settings of the encoder; empty where the model needs none
 * @param dataset name, counts and SHA-256 fingerprint of the training data
 * @param seed source of every random choice
 * @param metrics headline figures by name, as in {@code evaluation.json}; {@code prior.pro}, {@code
 *     prior.anti} and {@code prior.neutral} are the mean out-of-fold probabilities
 * @param environment library, Java and platform versions
 * @param files every other file of the folder
 */
public record ModelManifest(
    int formatVersion,
    String name,
    int version,
    String recipe,
    String features,
    String classifier,
    List<String> labels,
    SortedMap<String, String> encoder,
    SortedMap<String, String> dataset,
    long seed,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> environment,
    SortedMap<String, FileEntry> files) {
  /** The layout that this code writes, and the newest that it reads. */
  public static final int FORMAT_VERSION = 1;

  /** Figure of a model that was cross-validated. */
  public static final String CROSS_VALIDATED_MACRO_F1 = "crossValidated.macroF1";

  /** Figure of a model that was made from another and measured on data held out. */
  public static final String HELD_OUT_MACRO_F1 = "heldOut.macroF1";

  /** Key of {@code encoder} where it is one in files of the user. */
  public static final String ENCODER_FILE = "onnxFile";

  public ModelManifest {
    labels = List.copyOf(labels);
    encoder = Collections.unmodifiableSortedMap(new TreeMap<>(encoder));
    dataset = Collections.unmodifiableSortedMap(new TreeMap<>(dataset));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Name and version. */
  public ModelRef ref() {
    return new ModelRef(name, version);
  }

  /** Bytes of all files but the manifest itself. */
  public long totalBytes() {
    return files.values().stream().mapToLong(FileEntry::bytes).sum();
  }

  /** The same model under another version number, with these files. */
  ModelManifest published(int number, SortedMap<String, FileEntry> written) {
    return new ModelManifest(
        formatVersion,
        name,
        number,
        recipe,
        features,
        classifier,
        labels,
        encoder,
        dataset,
        seed,
        metrics,
        environment,
        written);
  }
}

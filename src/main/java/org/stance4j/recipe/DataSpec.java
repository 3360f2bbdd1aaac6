package org.stance4j.recipe;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labelled data that a recipe names.
 *
 * @param train files and folders to learn from, with their own splits where they have any; at least
 *     one
 * @param validation files whose rows are the validation split
 * @param test files whose rows are the test split
 * @param textColumn column of the text in CSV files
 * @param labelColumn column of the label in CSV files
 * @param labels stance by the label's name in the file, besides the usual names
 */
public record DataSpec(
    List<Path> train,
    List<Path> validation,
    List<Path> test,
    String textColumn,
    String labelColumn,
    SortedMap<String, String> labels) {
  public DataSpec {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    if (train.isEmpty()) {
      throw new IllegalArgumentException("data names no file to train on");
    }
  }
}

package org.stance4j.recipe;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labelled data that a recipe names.
 *
 * @param train files and folders to learn from, with their own splits where they have any; at least
 *     one
 * @param validation files and folders whose rows are the validation split
 * @param test files and folders whose rows are the test split
 * @param documents folder of the texts that stand-off labels point into; {@code null} for none
 * @param textColumn column of the text in tables
 * @param labelColumn column of the label in tables
 * @param labels what labels mean besides the usual names, such as {@code yes=pro}
 */
public record DataSpec(
    List<Path> train,
    List<Path> validation,
    List<Path> test,
    @Nullable Path documents,
    String textColumn,
    String labelColumn,
    List<String> labels) {
  public DataSpec {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    labels = List.copyOf(labels);
    if (train.isEmpty()) {
      throw new IllegalArgumentException("data names no file to train on");
    }
  }
}

package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;

/**
 * A folder of the layout that TweetEval's stance data have: texts and labels in files of their own,
 * one a line.
 *
 * <p>A target's folder holds {@code train_text.txt} with {@code train_labels.txt}, and likewise
 * {@code val_…} and {@code test_…}; each pair may be missing. {@code mapping.txt}, in the target's
 * folder or the one above it, says what the labels mean, as {@code VALUE<TAB>NAME} a line, such as
 * {@code 2<TAB>favor}; without it the values must be names themselves. The folder may be that of
 * one target or hold those of several. Files are UTF-8, lines end with a line feed, with or without
 * a carriage return before it.
 *
 * <p>Line 12 of the training texts of {@code abortion} becomes the example {@code
 * abortion-train-12}, a group of its own, with the attributes {@code target} (the folder's name)
 * and {@code split}. Source: Barbieri et al., "TweetEval: Unified Benchmark and Comparative
 * Evaluation for Tweet Classification", 2020.
 *
 * @param folder of one target or of several
 * @param labels what the names of labels mean
 */
public record LineFilesFolder(Path folder, LabelMapping labels) {
  private static final List<String> PARTS = List.of("train", "val", "test");
  private static final String TEXTS = "_text.txt";
  private static final String LABELS = "_labels.txt";
  private static final String MAPPING = "mapping.txt";

  /** Whether a folder, or any folder in it, holds texts or labels by line. */
  public static boolean is(Path folder) throws IOException {
    return Files.isDirectory(folder) && !targets(folder).isEmpty();
  }

  /** The folders of the targets, in the order of their names. */
  private static List<Path> targets(Path folder) throws IOException {
    if (isTarget(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(LineFilesFolder::isTarget).sorted().toList();
    }
  }

  private static boolean isTarget(Path folder) {
    return PARTS.stream()
        .anyMatch(
            part ->
                Files.isRegularFile(folder.resolve(part + TEXTS))
                    || Files.isRegularFile(folder.resolve(part + LABELS)));
  }

  /**
   * Reads all targets into one dataset named after the folder, by target, then training, validation
   * and test.
   *
   * @throws DatasetFormatException if one of a pair of files is missing or has fewer lines than the
   *     other, a text is blank, a label not known, or a file not UTF-8; names file and line
   * @throws IOException if a file cannot be read
   */
  public Dataset read() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path target : targets(folder)) {
      Meanings meanings = Meanings.of(target, labels);
      for (String part : PARTS) {
        examples.addAll(part(target, part, meanings));
      }
    }
    return new Dataset(Names.of(folder), examples);
  }

  private static List<Example> part(Path target, String part, Meanings meanings)
      throws IOException {
    Path textFile = target.resolve(part + TEXTS);
    Path labelFile = target.resolve(part + LABELS);
    if (!Files.isRegularFile(textFile) && !Files.isRegularFile(labelFile)) {
      return List.of();
    }
    Lines texts = Lines.read(textFile, labelFile);
    Lines answers = Lines.read(labelFile, textFile);
    texts.checkSameLength(answers);
    String name = Names.of(target);
    String split = Split.of(part).label();
    List<Example> examples = new ArrayList<>();
    for (int number = 1; number <= texts.count(); number++) {
      String text = texts.line(number);
      if (text.isBlank()) {
        throw texts.error(
            number,
            text,
            "is blank; every line needs a text: fill it in, or remove the line here and in "
                + answers.file());
      }
      String id = name + "-" + part + "-" + number;
      SortedMap<String, String> attributes = new TreeMap<>();
      attributes.put(Example.TARGET, name);
      attributes.put(Split.ATTRIBUTE, split);
      Sentence sentence =
          new Sentence(
              id, text, new TextSpan(0, text.length()), SentenceKind.BODY, null, null, name);
      examples.add(
          new Example(id, sentence, meanings.stance(answers, number), null, id, attributes));
    }
    return examples;
  }

  /**
   * A file's lines.
   *
   * @param file name in messages, with that of its folder
   * @param all the lines in order, without their ends
   */
  private record Lines(String file, List<String> all) {
    /** Reads a file; {@code partner} is the one that demands it. */
    static Lines read(Path path, Path partner) throws IOException {
      String file = name(path);
      if (!Files.isRegularFile(path)) {
        throw new DatasetFormatException(
            file, 0, "", "", "is missing; it must stand beside " + Names.of(partner));
      }
      String text = StrictUtf8Reader.decode(file, Files.readAllBytes(path));
      List<String> lines = new ArrayList<>();
      int start = text.startsWith("\uFEFF") ? 1 : 0; // byte order mark
      while (start < text.length()) {
        int feed = text.indexOf('\n', start);
        int end = feed < 0 ? text.length() : feed;
        boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
        lines.add(text.substring(start, carriageReturn ? end - 1 : end));
        start = end + 1;
      }
      return new Lines(file, List.copyOf(lines));
    }

    private static String name(Path path) {
      return Names.of(path.resolveSibling("")) + "/" + Names.of(path);
    }

    int count() {
      return all.size();
    }

    /** A line by its number from 1. */
    String line(int number) {
      return all.get(number - 1);
    }

    void checkSameLength(Lines other) {
      if (count() == other.count()) {
        return;
      }
      Lines shorter = count() < other.count() ? this : other;
      Lines longer = count() < other.count() ? other : this;
      throw shorter.error(
          shorter.count() + 1,
          "",
          "is missing; this file has "
              + shorter.count()
              + " lines and "
              + longer.file
              + " has "
              + longer.count()
              + ", blank ones counted; each text needs its label on the line of the same number");
    }

    DatasetFormatException error(int number, String value, String problem) {
      return new DatasetFormatException(file, number, "", value, problem);
    }
  }

  /**
   * What the labels of a target mean.
   *
   * @param mapping the lines of {@code mapping.txt} by value; {@code null} where there is none
   * @param labels what the names mean
   */
  private record Meanings(@Nullable SortedMap<String, Stance> mapping, LabelMapping labels) {
    static Meanings of(Path target, LabelMapping labels) throws IOException {
      Path absolute = target.toAbsolutePath().normalize();
      for (Path file : List.of(absolute.resolve(MAPPING), absolute.resolveSibling(MAPPING))) {
        if (Files.isRegularFile(file)) {
          return new Meanings(mapping(Lines.read(file, file), labels), labels);
        }
      }
      return new Meanings(null, labels);
    }

    private static SortedMap<String, Stance> mapping(Lines lines, LabelMapping labels) {
      SortedMap<String, Stance> mapping = new TreeMap<>();
      for (int number = 1; number <= lines.count(); number++) {
        String line = lines.line(number);
        if (!line.isBlank() && mapping.put(value(line), stance(lines, number, labels)) != null) {
          throw lines.error(number, line, "gives a value a second meaning; keep one line for each");
        }
      }
      return mapping;
    }

    private static String value(String line) {
      return line.substring(0, Math.max(0, line.indexOf('\t'))).strip();
    }

    private static Stance stance(Lines lines, int number, LabelMapping labels) {
      String line = lines.line(number);
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw lines.error(
            number,
            line,
            Shown.of(line) + " is not of the form VALUE<TAB>NAME, such as 2<TAB>favor");
      }
      String name = line.substring(tab + 1);
      return labels.find(name).orElseThrow(() -> lines.error(number, name, unknown(name, labels)));
    }

    private static String unknown(String name, LabelMapping labels) {
      return Shown.of(name)
          + " is not a known label; allowed are "
          + String.join(", ", labels.names().keySet())
          + "; map it with --labels "
          + (name.isBlank() ? "value" : name.strip())
          + "=pro|anti|neutral";
    }

    Stance stance(Lines answers, int number) {
      String value = answers.line(number).strip();
      if (mapping == null) {
        return labels
            .find(value)
            .orElseThrow(
                () ->
                    answers.error(
                        number,
                        value,
                        unknown(value, labels) + ", or say what it means in " + MAPPING));
      }
      Stance stance = mapping.get(value);
      if (stance == null) {
        throw answers.error(
            number,
            value,
            Shown.of(value)
                + " is not among the values of "
                + MAPPING
                + ": "
                + String.join(", ", mapping.keySet())
                + "; correct the line or add the value there");
      }
      return stance;
    }
  }
}

package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.LabelledCsvReader;

class SplitFilesTest {
  @TempDir Path folder;

  private Path csv(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), rows);
  }

  private static Dataset read(Path data, List<Path> validation, List<Path> test)
      throws IOException {
    return new SplitFiles(
            new DatasetSource(List.of(data), null, LabelledCsvReader.standard()), validation, test)
        .read();
  }

  private static List<String> splits(Dataset dataset) {
    return dataset.examples().stream()
        .map(example -> example.id() + " " + example.attribute("split"))
        .toList();
  }

  @Test
  void eachFileGivesItsRowsTheirSplit() throws IOException {
    Path train = csv("train.csv", "text,label\nOne.,pro\n");
    Path validation = csv("val.csv", "text,label,split\nTwo.,anti,dev\n");
    Path test = csv("test.csv", "text,label,split\nThree.,neutral,\n");
    Dataset all = read(train, List.of(validation), List.of(test));
    assertEquals(
        List.of("train:row-1 train", "val:row-1 validation", "test:row-1 test"), splits(all));
    assertEquals("train+val", all.name());
  }

  @Test
  void rowsMayNameTheSplitsThatHaveNoFileOfTheirOwn() throws IOException {
    Path train = csv("train.csv", "text,label,split\nOne.,pro,validation\nTwo.,pro,\n");
    Path test = csv("test.csv", "text,label\nThree.,neutral\n");
    assertEquals(
        List.of("train:row-1 validation", "train:row-2 train", "test:row-1 test"),
        splits(read(train, List.of(), List.of(test))));
    assertEquals(List.of("row-1 validation", "row-2 "), splits(read(train, List.of(), List.of())));
  }

  @Test
  void aRowThatSaysAnotherSplitIsRefused() throws IOException {
    Path train = csv("train.csv", "text,label,split\nOne.,pro,test\n");
    Path test = csv("test.csv", "text,label,split\nThree.,neutral,train\n");
    assertEquals(
        "train.csv: the row row-1 says split test, but that split has files of its own, given with"
            + " --test; correct the row, leave its split empty, or leave the option out",
        fault(train, test));
    assertEquals(
        "test.csv: the row row-1 says split train, but the file is given with --test; correct the"
            + " row, leave its split empty, or leave the option out",
        fault(csv("clean.csv", "text,label\nOne.,pro\n"), test));
  }

  private static String fault(Path train, Path test) {
    return assertThrows(DatasetFormatException.class, () -> read(train, List.of(), List.of(test)))
        .getMessage();
  }
}

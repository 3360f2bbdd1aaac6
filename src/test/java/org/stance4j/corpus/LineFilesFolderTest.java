package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;

class LineFilesFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void twoTargets() throws IOException {
    write("mapping.txt", "0\tnone\n1\tagainst\n2\tfavor");
    write("tea/train_text.txt", "Tea is best.\r\nNo more tea!\n");
    write("tea/train_labels.txt", "2\r\n1\n");
    write("tea/val_text.txt", "It rains.");
    write("tea/val_labels.txt", "0");
    write("cocoa/test_text.txt", "Cocoa \u2028 for all.\n");
    write("cocoa/test_labels.txt", "2\n");
    write("notes/readme.txt", "no data");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Dataset read(Path path) throws IOException {
    return new LineFilesFolder(path, LabelMapping.standard()).read();
  }

  private String fault() {
    return assertThrows(DatasetFormatException.class, () -> read(folder)).getMessage();
  }

  @Test
  void eachLineIsAnExampleOfItsTargetAndSplit() throws IOException {
    Dataset dataset = read(folder);
    assertEquals(
        List.of("cocoa-test-1", "tea-train-1", "tea-train-2", "tea-val-1"),
        dataset.examples().stream().map(Example::id).toList());
    assertEquals(List.of(Stance.PRO, Stance.PRO, Stance.ANTI, Stance.NEUTRAL), dataset.stances());
    Example second = dataset.examples().get(2);
    assertEquals("No more tea!", second.sentence().text());
    assertEquals("tea", second.sentence().target());
    assertEquals("{split=train, target=tea}", second.attributes().toString());
    assertEquals("tea-train-2", second.group());
    assertEquals("validation", dataset.examples().get(3).attribute("split"));
    assertEquals("Cocoa \u2028 for all.", dataset.examples().get(0).sentence().text());
  }

  @Test
  void aTargetsFolderFindsTheMappingAboveItOrItsOwn() throws IOException {
    Path tea = folder.resolve("tea");
    assertEquals("tea", read(tea).name());
    assertEquals(Stance.PRO, read(tea).stances().get(0));
    write("tea/mapping.txt", "0\tneither\n1\tfor\n2\tcontra\n");
    assertEquals(Stance.ANTI, read(tea).stances().get(0));
  }

  @Test
  void withoutAMappingLabelsAreNames() throws IOException {
    Files.delete(folder.resolve("mapping.txt"));
    assertTrue(
        fault().startsWith("cocoa/test_labels.txt, line 1: \"2\" is not a known label; allowed "),
        fault());
    assertTrue(
        fault().endsWith("--labels 2=pro|anti|neutral, or say what it means in mapping.txt"));
    assertEquals(
        4, new LineFilesFolder(folder, LabelMapping.parse("2=pro,1=anti,0=neutral")).read().size());
  }

  @Test
  void onlyFoldersWithSuchFilesAreTakenForOne() throws IOException {
    assertTrue(LineFilesFolder.is(folder));
    assertTrue(LineFilesFolder.is(folder.resolve("tea")));
    assertFalse(LineFilesFolder.is(folder.resolve("notes")));
    assertFalse(LineFilesFolder.is(folder.resolve("mapping.txt")));
  }

  @Test
  void asManyLabelsAsTextsAreDemanded() throws IOException {
    write("tea/train_labels.txt", "2\n");
    assertEquals(
        "tea/train_labels.txt, line 2: is missing; this file has 1 lines and tea/train_text.txt has"
            + " 2, blank ones counted; each text needs its label on the line of the same number",
        fault());
    write("tea/train_labels.txt", "2\n1\n\n");
    assertTrue(fault().startsWith("tea/train_text.txt, line 3: is missing; "), fault());
    Files.delete(folder.resolve("tea/train_labels.txt"));
    assertEquals("tea/train_labels.txt: is missing; it must stand beside train_text.txt", fault());
  }

  @Test
  void aBlankTextAndAnUnknownLabelAreRefusedWithTheirLine() throws IOException {
    write("tea/train_text.txt", "Tea is best.\n \n");
    assertEquals(
        "tea/train_text.txt, line 2: is blank; every line needs a text: fill it in, or remove the"
            + " line here and in tea/train_labels.txt",
        fault());
    write("tea/train_text.txt", "Tea is best.\nNo.\n");
    write("tea/train_labels.txt", "2\n3\n");
    assertEquals(
        "tea/train_labels.txt, line 2: \"3\" is not among the values of mapping.txt: 0, 1, 2;"
            + " correct the line or add the value there",
        fault());
    write("tea/train_labels.txt", "2\n\n");
    assertTrue(fault().startsWith("tea/train_labels.txt, line 2: \"\" is not among "), fault());
  }

  @Test
  void aMappingThatMeansNothingIsRefused() throws IOException {
    write("mapping.txt", "0 none\n");
    assertTrue(
        fault()
            .endsWith(
                "mapping.txt, line 1: \"0 none\" is not of the form VALUE<TAB>NAME, such"
                    + " as 2<TAB>favor"),
        fault());
    write("mapping.txt", "0\tnone\n\n1\tjoy\n");
    assertTrue(fault().contains("mapping.txt, line 3: \"joy\" is not a known label; "), fault());
    write("mapping.txt", "0\tnone\n0\tfavor\n");
    assertTrue(
        fault().endsWith("line 2: gives a value a second meaning; keep one line for each"),
        fault());
  }
}

package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Sentence;
import org.stance4j.report.PredictionFormat;
import org.stance4j.report.TextLayout;

class ClassifyPipelineTest {
  @TempDir Path folder;

  private List<Sentence> asked(String csv, StringWriter out) throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), csv);
    List<Sentence> asked = new ArrayList<>();
    ClassifyInputs inputs =
        new ClassifyInputReader(InputStream.nullInputStream())
            .read(List.of(table.toString()), null);
    new ClassifyPipeline(
            new TargetedModelTest.Noting(asked),
            PredictionFormat.CSV.writer(out, "m@1", TextLayout.PLAIN))
        .run(inputs);
    return asked;
  }

  @Test
  void knownColumnsMayBeWrittenInOtherCaseAndKeepTheirNames() throws IOException {
    StringWriter out = new StringWriter();
    Sentence sentence = asked("TARGET,Text,Context\ntea,It is late.,Before.\n", out).get(0);
    assertEquals("tea", sentence.target());
    assertEquals("It is late.", sentence.text());
    assertEquals("Before.", sentence.previous());
    assertTrue(out.toString().startsWith("TARGET,Text,Context,stance,"), out.toString());
  }

  @Test
  void aColumnThatIsCalledSoExactlyComesFirst() throws IOException {
    Sentence sentence =
        asked("Target,text,target\ntea,It is late.,coffee\n", new StringWriter()).get(0);
    assertEquals("coffee", sentence.target());
  }
}

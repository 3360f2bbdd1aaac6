package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.provenance.Sha256;

class LocalEncoderTest {
  @TempDir private Path folder = Path.of("");
  private Path onnx = Path.of("");
  private Path tokenizer = Path.of("");

  @BeforeEach
  void write() throws IOException {
    onnx = Files.write(folder.resolve("tiny.onnx"), TinyBert.file());
    tokenizer = Files.write(folder.resolve("tokenizer.json"), EncoderCatalog.MINILM.tokenizer());
  }

  private static String failure(Runnable opening) {
    return String.valueOf(assertThrows(EncoderException.class, opening::run).getMessage());
  }

  @Test
  void whatTheFilesAreIsRead() throws IOException {
    LocalEncoder encoder = LocalEncoder.open(onnx, tokenizer, 0);
    assertEquals("tiny.onnx", encoder.id());
    assertEquals(3, encoder.layers());
    assertEquals(8, encoder.hiddenSize());
    assertEquals(2, encoder.heads());
    assertEquals(Sha256.ofBytes(TinyBert.file()), encoder.graphSha256());
    assertEquals(EncoderCatalog.MINILM.tokenizerSha256(), encoder.tokenizerSha256());
    assertSame(encoder, LocalEncoder.open(onnx, tokenizer, 0));
    encoder.checkTokenizer();
    Files.write(onnx, TinyBert.file(graph -> graph.setName("other")));
    Files.setLastModifiedTime(onnx, FileTime.fromMillis(0));
    assertNotEquals(encoder.graphSha256(), LocalEncoder.open(onnx, tokenizer, 0).graphSha256());
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path missing = folder.resolve("missing.onnx");
    assertEquals(
        "encoder file " + missing + " cannot be read: no such file or folder; check the path",
        failure(() -> LocalEncoder.open(missing, tokenizer, 0)));
    assertEquals(
        "encoder file " + folder + " is no file but a folder",
        failure(() -> LocalEncoder.open(onnx, folder, 0)));
    try (RandomAccessFile large = new RandomAccessFile(missing.toFile(), "rw")) {
      large.setLength(2_000_000_001); // takes no room on the disk
    }
    assertEquals(
        "encoder file "
            + missing
            + " has 2000000001 bytes, more than the 2000000000 that can be read",
        failure(() -> LocalEncoder.open(missing, tokenizer, 0)));
  }

  @Test
  void whatIsNoTokenizerOfThisKindIsRefused() throws IOException {
    Files.writeString(tokenizer, "{\"model\": {}}");
    String said = failure(() -> LocalEncoder.open(onnx, tokenizer, 0).checkTokenizer());
    assertTrue(said.startsWith("tokenizer " + tokenizer + " cannot be opened: "), said);
    Files.writeString(
        tokenizer,
        """
        {"model": {"type": "WordLevel", "vocab": {"a": 0, "?": 1}, "unk_token": "?"}}
        """);
    assertEquals(
        "tokenizer "
            + tokenizer
            + " puts 0 special tokens around a text, a BERT-style encoder's puts one before and"
            + " one behind it",
        failure(() -> LocalEncoder.open(onnx, tokenizer, 0).checkTokenizer()));
  }

  @Test
  void filesOfAModelAreFoundWhereTheyWereOrInFoldersThatAreNamed() throws IOException {
    LocalEncoder encoder = LocalEncoder.open(onnx, tokenizer, 0);
    assertEquals(encoder, find(encoder, null));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.move(onnx, other.resolve("tiny.onnx"));
    String was =
        "the model was trained from the encoder file "
            + onnx
            + " with SHA-256 "
            + encoder.graphSha256();
    String out =
        "; put that file there, or set the environment variable STANCE_ENCODERS to the folder that"
            + " holds it";
    assertEquals(was + ", which is not there" + out, failure(() -> find(encoder, null)));
    String folders = folder.resolve("none") + File.pathSeparator + other;
    LocalEncoder found = find(encoder, folders);
    assertEquals(other.resolve("tiny.onnx"), found.onnxFile());
    assertEquals(tokenizer, found.tokenizerFile());
    Files.write(onnx, new byte[] {1});
    assertEquals(
        was + ", but " + onnx + " has " + Sha256.ofBytes(new byte[] {1}) + out,
        failure(() -> find(encoder, null)));
    assertEquals(found, find(encoder, folders), "another file of the name is passed over");
    assertTrue(
        failure(() -> find(encoder, "a")).endsWith(out + ", which is now 'a'"),
        failure(() -> find(encoder, "a")));
  }

  private static LocalEncoder find(LocalEncoder encoder, @Nullable String folders) {
    return LocalEncoder.find(
        encoder.onnxFile().toString(),
        encoder.tokenizerFile().toString(),
        encoder.graphSha256(),
        encoder.tokenizerSha256(),
        encoder.heads(),
        folders);
  }
}

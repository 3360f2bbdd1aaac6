package org.stance4j.encoder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stance4j.files.IoReason;
import org.stance4j.provenance.Sha256;

/**
 * An encoder in two files of the user.
 *
 * @param onnxFile its graph; absolute
 * @param tokenizerFile its tokenizer; absolute
 * @param graphSha256 hash of the graph's file
 * @param tokenizerSha256 hash of the tokenizer's file
 * @param hiddenSize numbers in the vector of one layer
 * @param heads attention heads of a layer
 * @param layerOutputs names of the tensors that the embeddings and each layer give
 * @param outputs names of the tensors that the graph gives by itself
 */
public record LocalEncoder(
    Path onnxFile,
    Path tokenizerFile,
    String graphSha256,
    String tokenizerSha256,
    int hiddenSize,
    int heads,
    List<String> layerOutputs,
    List<String> outputs)
    implements Encoder {
  /** Environment variable: folders in which files are looked for that a model was trained from. */
  public static final String FOLDERS = "STANCE_ENCODERS";

  /** An ONNX file of more than two gigabytes keeps its weights elsewhere. */
  private static final long LARGEST_GRAPH = 2_000_000_000;

  private static final long LARGEST_TOKENIZER = 100_000_000;

  /** What was opened before; recipes are read again and again. */
  private static final Map<Key, LocalEncoder> OPENED = new ConcurrentHashMap<>();

  /** Two files as they are now. */
  private record Key(Stamp graph, Stamp tokenizer, int heads) {}

  /** A file as it is now. */
  private record Stamp(Path file, long size, FileTime changed) {}

  public LocalEncoder {
    layerOutputs = List.copyOf(layerOutputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads what the files are.
   *
   * @param heads attention heads of a layer; 0 where the graph is to tell
   * @throws EncoderException if one cannot be read or is too large
   * @throws IllegalArgumentException if the graph is of another kind
   */
  public static LocalEncoder open(Path onnxFile, Path tokenizerFile, int heads) {
    Path graph = onnxFile.toAbsolutePath().normalize();
    Path tokenizer = tokenizerFile.toAbsolutePath().normalize();
    Key key = new Key(stamp(graph, LARGEST_GRAPH), stamp(tokenizer, LARGEST_TOKENIZER), heads);
    return OPENED.computeIfAbsent(key, LocalEncoder::read);
  }

  private static LocalEncoder read(Key key) {
    Path graphFile = key.graph().file();
    byte[] content = bytes(graphFile);
    BertGraph graph = BertGraph.read(content, key.heads(), graphFile.toString());
    return new LocalEncoder(
        graphFile,
        key.tokenizer().file(),
        Sha256.ofBytes(content),
        Sha256.ofBytes(bytes(key.tokenizer().file())),
        graph.hiddenSize(),
        graph.heads(),
        graph.layerOutputs(),
        graph.outputs());
  }

  private static Stamp stamp(Path file, long largest) {
    try {
      long size = Files.size(file);
      if (!Files.isRegularFile(file)) {
        throw new EncoderException("encoder file " + file + " is no file but a folder");
      }
      if (size > largest) {
        throw new EncoderException(
            "encoder file "
                + file
                + " has "
                + size
                + " bytes, more than the "
                + largest
                + " that can be read");
      }
      return new Stamp(file, size, Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static EncoderException unreadable(Path file, IOException e) {
    return new EncoderException(
        "encoder file " + file + " cannot be read: " + IoReason.of(e) + "; check the path", e);
  }

  /**
   * The encoder that a model was trained from: where its files were, or in one of the folders of
   * {@value #FOLDERS}.
   *
   * @param onnxFile where the graph was
   * @param tokenizerFile where the tokenizer was
   * @param graphSha256 hash that the graph must have
   * @param tokenizerSha256 hash that the tokenizer must have
   * @param heads attention heads of a layer
   * @throws EncoderException if one of the files is not there or is another one
   */
  public static LocalEncoder find(
      String onnxFile,
      String tokenizerFile,
      String graphSha256,
      String tokenizerSha256,
      int heads) {
    return find(
        onnxFile, tokenizerFile, graphSha256, tokenizerSha256, heads, System.getenv(FOLDERS));
  }

  /**
   * The same.
   *
   * @param folders value of {@value #FOLDERS}: as in a class path; {@code null} for none
   */
  static LocalEncoder find(
      String onnxFile,
      String tokenizerFile,
      String graphSha256,
      String tokenizerSha256,
      int heads,
      @Nullable String folders) {
    return open(
        find(onnxFile, graphSha256, folders), find(tokenizerFile, tokenizerSha256, folders), heads);
  }

  private static Path find(String recorded, String sha256, @Nullable String folders) {
    List<Path> others = new ArrayList<>();
    for (Path place : places(recorded, folders)) {
      if (Files.isRegularFile(place)) {
        if (Sha256.ofBytes(bytes(place)).equals(sha256)) {
          return place;
        }
        others.add(place);
      }
    }
    throw new EncoderException(
        "the model was trained from the encoder file "
            + recorded
            + " with SHA-256 "
            + sha256
            + (others.isEmpty()
                ? ", which is not there"
                : ", but " + others.get(0) + " has " + Sha256.ofBytes(bytes(others.get(0))))
            + "; put that file there, or set the environment variable "
            + FOLDERS
            + " to the folder that holds it"
            + (folders == null ? "" : ", which is now '" + folders + "'"));
  }

  private static List<Path> places(String recorded, @Nullable String folders) {
    try {
      Path file = Path.of(recorded);
      List<Path> places = new ArrayList<>();
      Path name = file.getFileName();
      if (folders != null && name != null) {
        for (String folder : folders.split(File.pathSeparator)) {
          if (!folder.isBlank()) {
            places.add(Path.of(folder).resolve(name.toString()));
          }
        }
      }
      places.add(file);
      return places;
    } catch (InvalidPathException e) {
      throw new EncoderException(
          "'" + recorded + "' is no path here: " + e.getReason() + "; see " + FOLDERS, e);
    }
  }

  /**
   * Opens the tokenizer once and closes it.
   *
   * @throws EncoderException if its file is no tokenizer's, or one without special tokens
   */
  public void checkTokenizer() {
    new EncoderTokenizer(this, "", EncoderSpec.TOKEN_LIMIT).close();
  }

  /** Name of the graph's file. */
  @Override
  public String id() {
    return String.valueOf(onnxFile.getFileName());
  }

  @Override
  public int layers() {
    return layerOutputs.size() - 1;
  }

  @Override
  public byte[] graph() {
    return bytes(onnxFile);
  }

  @Override
  public byte[] tokenizer() {
    return bytes(tokenizerFile);
  }

  @Override
  public String outputOfLayer(int layer) {
    return layerOutputs.get(layer);
  }

  /** Empty: nobody says which other file would be the same. */
  @Override
  public Optional<EncoderCatalog> inEightBits() {
    return Optional.empty();
  }
}

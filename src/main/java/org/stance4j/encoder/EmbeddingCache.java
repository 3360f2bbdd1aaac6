package org.stance4j.encoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.stance4j.files.IoReason;
import org.stance4j.files.Replacing;

/**
 * Vectors on disk, one file per encoder fingerprint, keyed by the SHA-256 of the text.
 *
 * <p>A cache only: a file that is missing, damaged (CRC-32C) or of another shape counts as empty
 * and is written anew. Writing replaces the file in one move, so that a reader never sees half of
 * it.
 */
final class EmbeddingCache {
  private static final int MAGIC = 0x53344a32;

  private final Path file;
  private final int dimension;

  EmbeddingCache(Path folder, String fingerprint, int dimension) {
    this.file = folder.resolve(fingerprint + ".vectors");
    this.dimension = dimension;
  }

  /**
   * Fails early where {@link #write} would fail after the encoding.
   *
   * @throws EncoderException if nothing can be written here
   */
  void checkWritable() {
    try {
      Files.createDirectories(file.getParent());
      Files.delete(Files.createTempFile(file.getParent(), "vectors", ".tmp"));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Whether there is a file, usable or not. */
  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** All vectors by key; empty if there is no usable file. */
  Map<String, float[]> read() {
    Map<String, float[]> vectors = new TreeMap<>();
    if (!Files.isRegularFile(file)) {
      return vectors;
    }
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC || in.readInt() != dimension) {
        return vectors;
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = new String(in.readNBytes(64), StandardCharsets.US_ASCII);
        float[] vector = new float[dimension];
        for (int k = 0; k < dimension; k++) {
          vector[k] = in.readFloat();
        }
        vectors.put(key, vector);
      }
      long expected = checked.getChecksum().getValue();
      return in.readLong() == expected ? vectors : new TreeMap<>();
    } catch (EOFException e) {
      return new TreeMap<>();
    } catch (IOException e) {
      throw new EncoderException(
          "embedding cache " + file + " cannot be read: " + IoReason.of(e) + "; delete it", e);
    }
  }

  /** Replaces the file. */
  void write(Map<String, float[]> vectors) {
    try {
      Files.createDirectories(file.getParent());
      Path temporary = Files.createTempFile(file.getParent(), "vectors", ".tmp");
      try {
        fill(temporary, vectors);
        Replacing.move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private EncoderException unwritable(IOException e) {
    return new EncoderException(
        "embedding cache "
            + file
            + " cannot be written ("
            + IoReason.of(e)
            + "); choose another folder with --cache",
        e);
  }

  private void fill(Path target, Map<String, float[]> vectors) throws IOException {
    try (CheckedOutputStream checked =
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(target)), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      out.writeInt(MAGIC);
      out.writeInt(dimension);
      out.writeInt(vectors.size());
      for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
        out.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
      out.writeLong(checked.getChecksum().getValue());
    }
  }
}

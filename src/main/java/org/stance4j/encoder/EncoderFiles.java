package org.stance4j.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stance4j.files.IoReason;

/**
 * Weights and tokenizers: resources of the encoders' jars, or the same files where the build
 * unpacked them, which spares every start the work of doing so again.
 */
final class EncoderFiles {
  /** System property that names the folder of unpacked files. */
  private static final String UNPACKED = "stance.unpacked";

  private EncoderFiles() {}

  /**
   * The content of a file.
   *
   * @param name absolute name of the class-path resource
   * @throws EncoderException if it is missing or cannot be read
   */
  static byte[] read(String name) {
    String folder = System.getProperty(UNPACKED);
    Path file = folder == null ? null : Path.of(folder, name.substring(1));
    try {
      if (file != null && Files.isRegularFile(file)) {
        return mapped(file);
      }
      return resource(name);
    } catch (IOException e) {
      throw new EncoderException("encoder file " + name + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** Half the time of reading, which copies a large file twice. */
  private static byte[] mapped(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      byte[] content = new byte[map.remaining()];
      map.get(content);
      return content;
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = EncoderFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new EncoderException(
            "no resource " + name + " on the class path; is the encoder's jar missing?");
      }
      return in.readAllBytes();
    }
  }
}

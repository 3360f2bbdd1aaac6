package org.stance4j.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;

/**
 * A hash that two datasets share only if they hold the same labelled sentences in the same order.
 *
 * <p>It covers id, text, stance, group and holder (empty where there is none) of each example, in
 * that order, each as the length of its UTF-8 bytes (four bytes, big-endian) and the bytes. The
 * lengths keep neighbouring fields apart. The dataset's name, context and attributes do not count.
 */
public final class DatasetFingerprint {
  private DatasetFingerprint() {}

  /** The fingerprint: 64 lower-case hexadecimal digits. */
  public static String of(Dataset dataset) {
    MessageDigest digest = Sha256.digest();
    for (Example example : dataset.examples()) {
      Holder holder = example.holder();
      add(digest, example.id());
      add(digest, example.sentence().text());
      add(digest, example.stance().label());
      add(digest, example.group());
      add(digest, holder == null ? "" : holder.label());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}

package org.stance4j.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.stance4j.text.UnreadableTextException.Reason;

/**
 * Bytes to text, strictly: UTF-8 or a refusal that names the byte.
 *
 * <p>A byte order mark stays in the text as U+FEFF, so that offsets into the text are offsets into
 * the file.
 */
final class TextDecoder {
  /** Share of control characters above which a file is taken for binary. */
  private static final double MAX_CONTROL_SHARE = 0.01;

  private static final String TO_UTF_8 = "; save it as UTF-8 and read it again";

  private TextDecoder() {}

  static String decode(String id, byte[] content) {
    // before the size: that an image is too large helps nobody
    refuseKnownSignatures(id, content);
    if (content.length > ArticleReader.MAX_BYTES) {
      throw new UnreadableTextException(
          id,
          Reason.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "%,d bytes are more than the %,d that an article may have; split it into its articles",
              content.length,
              ArticleReader.MAX_BYTES));
    }
    String text = strictUtf8(id, content);
    refuseControlCharacters(id, text);
    if (text.codePoints().allMatch(c -> Characters.isSpace(c) || Characters.isInvisible(c))) {
      throw new UnreadableTextException(
          id,
          Reason.EMPTY,
          content.length == 0
              ? "the file is empty; there is nothing to read"
              : "the file holds only white space; there is nothing to read");
    }
    return text;
  }

  private static void refuseKnownSignatures(String id, byte[] content) {
    if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
      throw new UnreadableTextException(
          id,
          Reason.NOT_UTF_8,
          "not UTF-8: byte 0x"
              + hex(content[0])
              + " at offset 0 begins a UTF-16 byte order mark"
              + TO_UTF_8,
          0,
          content[0] & 0xFF);
    }
    String kind = FileSignatures.kind(content);
    if (kind != null) {
      throw new UnreadableTextException(
          id,
          Reason.BINARY,
          kind
              + ", not text; articles are read as UTF-8 text, Markdown or HTML: export it as one"
              + " of these");
    }
  }

  private static String strictUtf8(String id, byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer chars = CharBuffer.allocate(content.length + 1);
    // a new decoder reports malformed input; it does not replace it
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    if (result.isError()) {
      int offset = bytes.position();
      throw new UnreadableTextException(
          id,
          Reason.NOT_UTF_8,
          "not UTF-8: byte 0x" + hex(content[offset]) + " at offset " + offset + TO_UTF_8,
          offset,
          content[offset] & 0xFF);
    }
    return chars.flip().toString();
  }

  private static void refuseControlCharacters(String id, String text) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      // all before it is known to be UTF-8, so its length in bytes is its offset
      int offset = text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
      throw new UnreadableTextException(
          id,
          Reason.BINARY,
          "not a text file: NUL byte at offset "
              + offset
              + " (UTF-16 without a byte order mark looks like this too)"
              + TO_UTF_8,
          offset,
          0);
    }
    long controls = text.chars().filter(c -> Character.isISOControl(c) && !isLayout(c)).count();
    if (controls > MAX_CONTROL_SHARE * text.length()) {
      throw new UnreadableTextException(
          id,
          Reason.BINARY,
          String.format(
              Locale.ROOT,
              "not a text file: %d of %d characters are control characters, at most 1%% may be;"
                  + " export it as plain text, Markdown or HTML",
              controls,
              text.length()));
    }
  }

  private static boolean isLayout(int c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85;
  }

  private static boolean startsWith(byte[] content, int... signature) {
    if (content.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((content[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static String hex(byte value) {
    return String.format(Locale.ROOT, "%02X", value & 0xFF);
  }
}

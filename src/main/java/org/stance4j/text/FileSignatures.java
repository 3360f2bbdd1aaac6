package org.stance4j.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Knows files of other programs by their first bytes. */
final class FileSignatures {
  private static final String ZIP = "PK\u0003\u0004";

  /** Signature, one character a byte, and what has it. */
  private static final String[][] KINDS = {
    {"%PDF-", "a PDF file"},
    {"{\\rtf", "a rich text file (RTF)"},
    {"\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "an old Office file (DOC, XLS or PPT)"},
    {"\u0089PNG\r\n\u001A\n", "a PNG image"},
    {"\u00FF\u00D8\u00FF", "a JPEG image"},
    {"GIF87a", "a GIF image"},
    {"GIF89a", "a GIF image"},
    {"II*\u0000", "a TIFF image"},
    {"MM\u0000*", "a TIFF image"},
    {"\u001F\u008B", "a gzip archive"},
    {"7z\u00BC\u00AF'\u001C", "a 7z archive"},
    {"Rar!\u001A\u0007", "a RAR archive"}
  };

  /** What a ZIP archive holds, and what it therefore is. */
  private static final String[][] ARCHIVES = {
    {"word/", "a Word file (DOCX)"},
    {"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"},
    {"mimetypeapplication/epub+zip", "an e-book (EPUB)"}
  };

  private FileSignatures() {}

  /** What kind of file the content is, with its article; null if no signature is known. */
  static @Nullable String kind(byte[] content) {
    // ISO 8859-1 turns every byte into the character of its value
    String start =
        new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith(ZIP)) {
      return archive(new String(content, StandardCharsets.ISO_8859_1));
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "a WebP image";
    }
    for (String[] kind : KINDS) {
      if (start.startsWith(kind[0])) {
        return kind[1];
      }
    }
    return null;
  }

  private static String archive(String content) {
    for (String[] archive : ARCHIVES) {
      if (content.contains(archive[0])) {
        return archive[1];
      }
    }
    return "a ZIP archive";
  }
}

package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stance4j.text.UnreadableTextException.Reason;

class ArticleReaderErrorsTest {
  private static UnreadableTextException refusal(byte[] content) {
    return assertThrows(
        UnreadableTextException.class, () -> ArticleReader.create().read("a1.txt", content));
  }

  private static void assertRefused(Reason reason, String message, byte[] content) {
    UnreadableTextException e = refusal(content);
    assertEquals(reason, e.reason());
    assertEquals("a1.txt", e.id());
    assertEquals("article a1.txt: " + message, e.getMessage());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused(Reason.EMPTY, "the file is empty; there is nothing to read", new byte[0]);
  }

  @Test
  void aFileOfWhiteSpaceIsRefused() {
    assertRefused(
        Reason.EMPTY,
        "the file holds only white space; there is nothing to read",
        utf8("\uFEFF \r\n\t\u00A0"));
  }

  @Test
  void aPageWithoutVisibleTextIsRefused() {
    assertRefused(
        Reason.EMPTY,
        "no visible text was found in it as HTML; is that its format?",
        utf8("<!doctype html><script>let a = 'No text.';</script>"));
  }

  @Test
  void anotherEncodingIsRefusedWithTheByteAndTheWayOut() {
    byte[] content = "The caf\u00E9 is open.".getBytes(Charset.forName("windows-1252"));
    assertRefused(
        Reason.NOT_UTF_8,
        "not UTF-8: byte 0xE9 at offset 7; save it as UTF-8 and read it again",
        content);
    assertEquals(7, refusal(content).byteOffset());
    assertEquals(0xE9, refusal(content).byteValue());
  }

  @Test
  void aSequenceCutOffAtTheEndIsRefused() {
    byte[] content = {'A', 'b', (byte) 0xE2, (byte) 0x80};
    assertEquals(2, refusal(content).byteOffset());
  }

  @Test
  void utf16IsNamedAsTheCause() {
    assertRefused(
        Reason.NOT_UTF_8,
        "not UTF-8: byte 0xFF at offset 0 begins a UTF-16 byte order mark;"
            + " save it as UTF-8 and read it again",
        new byte[] {(byte) 0xFF, (byte) 0xFE, 'A', 0});
    assertRefused(
        Reason.BINARY,
        "not a text file: NUL byte at offset 1 (UTF-16 without a byte order mark looks like this"
            + " too); save it as UTF-8 and read it again",
        "Ab".getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void filesOfOtherProgramsAreNamed() {
    assertNamed("a PDF file", "%PDF-1.7 and so on");
    assertNamed("a rich text file (RTF)", "{\\rtf1 and so on");
    assertNamed("a ZIP archive", "PK\u0003\u0004\u0014\u0000a.txt");
    assertNamed("a Word file (DOCX)", "PK\u0003\u0004\u0014\u0000[Content]PK..word/document.xml");
    assertNamed("an e-book (EPUB)", "PK\u0003\u0004\u0014mimetypeapplication/epub+zipPK");
    assertNamed("a PNG image", "\u0089PNG\r\n\u001A\n\u0000");
    assertNamed("a JPEG image", "\u00FF\u00D8\u00FF\u00E0");
    assertNamed("a WebP image", "RIFF\u0001\u0002\u0003\u0004WEBPVP8");
    assertNamed("a gzip archive", "\u001F\u008B\u0008");
  }

  /** One character a byte. */
  private static void assertNamed(String kind, String content) {
    assertRefused(
        Reason.BINARY,
        kind
            + ", not text; articles are read as UTF-8 text, Markdown or HTML: export it as one of"
            + " these",
        content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aFileOfAnotherProgramIsNamedHoweverLarge() {
    byte[] content = new byte[ArticleReader.MAX_BYTES + 1];
    System.arraycopy(utf8("%PDF-"), 0, content, 0, 5);
    assertEquals(Reason.BINARY, refusal(content).reason());
  }

  @Test
  void controlCharactersMakeAFileBinary() {
    assertRefused(
        Reason.BINARY,
        "not a text file: 3 of 12 characters are control characters, at most 1% may be;"
            + " export it as plain text, Markdown or HTML",
        utf8("Some \u0001\u0002\u0003text"));
  }

  @Test
  void theSizeHasALimit() {
    assertRefused(
        Reason.TOO_LARGE,
        "20,971,521 bytes are more than the 20,971,520 that an article may have;"
            + " split it into its articles",
        new byte[ArticleReader.MAX_BYTES + 1]);
  }
}

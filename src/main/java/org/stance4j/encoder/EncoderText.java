package org.stance4j.encoder;

/**
 * What an encoder reads: a text, and what stands around it.
 *
 * <p>A BERT-style encoder reads the two as a pair, {@code [CLS] text [SEP] context [SEP]}, with
 * another segment id for the context.
 *
 * @param text the text whose vectors are wanted
 * @param context read beside it; empty for none
 */
public record EncoderText(String text, String context) {
  /** A text without context. */
  public static EncoderText alone(String text) {
    return new EncoderText(text, "");
  }
}

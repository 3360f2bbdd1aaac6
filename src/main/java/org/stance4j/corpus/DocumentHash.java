package org.stance4j.corpus;

/**
 * The identity of a document's file.
 *
 * @param file its name
 * @param sha256 hash of its bytes, 64 lower-case hexadecimal digits
 */
public record DocumentHash(String file, String sha256) {}
